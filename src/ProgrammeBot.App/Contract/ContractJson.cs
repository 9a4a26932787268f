using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgrammeBot.App.Contract;

/// <summary>How the contract is written: snake_case, nulls included, no reflection.</summary>
/// <remarks>The default escapes what HTML could misread, for the web; <see cref="Console"/> does not, for people and files.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReplyContract))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Never to be put into a page: it leaves &lt; and &amp; as they are.</summary>
    public static ContractJson Console => Relaxed.Context;

    // A class of its own: the generated half initialises Default at a moment of its own choosing.
    private static class Relaxed
    {
        internal static readonly ContractJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
