namespace ProgrammeBot.App.Indexing;

/// <summary>When changes of the sources are looked for.</summary>
public sealed record SourceWatcherOptions
{
    /// <summary>How often the sources are looked at without a notice.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>After a notice, how long there must be no other before the update begins.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest that notices, following each other, put the update off.</summary>
    public TimeSpan LongestQuietWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the system's notices are used at all.</summary>
    public bool Listen { get; init; } = true;
}
