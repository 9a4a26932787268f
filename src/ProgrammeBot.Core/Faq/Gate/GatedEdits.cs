using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Faq.Gate;

/// <summary>Where a moderator has one button to save with: an edit is tried on the gate first, and goes live at once only where no other question is answered otherwise by it.</summary>
/// <remarks>What is held back is kept as a draft, beside what goes on answering, until they have seen the difference and say so again: it informs, and never blocks.</remarks>
/// <param name="desk">Reads entries.</param>
/// <param name="review">Writes them, with each moderator's rights.</param>
/// <param name="gate">Tries edits; null saves them untried.</param>
public sealed class GatedEdits(FaqDesk desk, FaqReviewDesk review, PublishGate? gate)
{
    private const string Held = "held back: see what it changes";

    /// <summary>Saves a new entry.</summary>
    /// <param name="draft">The fields.</param>
    /// <param name="moderator">Who writes.</param>
    /// <param name="note">What they say of it; may be blank.</param>
    /// <param name="most">What the gate may take; null is its own bound.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task<GatedEdit> AddAsync(FaqDraft draft, Moderator moderator, string note, TimeSpan? most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        // What does not go live is tried when it shall.
        var report = draft.Over(null).Content is { Status: FaqStatus.Live } content ? await TryAsync(null, content, moderator, most, cancellationToken) : null;
        return report is { IsHarmless: false }
            ? new GatedEdit(await review.AddOrProposeAsync(draft with { Status = FaqStatus.Draft }, moderator, note.Length > 0 ? note : Held, cancellationToken), report)
            : new GatedEdit(await review.AddOrProposeAsync(draft, moderator, note, cancellationToken), report);
    }

    /// <summary>Saves a change of an entry.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="basedOn">The revision they had before them; null is whatever stands now.</param>
    /// <param name="draft">The fields.</param>
    /// <param name="moderator">Who writes.</param>
    /// <param name="note">What they say of it; may be blank.</param>
    /// <param name="most">What the gate may take; null is its own bound.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    public async Task<GatedEdit> EditAsync(FaqId id, int? basedOn, FaqDraft draft, Moderator moderator, string note, TimeSpan? most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(moderator);
        var current = await desk.FindAsync(id, cancellationToken);
        var content = current is null || (basedOn is { } seen && seen != current.Revision) ? null : draft.Over(current.Content).Content;
        var goesLive = content is { Status: FaqStatus.Live } && content != current?.Content;
        var report = goesLive ? await TryAsync(id, content, moderator, most, cancellationToken) : null;
        return report is { IsHarmless: false } && moderator.MayChange(current!.Content) // goes live, so there is one
            ? new GatedEdit(await review.SaveDraftAsync(id, basedOn, draft, moderator, note.Length > 0 ? note : Held, cancellationToken), report)
            : new GatedEdit(await review.EditOrProposeAsync(id, basedOn, draft, moderator, note, cancellationToken), report);
    }

    /// <summary>Makes live what waits as a draft or in review, unless it would change other answers: then only says so.</summary>
    public async Task<GatedEdit> PublishAsync(FaqId id, int? basedOn, Moderator moderator, TimeSpan? most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderator);
        if (await desk.FindAsync(id, cancellationToken) is not { } current)
        {
            return new GatedEdit(new FaqOutcome.Missing(), null);
        }

        var report = current.Content.Status is FaqStatus.Draft or FaqStatus.Review ? await TryAsync(id, current.Content, moderator, most, cancellationToken) : null;
        return report is { IsHarmless: false }
            ? new GatedEdit(new FaqOutcome.Unchanged(current), report)
            : new GatedEdit(await MakeLiveAsync(id, basedOn ?? current.Revision, moderator, cancellationToken), report);
    }

    /// <summary>Makes live what waits as a draft or in review, whatever it changes: they have seen it.</summary>
    /// <remarks>Where a second person is asked for, a draft goes to review by it.</remarks>
    public async Task<FaqOutcome> MakeLiveAsync(FaqId id, int? basedOn, Moderator moderator, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { Content.Status: FaqStatus.Draft })
        {
            return await review.ApproveAsync(id, basedOn, moderator, "", cancellationToken);
        }

        var live = await review.PublishAsync(id, basedOn, null, moderator, "", cancellationToken);
        return live is FaqOutcome.Refused { Why: FaqRefusal.NeedsReview or FaqRefusal.NotTheirs }
            ? await review.SendToReviewAsync(id, basedOn, null, moderator, "", cancellationToken)
            : live;
    }

    private async Task<GateReport?> TryAsync(FaqId? id, FaqContent? content, Moderator moderator, TimeSpan? most, CancellationToken cancellationToken) =>
        gate is null || content is null ? null : await gate.TryAsync(id, content, moderator, cancellationToken, most);
}

/// <summary>What became of an edit that was tried first.</summary>
/// <param name="Outcome">What was written; <see cref="FaqOutcome.Unchanged"/> where nothing was, since it would change other answers.</param>
/// <param name="Report">What it changes; null where it was not tried.</param>
public sealed record GatedEdit(FaqOutcome Outcome, GateReport? Report)
{
    /// <summary>The entry as it stands, where it was written, or says so already; null where it was refused.</summary>
    public FaqEntry? Entry => (Outcome as FaqOutcome.Saved)?.Entry ?? (Outcome as FaqOutcome.Unchanged)?.Entry;

    /// <summary>The entry as it stands, while it waits for the word that makes it live; null where it waits for none.</summary>
    public FaqEntry? Waiting => Report is not { IsHarmless: false } ? null : Outcome switch
    {
        FaqOutcome.Saved { Entry: { Content.Status: FaqStatus.Draft } entry } => entry,
        FaqOutcome.Unchanged { Entry: { Content.Status: FaqStatus.Draft or FaqStatus.Review } entry } => entry,
        _ => null,
    };
}
