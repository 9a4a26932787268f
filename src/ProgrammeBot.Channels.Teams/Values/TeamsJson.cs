using System.Text.Json.Serialization;

namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>How Teams' values are read and written: camel case, what is null is left out, what is unknown is passed over, nothing twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(OutgoingActivity))]
[JsonSerializable(typeof(ConversationAddress))]
[JsonSerializable(typeof(MessageAddress))]
[JsonSerializable(typeof(PersonAddress))]
public sealed partial class TeamsJson : JsonSerializerContext;
