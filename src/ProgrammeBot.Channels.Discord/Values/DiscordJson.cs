using System.Text.Json.Serialization;

namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>How Discord's values are read and written: snake case, what is null is left out, what is unknown is ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    MaxDepth = 64)]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(ChannelChange))]
public sealed partial class DiscordJson : JsonSerializerContext;
