using System.Text.Json.Serialization;

namespace ProgrammeBot.Channels.Teams.Places;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Whereabouts))]
internal sealed partial class WhereaboutsJson : JsonSerializerContext;
