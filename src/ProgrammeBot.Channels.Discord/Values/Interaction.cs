using System.Text.Json;

namespace ProgrammeBot.Channels.Discord.Values;

public enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>A command, a press of a button, a choice, a form sent: must be answered within 3 seconds by its token.</summary>
public sealed record Interaction
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public InteractionType Type { get; init; }

    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Channel? Channel { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>In a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>Outside of guilds.</summary>
    public User? User { get; init; }

    /// <summary>A secret for 15 minutes: whoever holds it answers as us.</summary>
    public string Token { get; init; } = "";

    /// <summary>The message whose component was used.</summary>
    public Message? Message { get; init; }

    /// <summary>Our own rights in the channel.</summary>
    public Permissions? AppPermissions { get; init; }

    /// <summary>The language of whoever did it, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    /// <summary>Who did it.</summary>
    public User? Invoker => Member?.User ?? User;

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        // Without the token.
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Type} {Id}");
        return true;
    }
}

/// <summary>What was asked, pressed or sent; which parts it has depends on the interaction's type.</summary>
public sealed record InteractionData
{
    /// <summary>Of a command: its id and name, and its kind.</summary>
    public Snowflake? Id { get; init; }

    public string? Name { get; init; }

    public CommandType? Type { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The user or message that a menu command was used on.</summary>
    public Snowflake? TargetId { get; init; }

    public Resolved? Resolved { get; init; }

    /// <summary>Of a component or modal.</summary>
    public string? CustomId { get; init; }

    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a select menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The fields of a modal.</summary>
    public IReadOnlyList<Component>? Components { get; init; }
}

/// <summary>An option of a command as it was filled in.</summary>
public sealed record InteractionOption
{
    public string Name { get; init; } = "";

    public OptionType Type { get; init; }

    /// <summary>A string, number or boolean.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>In an autocomplete: the one being typed.</summary>
    public bool? Focused { get; init; }
}

/// <summary>What the ids in an interaction stand for.</summary>
public sealed record Resolved
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }

    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}

/// <summary>A file on Discord's own servers; the address expires.</summary>
public sealed record Attachment
{
    public Snowflake Id { get; init; }

    public string Filename { get; init; } = "";

    public long Size { get; init; }

    public string Url { get; init; } = "";
}
