using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Review;

/// <summary>The life of an entry in the hands of moderators: written, sent to review, approved or declined, live, retired; with their rights.</summary>
/// <remarks>
/// What is written as a draft or for review stands beside what goes on answering. An entry that a role owns is changed by that role and the operator
/// alone; everybody else may send a change to review. Where a second person is asked for, nobody makes live what they wrote themselves.
/// </remarks>
/// <param name="desk">Writes.</param>
/// <param name="secondPerson">Whether a second person is asked for where no place says otherwise.</param>
/// <param name="news">Tells moderators that something waits for them; null tells nobody, and the notice is kept all the same.</param>
public sealed class FaqReviewDesk(FaqDesk desk, bool secondPerson = false, IModeratorNews? news = null)
{
    /// <summary>Whether what this moderator writes goes live only once another one approved it: as one of their places asks, else as the host is set.</summary>
    public static async Task<bool> AsksSecondPersonAsync(IUnitOfWork unit, Moderator moderator, bool otherwise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(moderator);
        var said = new List<bool>();
        foreach (var place in moderator.Places ?? [])
        {
            if ((await unit.Places.FindAsync(place, cancellationToken))?.Settings.SecondPerson is { } asks)
            {
                said.Add(asks);
            }
        }

        return said.Count == 0 ? otherwise : said.Contains(true);
    }

    /// <summary>Writes a new entry: live unless the draft says otherwise.</summary>
    public Task<FaqOutcome> AddAsync(FaqDraft draft, Moderator moderator, FaqId? id, string note, CancellationToken cancellationToken) =>
        AddAsync(draft, moderator, id, note, asks => asks ? null : FaqStatus.Live, cancellationToken);

    /// <summary>Writes a new entry; where a second person is asked for, it waits in review for them. The outcome's entry says which.</summary>
    public Task<FaqOutcome> AddOrProposeAsync(FaqDraft draft, Moderator moderator, string note, CancellationToken cancellationToken) =>
        AddAsync(draft, moderator, null, note, asks => asks ? FaqStatus.Review : FaqStatus.Live, cancellationToken);

    /// <summary>Changes the fields that somebody typed. What is not theirs to make live waits in review; the outcome's entry says which.</summary>
    /// <remarks>For surfaces that know 'save' and no more: the entry keeps its status where it may, and its owner in any case.</remarks>
    public Task<FaqOutcome> EditOrProposeAsync(FaqId id, int? basedOn, FaqDraft draft, Moderator moderator, string note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return ChangeAsync(id, basedOn, moderator, note, (unit, current) => ProposedAsync(unit, current, draft.Over(current.Content), moderator, cancellationToken), cancellationToken);
    }

    /// <summary>Keeps a change without making it live: what answers goes on answering.</summary>
    public Task<FaqOutcome> SaveDraftAsync(FaqId id, int? basedOn, FaqDraft draft, Moderator moderator, string note, CancellationToken cancellationToken) =>
        WriteAsync(id, basedOn, draft, FaqStatus.Draft, moderator, note, cancellationToken);

    /// <summary>Sends an entry, with a change or as it stands, to whoever looks it over. Everybody may; the owner stays who it is.</summary>
    public Task<FaqOutcome> SendToReviewAsync(FaqId id, int? basedOn, FaqDraft? draft, Moderator moderator, string note, CancellationToken cancellationToken) =>
        WriteAsync(id, basedOn, draft ?? new FaqDraft(), FaqStatus.Review, moderator, note, cancellationToken);

    /// <summary>Makes an entry live, with a change or as it stands; what was in review too, by whoever may approve it.</summary>
    public Task<FaqOutcome> PublishAsync(FaqId id, int? basedOn, FaqDraft? draft, Moderator moderator, string note, CancellationToken cancellationToken) =>
        WriteAsync(id, basedOn, draft ?? new FaqDraft(), FaqStatus.Live, moderator, note, cancellationToken);

