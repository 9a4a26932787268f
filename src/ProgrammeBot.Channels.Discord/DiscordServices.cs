using Microsoft.Extensions.Logging;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord;

/// <summary>What the channel works with; the host puts it together.</summary>
public sealed record DiscordServices
{
    public required IDiscordCalls Calls { get; init; }

    public required IAnswerer Answerer { get; init; }

    public required ScopeCatalog Scopes { get; init; }

    public required IFaqBooks Faq { get; init; }

    public required IStore Store { get; init; }

    public required IPersonProtection Protection { get; init; }

    public required UlidSource Ids { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>Our own id, once a session has begun.</summary>
    public Func<Snowflake> Self { get; init; } = () => default;

    public required FaqDesk Desk { get; init; }

    /// <summary>Questions that the documents themselves answer, to be suggested while somebody types.</summary>
    public Func<IReadOnlyList<string>> Suggestions { get; init; } = () => [];

    /// <summary>Where a citation leads to; null for nowhere.</summary>
    public Func<Citation, Uri?> Link { get; init; } = _ => null;

    /// <summary>The citation of these stretches of a document version, while that version is served; null when it is not any more.</summary>
    public Func<UsedPassage, Citation?> Quote { get; init; } = _ => null;

    /// <summary>The citations of an entry that stand in none of the documents in use: with one such it is not served.</summary>
    public Func<FaqContent, IReadOnlyList<FaqCitation>> NotFound { get; init; } = _ => [];

    /// <summary>Reads and writes files of entries; null where there are none.</summary>
    public IFaqFiles? FaqFiles { get; init; }

    /// <summary>Fetches a file that somebody attached: at most as many bytes as are said, from Discord's own hosts, without the bot's token; null when it cannot be had.</summary>
    public Func<Attachment, int, CancellationToken, Task<byte[]?>> Download { get; init; } = (_, _, _) => Task.FromResult<byte[]?>(null);

    /// <summary>Keeps the texts that a reply cites, so that its citations can be checked later.</summary>
    public Func<Reply, CancellationToken, Task> KeepCited { get; init; } = (_, _) => Task.CompletedTask;
}
