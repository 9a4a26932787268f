using System.Text.Json.Serialization;
using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web;

/// <summary>How requests are read and the chat's own data is written. A property named twice is refused: two readers could differ.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowDuplicateProperties = false, MaxDepth = 16)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(ForgetRequest))]
[JsonSerializable(typeof(SuggestRequest))]
[JsonSerializable(typeof(PassageContract))]
[JsonSerializable(typeof(SuggestionsContract))]
[JsonSerializable(typeof(HealthContract))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <summary>What <c>GET /api/suggestions</c> gives.</summary>
internal sealed record SuggestionsContract(IReadOnlyList<string> Questions, IReadOnlyList<ProgrammeChoice> Programmes);

/// <summary>What <c>GET /healthz</c> gives.</summary>
internal sealed record HealthContract(string Status, int Documents);
