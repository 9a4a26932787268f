namespace ProgrammeBot.Channels.Discord;

/// <summary>How the channel behaves; what belongs to a guild or channel is set there, with <c>/setup</c>.</summary>
public sealed record DiscordOptions
{
    /// <summary>Whether messages that do not mention us are read: needs the privileged Message Content intent.</summary>
    public bool MessageContent { get; init; }

    /// <summary>How many questions a person may ask in one channel within <see cref="SlowModeWindow"/>.</summary>
    public int QuestionsPerWindow { get; init; } = 6;

    public TimeSpan SlowModeWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many things are worked on at once; more wait.</summary>
    public int Workers { get; init; } = 16;

    /// <summary>How long is waited for an answer before 'thinking…' is shown: it decides whether that is private. Discord allows 3 seconds.</summary>
    public TimeSpan BeforeThinking { get; init; } = TimeSpan.FromMilliseconds(900);
}