    /// <summary>Makes live what is in review.</summary>
    public Task<FaqOutcome> ApproveAsync(FaqId id, int? basedOn, Moderator moderator, string note, CancellationToken cancellationToken) =>
        ChangeAsync(id, basedOn, moderator, note.Length > 0 ? note : "approved", async (unit, current) =>
            current.Content.Status != FaqStatus.Review ? Refused(FaqRefusal.NotInReview, current)
            : await WhyNotLiveAsync(unit, current, moderator, isChanged: false, cancellationToken) is { } why ? Refused(why, current)
            : Write(current.Content with { Status = FaqStatus.Live }), cancellationToken);

    /// <summary>Sends back what is in review, with the reason. Its author may take it back, too.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="basedOn">The revision they had before them; null is whatever stands now.</param>
    /// <param name="toLive">Whether the entry says again what it answers with; else the change stays as a draft, to be worked on.</param>
    /// <param name="moderator">Who declines.</param>
    /// <param name="note">Why; it is not blank.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public Task<FaqOutcome> DeclineAsync(FaqId id, int? basedOn, bool toLive, Moderator moderator, string note, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(note) ? Task.FromResult<FaqOutcome>(new FaqOutcome.Invalid([new FaqFault("Note", "is blank: say what is to be mended")]))
        : ChangeAsync(id, basedOn, moderator, note, async (unit, current) =>
        {
            if (current.Content.Status != FaqStatus.Review)
            {
                return Refused(FaqRefusal.NotInReview, current);
            }

            if (current.UpdatedBy != moderator.Name && !moderator.MayChange(current.Content))
            {
                return Refused(FaqRefusal.NotTheirs, current);
            }

            return toLive && current.LiveRevision is { } live && await unit.Faq.FindRevisionAsync(id, live, cancellationToken) is { } answering
                ? Write(answering.Entry.Content)
                : Write(current.Content with { Status = FaqStatus.Draft });
        }, cancellationToken);

    /// <summary>Lets an entry answer no more.</summary>
    public Task<FaqOutcome> RetireAsync(FaqId id, int? basedOn, Moderator moderator, string note, CancellationToken cancellationToken) =>
        ChangeAsync(id, basedOn, moderator, note.Length > 0 ? note : "retired", (_, current) => Task.FromResult(
            !moderator.MayChange(current.Content) ? Refused(FaqRefusal.NotTheirs, current)
            : current.Content.Status == FaqStatus.Retired ? (null, new FaqOutcome.Unchanged(current))
            : Write(current.Content with { Status = FaqStatus.Retired })), cancellationToken);

    /// <summary>Says again what an earlier revision said; null is the one before. With the status it had then, so that what answered answers again.</summary>
    public Task<FaqOutcome> UndoAsync(FaqId id, int? basedOn, int? revision, Moderator moderator, string note, CancellationToken cancellationToken) =>
        ChangeAsync(id, basedOn, moderator, note.Length > 0 ? note : "undone", async (unit, current) =>
        {
            if (!moderator.MayChange(current.Content))
            {
                return Refused(FaqRefusal.NotTheirs, current);
            }

            if (await unit.Faq.FindRevisionAsync(id, revision ?? current.Revision - 1, cancellationToken) is not { } before || before.Entry.Revision == current.Revision)
            {
                return (null, new FaqOutcome.Unchanged(current));
            }

            return before.Entry.Content.Status == FaqStatus.Live && before.Entry.Content != current.Content && await AsksAsync(unit, moderator, cancellationToken)
                    && !await WasLiveAsync(unit, id, before.Entry.Content, cancellationToken)
                ? Refused(FaqRefusal.NeedsReview, current)
                : Write(before.Entry.Content);
        }, cancellationToken);

