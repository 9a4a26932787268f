namespace ProgrammeBot.Channels.Discord.Values;

/// <summary>The body of a message that is sent or edited, or of an answer to an interaction.</summary>
/// <remarks>On an edit null leaves a part as it is, and an empty list removes it.</remarks>
public sealed record OutgoingMessage
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Whom the text may ping; nobody unless said otherwise. Never null: absent would mean everybody.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Nobody;

    public MessageFlags? Flags { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>At most 25 characters: the same nonce sent again within minutes brings the message there is.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }
}

/// <summary>Whom a message may ping.</summary>
public sealed record AllowedMentions
{
    public static readonly AllowedMentions Nobody = new();

    /// <summary>Kinds whose mentions in the text count; we name people one by one.</summary>
    public IReadOnlyList<string> Parse { get; init; } = [];

    public IReadOnlyList<Snowflake>? Users { get; init; }

    public IReadOnlyList<Snowflake>? Roles { get; init; }

    public bool RepliedUser { get; init; }

    public static AllowedMentions Of(Snowflake user) => new() { Users = [user] };
}
