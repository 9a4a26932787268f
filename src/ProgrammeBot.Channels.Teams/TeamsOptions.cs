namespace ProgrammeBot.Channels.Teams;

/// <summary>How the channel behaves; what belongs to a team, channel or chat is set there, by card.</summary>
public sealed record TeamsOptions
{
    /// <summary>Object ids in Entra of people who may set up every team and chat.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Object ids in Entra of people who are moderators everywhere.</summary>
    public IReadOnlyList<string> Moderators { get; init; } = [];

    /// <summary>How many questions a person may ask in one place within <see cref="SlowModeWindow"/>.</summary>
    public int QuestionsPerWindow { get; init; } = 6;

    public TimeSpan SlowModeWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How much may wait or be worked on; what comes beyond it is refused, and said to be.</summary>
    public int MostWaiting { get; init; } = 5_000;

    /// <summary>How many conversations are worked on at once; the things of one conversation one after another.</summary>
    /// <remarks>Most of it is waiting for Teams, which costs next to nothing: a hundred conversations that Teams slows down must not keep the others waiting.</remarks>
    public int Workers { get; init; } = 1_000;

    /// <summary>How long is waited for an answer before 'still looking' is said.</summary>
    public TimeSpan BeforeStillLooking { get; init; } = TimeSpan.FromMilliseconds(2_500);

    /// <summary>How long an invoke may take before it is answered with an excuse. Teams gives 5 seconds, and asks again where none comes.</summary>
    public TimeSpan InvokeBudget { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the end waits for what was begun; the rest is answered after the next start.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether 'not helpful' opens our own form, with reasons to choose from, instead of Teams' own with a line to write.</summary>
    public bool OwnFeedbackForm { get; init; }
}
