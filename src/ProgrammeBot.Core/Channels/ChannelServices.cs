using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Gaps;
using ProgrammeBot.Intents;
using ProgrammeBot.Moderation;
using ProgrammeBot.Privacy;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels;

/// <summary>What every channel works with, whatever its platform; the host puts it together.</summary>
public record ChannelServices
{
    public required IAnswerer Answerer { get; init; }

    public required ScopeCatalog Scopes { get; init; }

    public required IFaqBooks Faq { get; init; }

    /// <summary>Where entries are read, and rejected answers noted.</summary>
    public required FaqDesk Desk { get; init; }

    /// <summary>Where moderators write entries, each with their rights; without one nobody asks for a second person.</summary>
    public FaqReviewDesk Review { get => field ?? new FaqReviewDesk(Desk); init; }

    /// <summary>Shows what an edit would change before it is live; null where edits are not tried.</summary>
    public PublishGate? Gate { get; init; }

    /// <summary>Where moderators save by one button.</summary>
    public GatedEdits Edits => new(Desk, Review, Gate);

    public required IStore Store { get; init; }

    public required IPersonProtection Protection { get; init; }

    public required UlidSource Ids { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>How long what is kept is kept.</summary>
    public Retention Keeps { get; init; } = Retention.Default;

    /// <summary>What points at persons in memory: each channel adds its own.</summary>
    public PersonMemories Memories { get; init; } = new();

    /// <summary>Takes what is not answered well to the gaps; null where nobody collects them.</summary>
    public GapCollector? Gaps { get; init; }

    /// <summary>Takes what members suggest, and moderators' decisions on it; null where nobody takes suggestions.</summary>
    /// <remarks>Asked for at each use: the desk tells suggesters through the channels, which are made before it.</remarks>
    public Func<SuggestionDesk?> SuggestionDesk { get; init; } = () => null;

    /// <summary>Shows moderators what was not answered; null where nobody does.</summary>
    public GapDesk? GapDesk { get; init; }

    /// <summary>Makes a link to the moderators' pages for one moderator, once; null where nobody outside this machine reaches them.</summary>
    public Func<Moderator, CancellationToken, Task<Uri?>> Invite { get; init; } = (_, _) => Task.FromResult<Uri?>(null);

    /// <summary>Questions that the documents themselves answer, to be suggested while somebody types.</summary>
    public Func<IReadOnlyList<string>> Suggestions { get; init; } = () => [];

    /// <summary>Where a citation leads to; null for nowhere.</summary>
    public Func<Citation, Uri?> Link { get; init; } = _ => null;

    /// <summary>The citation of these stretches of a document version, while that version is served; null when it is not any more.</summary>
    public Func<UsedPassage, Citation?> Quote { get; init; } = _ => null;

    /// <summary>The citations of an entry that stand in none of the documents in use: with one such it is not served.</summary>
    public Func<FaqContent, IReadOnlyList<FaqCitation>> NotFound { get; init; } = _ => [];

    /// <summary>The latest questions of all channels; null where nobody wants them.</summary>
    public RecentQuestions? Recent { get; init; }

    /// <summary>Reads and writes files of entries; null where there are none.</summary>
    public IFaqFiles? FaqFiles { get; init; }

    /// <summary>Keeps the texts that a reply cites, so that its citations can be checked later.</summary>
    public Func<Reply, CancellationToken, Task> KeepCited { get; init; } = (_, _) => Task.CompletedTask;
}