    /// <summary>Brings a retired entry back to what it was before: live, in review, or a draft. What was changed meanwhile is not made live on the way.</summary>
    public Task<FaqOutcome> RestoreAsync(FaqId id, int? basedOn, Moderator moderator, string note, CancellationToken cancellationToken) =>
        ChangeAsync(id, basedOn, moderator, note.Length > 0 ? note : "restored", async (unit, current) =>
        {
            if (!moderator.MayChange(current.Content))
            {
                return Refused(FaqRefusal.NotTheirs, current);
            }

            if (current.Content.Status != FaqStatus.Retired)
            {
                return (null, new FaqOutcome.Unchanged(current));
            }

            var before = (await unit.Faq.HistoryAsync(id, cancellationToken)).FirstOrDefault(r => r.Entry.Content.Status != FaqStatus.Retired);
            var content = current.Content with { Status = before?.Entry.Content.Status ?? FaqStatus.Draft };
            return content.Status == FaqStatus.Live && await AsksAsync(unit, moderator, cancellationToken) && !await WasLiveAsync(unit, id, content, cancellationToken)
                ? Refused(FaqRefusal.NeedsReview, current)
                : Write(content);
        }, cancellationToken);

    /// <param name="draft">The fields.</param>
    /// <param name="moderator">Who writes.</param>
    /// <param name="id">Its name; null makes one of the title.</param>
    /// <param name="note">What they say of it.</param>
    /// <param name="liveAs">What becomes of 'live', as a second person is asked for or not; null refuses it.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    private Task<FaqOutcome> AddAsync(FaqDraft draft, Moderator moderator, FaqId? id, string note, Func<bool, FaqStatus?> liveAs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(moderator);
        var (check, author) = (draft.Over(null), AuthorOf(moderator, note));
        return check.Content is not { } content
            ? Task.FromResult<FaqOutcome>(new FaqOutcome.Invalid(check.Faults))
            : ToldAsync(told => desk.WriteAsync(
                async unit =>
                {
                    if (content.Status == FaqStatus.Live)
                    {
                        if (liveAs(await AsksAsync(unit, moderator, cancellationToken)) is not { } status)
                        {
                            return new FaqOutcome.Refused(FaqRefusal.NeedsReview, null);
                        }

                        content = content with { Status = status };
                    }

                    var name = id ?? FaqWords.FreshId(content.Title, (await unit.Faq.ListAsync(null, cancellationToken)).Select(e => e.Id).ToHashSet());
                    var outcome = await FaqDesk.SaveAsync(unit, new FaqEdit(name, content, 0, author.By, author.Note), cancellationToken);
                    if (outcome is FaqOutcome.Saved { Entry: var saved })
                    {
                        await told.NoteAsync(unit, null, saved);
                    }

                    return outcome;
                },
                cancellationToken), moderator, cancellationToken);
    }

    private async Task<(FaqContent? Content, FaqOutcome? Instead)> ProposedAsync(
        IUnitOfWork unit, FaqEntry current, FaqDraftCheck check, Moderator moderator, CancellationToken cancellationToken)
    {
        if (check.Content is not { } content)
        {
            return (null, new FaqOutcome.Invalid(check.Faults));
        }

        if (content == current.Content)
        {
            return (null, new FaqOutcome.Unchanged(current));
        }

        if (moderator.MayChange(current.Content))
        {
            return Write(content.Status == FaqStatus.Live && await AsksAsync(unit, moderator, cancellationToken) ? content with { Status = FaqStatus.Review } : content);
        }

        // A change of what answers nobody would, in review, be a wish to bring it back: that nobody said.
        return current.Content.Status == FaqStatus.Retired ? Refused(FaqRefusal.NotTheirs, current) : Write(content with { Status = FaqStatus.Review, OwnerRole = current.Content.OwnerRole });
    }

    private Task<FaqOutcome> WriteAsync(FaqId id, int? basedOn, FaqDraft draft, FaqStatus status, Moderator moderator, string note, CancellationToken cancellationToken) =>
        ChangeAsync(id, basedOn, moderator, note, async (unit, current) =>
        {
            var check = (draft with { Status = status }).Over(current.Content);
            if (check.Content is not { } content)
            {
                return (null, new FaqOutcome.Invalid(check.Faults));
            }

            var mayChange = moderator.MayChange(current.Content);
            if (status == FaqStatus.Review)
            {
                // Who may not change an entry does not make it theirs on the way.
                content = mayChange ? content : content with { OwnerRole = current.Content.OwnerRole };
            }
            else if (!mayChange)
            {
                return Refused(FaqRefusal.NotTheirs, current);
            }
            else if (status == FaqStatus.Live && await WhyNotLiveAsync(unit, current, moderator, isChanged: content with { Status = current.Content.Status } != current.Content, cancellationToken) is { } why)
            {
                return Refused(why, current);
            }

            return content == current.Content ? (null, new FaqOutcome.Unchanged(current)) : Write(content);
        }, cancellationToken);

    /// <summary>Why the entry as it stands, or changed on the way, may not be made live by this moderator; null when it may.</summary>
    private async Task<FaqRefusal?> WhyNotLiveAsync(IUnitOfWork unit, FaqEntry current, Moderator moderator, bool isChanged, CancellationToken cancellationToken) =>
        !moderator.MayChange(current.Content) ? FaqRefusal.NotTheirs
        : !await AsksAsync(unit, moderator, cancellationToken) ? null
        : isChanged || current.Content.Status != FaqStatus.Review ? FaqRefusal.NeedsReview
        : current.UpdatedBy == moderator.Name ? FaqRefusal.OwnWork
        : null;

    private Task<bool> AsksAsync(IUnitOfWork unit, Moderator moderator, CancellationToken cancellationToken) => AsksSecondPersonAsync(unit, moderator, secondPerson, cancellationToken);

    /// <summary>To go back to what once was live asks nobody again.</summary>
    private static async Task<bool> WasLiveAsync(IUnitOfWork unit, FaqId id, FaqContent content, CancellationToken cancellationToken) =>
        (await unit.Faq.HistoryAsync(id, cancellationToken)).Any(r => r.Entry.Content == content);

    private Task<FaqOutcome> ChangeAsync(
        FaqId id, int? basedOn, Moderator moderator, string note, Func<IUnitOfWork, FaqEntry, Task<(FaqContent? Content, FaqOutcome? Instead)>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        ArgumentNullException.ThrowIfNull(note);
        return ToldAsync(told => desk.ChangeAsync(id, basedOn, AuthorOf(moderator, note), change, cancellationToken, told.NoteAsync), moderator, cancellationToken);
    }

    /// <summary>Writes, and tells moderators once it is on disk that something waits for them.</summary>
    private async Task<FaqOutcome> ToldAsync(Func<ReviewNotices, Task<FaqOutcome>> write, Moderator moderator, CancellationToken cancellationToken)
    {
        var notices = new ReviewNotices(moderator, cancellationToken);
        var outcome = await write(notices);
        if (outcome is FaqOutcome.Saved && notices.Noted is { } notice && news is not null)
        {
            // It is committed: what follows may take its time, but is not given up with the press that caused it.
            await news.TellAsync(notice, CancellationToken.None);
        }

        return outcome;
    }

    private static FaqAuthor AuthorOf(Moderator moderator, string note)
    {
        var clean = StoredText.Clean(note).Trim();
        return new FaqAuthor(moderator.Name, clean[..Channels.Text.TextCut.AtWhole(clean, FaqEdit.MaxNoteLength)]);
    }

    private static (FaqContent? Content, FaqOutcome? Instead) Write(FaqContent content) => (content, null);

    private static (FaqContent? Content, FaqOutcome? Instead) Refused(FaqRefusal why, FaqEntry current) => (null, new FaqOutcome.Refused(why, current));
}
