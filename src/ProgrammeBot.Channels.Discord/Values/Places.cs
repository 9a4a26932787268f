namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>What kind of place a channel is; unknown kinds stay numbers.</summary>
public enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    GroupDirectMessage = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

/// <summary>A guild as GUILD_CREATE brings it, or the stub of one that is unavailable.</summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    public bool? Unavailable { get; init; }

    public Snowflake? OwnerId { get; init; }

    public IReadOnlyList<Channel>? Channels { get; init; }

    /// <summary>The active threads.</summary>
    public IReadOnlyList<Channel>? Threads { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    public string? PreferredLocale { get; init; }
}

/// <summary>A channel, category, thread, forum or direct message.</summary>
public sealed record Channel
{
    public Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>The category of a channel, or the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Who began the thread.</summary>
    public Snowflake? OwnerId { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }

    /// <summary>Of a forum: the tags there are.</summary>
    public IReadOnlyList<ForumTag>? AvailableTags { get; init; }

    /// <summary>Of a forum post: the tags it has.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>Of THREAD_CREATE: whether it is new, and not only now visible to us.</summary>
    public bool? NewlyCreated { get; init; }

    /// <summary>In an interaction: our own rights there (as <c>app_permissions</c> of the interaction says too).</summary>
    public Permissions? Permissions { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}

/// <summary>A thread's state.</summary>
public sealed record ThreadMetadata
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }
}

/// <summary>A tag of a forum.</summary>
public sealed record ForumTag
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public bool? Moderated { get; init; }
}
