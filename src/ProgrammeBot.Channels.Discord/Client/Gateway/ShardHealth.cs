namespace ProgrammeBot.Channels.Discord.Client.Gateway;

public enum ShardState
{
    /// <summary>Not begun.</summary>
    Idle,
    Connecting,

    /// <summary>Waits for its turn to begin a session.</summary>
    Queued,
    Identifying,
    Resuming,

    /// <summary>Events come.</summary>
    Ready,

    /// <summary>Lost; waits before it connects again.</summary>
    Waiting,

    /// <summary>Stopped because it was told to.</summary>
    Stopped,

    /// <summary>Stopped for good: somebody must act, as <see cref="ShardHealth.Note"/> says.</summary>
    Failed,
}

/// <summary>How a shard is.</summary>
/// <param name="Shard">Its number.</param>
/// <param name="State">What it does.</param>
public sealed record ShardHealth(int Shard, ShardState State)
{
    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>From a heartbeat to its acknowledgement, the last time.</summary>
    public TimeSpan? RoundTrip { get; init; }

    /// <summary>Sessions begun, by this process.</summary>
    public int Identified { get; init; }

    /// <summary>Sessions taken up again.</summary>
    public int Resumed { get; init; }

    /// <summary>Events that came.</summary>
    public long Events { get; init; }

    /// <summary>Events and frames that could not be read or were too long, and were dropped.</summary>
    public long Dropped { get; init; }

    /// <summary>How the last connection ended; null: none has.</summary>
    public string? LastEnd { get; init; }

    /// <summary>What somebody should know or do; null: nothing.</summary>
    public string? Note { get; init; }
}
