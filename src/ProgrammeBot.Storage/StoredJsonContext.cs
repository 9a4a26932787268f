using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgrammeBot.Storage;

/// <summary>How values are written as JSON into columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FaqContentJson))]
[JsonSerializable(typeof(PlaceSettingsJson))]
internal sealed partial class StoredJsonContext : JsonSerializerContext
{
    /// <summary>Letters of every script as themselves: people look into databases.</summary>
    public static StoredJsonContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
