using System.Diagnostics.CodeAnalysis;

namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>A message as Discord gives it. Without the Message Content intent the content of most people's messages is empty.</summary>
public sealed record Message
{
    /// <summary>An ordinary message.</summary>
    public const int Default = 0;

    /// <summary>A message that answers another.</summary>
    public const int Reply = 19;

    public Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    public User? Author { get; init; }

    public Member? Member { get; init; }

    public string Content { get; init; } = "";

    public int Type { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public Snowflake? WebhookId { get; init; }

    public Snowflake? ApplicationId { get; init; }

    public IReadOnlyList<User>? Mentions { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>What it replies to; null when that was deleted or not loaded.</summary>
    public Message? ReferencedMessage { get; init; }

    public MessageFlags? Flags { get; init; }

    public string? Nonce { get; init; }
}

/// <summary>Points at a message.</summary>
public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>False: sent as an ordinary message when the other is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}

[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord calls them so.")]
public enum MessageFlags
{
    None = 0,

    /// <summary>Links in it show no preview.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the invoker sees it; answers to interactions only.</summary>
    Ephemeral = 1 << 6,

    SuppressNotifications = 1 << 12,

    /// <summary>Made of components alone; cannot be taken back on that message.</summary>
    ComponentsV2 = 1 << 15,
}

/// <summary>A box beside a message's text.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public int? Color { get; init; }

    public EmbedAuthor? Author { get; init; }

    public EmbedFooter? Footer { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

public sealed record EmbedAuthor(string Name);

public sealed record EmbedFooter(string Text);

public sealed record EmbedField(string Name, string Value, bool? Inline = null);
