using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Values;

/// <summary>What the channel service delivers: a message, a press of a button, an installation, an invoke. Only the fields we read; unknown ones are passed over.</summary>
/// <remarks>Ids are opaque: none is read as a GUID or a number. Everything in it but the sender's service is said by somebody, and may be hostile.</remarks>
public sealed record Activity
{
    /// <summary>See <see cref="ActivityTypes"/>; may be unknown.</summary>
    public string Type { get; init; } = "";

    /// <summary>The same when it is delivered again.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary><c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Where to answer; to be believed only after the token was.</summary>
    public string? ServiceUrl { get; init; }

    public Account? From { get; init; }

    /// <summary>We ourselves.</summary>
    public Account? Recipient { get; init; }

    public Conversation? Conversation { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>The language of whoever sent it, such as <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The message that a button, a reaction or a reply belongs to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What a button or an invoke carries: ours once, and forged by anybody since.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Of an invoke: see <see cref="InvokeNames"/>; may be unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Of an <c>installationUpdate</c>: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<Account>? MembersAdded { get; init; }

    public IReadOnlyList<Account>? MembersRemoved { get; init; }

    public IReadOnlyList<Reaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<Reaction>? ReactionsRemoved { get; init; }

    public ChannelData? ChannelData { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>The tenant it came from; null where none is said.</summary>
    public string? Tenant => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;
}

/// <summary>A person or a bot.</summary>
/// <param name="Id">The id for this bot: <c>29:…</c> a person, <c>28:…</c> a bot.</param>
/// <param name="Name">The name shown.</param>
public sealed record Account(string Id, string? Name = null)
{
    /// <summary>The person's object id in Entra: the same for every bot of the tenant.</summary>
    public string? AadObjectId { get; init; }

    public string? Role { get; init; }
}

/// <summary>Where an activity belongs.</summary>
/// <param name="Id">Of a thread in a channel: <c>19:…@thread.tacv2;messageid=…</c>.</param>
public sealed record Conversation(string Id)
{
    /// <summary>See <see cref="ConversationTypes"/>; left out by some clients for personal chats.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }

    public string? Name { get; init; }
}

/// <summary>Something said about a text: a mention is read, the others are passed over.</summary>
/// <param name="Type"><c>mention</c>, <c>clientInfo</c>…</param>
public sealed record Entity(string Type)
{
    /// <summary>Of a mention: the stretch of the text.</summary>
    public string? Text { get; init; }

    public Account? Mentioned { get; init; }
}

/// <param name="ContentType">See <see cref="ContentTypes"/>.</param>
public sealed record Attachment(string ContentType)
{
    public JsonElement? Content { get; init; }

    /// <summary>Never fetched: who wrote the message wrote it.</summary>
    public string? ContentUrl { get; init; }

    public string? Name { get; init; }
}

/// <param name="Type"><c>like</c>, <c>heart</c>, <c>sad</c>…</param>
public sealed record Reaction(string Type);

/// <summary>What Teams adds of its own.</summary>
public sealed record ChannelData
{
    public Named? Tenant { get; init; }

    public Team? Team { get; init; }

    public Named? Channel { get; init; }

    /// <summary>See <see cref="EventTypes"/>; may be unknown.</summary>
    public string? EventType { get; init; }

    public Settings? Settings { get; init; }
}

public sealed record Named(string Id)
{
    public string? Name { get; init; }
}

/// <param name="Id">The conversation of the team's General channel.</param>
public sealed record Team(string Id)
{
    public string? Name { get; init; }

    public string? AadGroupId { get; init; }
}

/// <summary>What was chosen at the installation.</summary>
public sealed record Settings
{
    public Named? SelectedChannel { get; init; }
}
