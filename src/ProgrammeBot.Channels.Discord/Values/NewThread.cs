namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>A thread to be started.</summary>
/// <param name="Name">1 to 100 characters.</param>
public sealed record NewThread(string Name)
{
    /// <summary>Minutes of silence after which it is put away: 60, 1440, 4320 or 10080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>Without a message to start from; without it the thread would be private.</summary>
    public ChannelType? Type { get; init; }
}

/// <summary>What is changed of a channel or thread; null stays.</summary>
public sealed record ChannelChange
{
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    public bool? Archived { get; init; }
}
