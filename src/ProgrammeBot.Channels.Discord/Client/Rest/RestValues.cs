using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Where the gateway is and how sessions may be started.</summary>
public sealed record GatewayInfo
{
    public string Url { get; init; } = "";

    /// <summary>How many shards Discord recommends.</summary>
    public int Shards { get; init; } = 1;

    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

/// <summary>How many sessions may be started, of all shards of the bot together.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; } = 1000;

    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many within 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}

/// <summary>Our application as the developer portal has it.</summary>
public sealed record CurrentApplication
{
    private const ulong ContentGranted = (1UL << 18) | (1UL << 19);

    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public ulong Flags { get; init; }

    /// <summary>Who made it; of a team's application, the team.</summary>
    public User? Owner { get; init; }

    /// <summary>Whether anybody may invite the bot.</summary>
    public bool? BotPublic { get; init; }

    /// <summary>Set: interactions go there and none comes over the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>Whether the Message Content intent is switched on in the portal (limited or approved).</summary>
    public bool MayReadMessageContent => (Flags & ContentGranted) != 0;
}

/// <summary>A guild we are in, as the list of ours has it.</summary>
public sealed record CurrentGuild
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Our rights in it, before those of single channels.</summary>
    public Permissions Permissions { get; init; }
}
