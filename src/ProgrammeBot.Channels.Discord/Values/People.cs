namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>An account: a person, a bot, or us.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }

    public string Username { get; init; } = "";

    public string? GlobalName { get; init; }

    public bool? Bot { get; init; }

    public bool IsBot => Bot == true;
}

/// <summary>A user within a guild.</summary>
public sealed record Member
{
    /// <summary>Absent in the member part of a message.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>The rights in the channel of an interaction; absent elsewhere.</summary>
    public Permissions? Permissions { get; init; }
}

/// <summary>A role of a guild.</summary>
public sealed record Role
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public Permissions Permissions { get; init; }
}
