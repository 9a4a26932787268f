using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Entries of the FAQ by cards and dialogs, for moderators: found, added, edited, looked at before, their history, undone, retired.</summary>
internal sealed class FaqPresses(TeamsServices services, Roles roles, PersonNames names) : IPressHandler
{
    private const int Found = 8;
    private const string Note = "Teams";

    /// <summary>A press is answered at once, and Teams waits no longer than some seconds: what there is no time to try is counted.</summary>
    public static readonly TimeSpan Trying = TimeSpan.FromSeconds(3);

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        CardVerbs.FaqMenu, CardVerbs.FaqFind, CardVerbs.FaqShow, CardVerbs.FaqAdd, CardVerbs.FaqEdit, CardVerbs.FaqPreview, CardVerbs.FaqSave, CardVerbs.FaqHistory,
        CardVerbs.FaqUndo, CardVerbs.FaqRetire, CardVerbs.FaqRetireSure, CardVerbs.FaqPublish, CardVerbs.FaqLive, CardVerbs.FaqSendBack, CardVerbs.FaqSentBack,
    };

    /// <summary>The menu; or a word to those who may not.</summary>
    public async Task<OutgoingActivity> OpenAsync(Here here, Account by, CancellationToken cancellationToken) =>
        await roles.IsKeeperAsync(by, here.At, here.Settings, cancellationToken)
            ? OutgoingActivity.Shows(CardsFor(here.Wording).Menu(), here.Wording.FaqMenuIntro)
            : OutgoingActivity.Says(here.Wording.NotKeeper);

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (!Verbs.Contains(press.Data.Verb))
        {
            return null;
        }

        if (!await roles.IsKeeperAsync(press.By, press.Here.At, press.Here.Settings, cancellationToken))
        {
            return PressResult.Tells(press.Here.Wording.NotKeeper);
        }

        names.Note(press.Person, press.By);
        var cards = CardsFor(press.Here.Wording);
        switch (press.Data.Verb)
        {
            case CardVerbs.FaqMenu:
                return PressResult.Shows(cards.Menu());
            case CardVerbs.FaqFind:
                var searched = press.Data[FormNames.Find];
                return PressResult.Shows(cards.Menu(searched, await services.Desk.SuggestAsync(searched, Found, null, cancellationToken)));
            case CardVerbs.FaqAdd:
                return PressResult.Opens(press.Here.Wording.Shared.FaqAddTitle, cards.Form(new FaqForm { Scope = press.Here.Settings.Programme ?? FaqForm.Everybody }, services.Scopes.Scopes));
            case CardVerbs.FaqSave or CardVerbs.FaqPreview when press.Data.Subject.Length == 0:
                return await WrittenAsync(press, null, cards, cancellationToken);
            default:
                return FaqId.TryParse(press.Data.Subject, out var id) && await services.Desk.FindAsync(id, cancellationToken) is { } entry
                    ? await WithEntryAsync(press, entry, cards, cancellationToken)
                    : Missing(press, cards);
        }
    }

    private async Task<PressResult> WithEntryAsync(Press press, FaqEntry entry, FaqCards cards, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        switch (press.Data.Verb)
        {
            case CardVerbs.FaqEdit:
                var form = FaqForm.Of(entry.Content);
                return FaqCards.HasRoom(form)
                    ? PressResult.Opens(wording.Shared.FaqEditTitle, cards.Form(form, services.Scopes.Scopes, entry.Id, entry.Revision))
                    : PressResult.Tells(Channels.Wording.SharedWording.Filled(wording.Shared.FaqNoRoom, entry.Id.ToString()));
            case CardVerbs.FaqSave or CardVerbs.FaqPreview:
                return await WrittenAsync(press, entry, cards, cancellationToken);
            case CardVerbs.FaqHistory:
                return PressResult.Shows(cards.History(entry, await services.Desk.HistoryAsync(entry.Id, cancellationToken)));
            case CardVerbs.FaqUndo:
                // Before its first revision there was no entry: taken back, it answers nobody.
                return entry.Revision == 1 && entry.Content.Status != FaqStatus.Retired
                    ? Changed(press, await services.Review.RetireAsync(entry.Id, press.Data.Number, By(press), Note, cancellationToken), entry, wording.Shared.FaqAddUndone, wording.Shared.FaqRetiredBefore, cards)
                    : Changed(press, await services.Review.UndoAsync(entry.Id, press.Data.Number, null, By(press), "", cancellationToken), entry, wording.Shared.FaqUndone, wording.FaqChangedMeanwhile, cards);
            case CardVerbs.FaqRetire:
                return PressResult.Shows(cards.RetireConfirm(entry));
            case CardVerbs.FaqRetireSure:
                return Changed(press, await services.Review.RetireAsync(entry.Id, press.Data.Number, By(press), Note, cancellationToken), entry, wording.Shared.FaqRetired, wording.Shared.FaqRetiredBefore, cards);
            case CardVerbs.FaqPublish:
                return Published(press, await services.Edits.PublishAsync(entry.Id, press.Data.Number, By(press), Trying, cancellationToken), entry, cards);
            case CardVerbs.FaqLive:
                return Published(press, new GatedEdit(await services.Edits.MakeLiveAsync(entry.Id, press.Data.Number, By(press), cancellationToken), null), entry, cards);
            case CardVerbs.FaqSendBack:
                return PressResult.Opens(wording.Shared.SendBackTitle, cards.SendBack(entry));
            case CardVerbs.FaqSentBack:
                return await SentBackAsync(press, entry, cards, cancellationToken);
            default:
                return PressResult.Shows(cards.Entry(entry, services.Scopes));
        }
    }

    private PressResult Published(Press press, GatedEdit edit, FaqEntry before, FaqCards cards) =>
        edit is { Waiting: { } waiting, Report: { } report }
            ? PressResult.Shows(cards.Changes(waiting, press.Here.Wording.Shared.SavedAs(edit)!, report, waits: true)) // it waits, so there are words
            : edit.Outcome is FaqOutcome.Saved { Entry: var saved } ? PressResult.Shows(cards.Entry(saved, services.Scopes, press.Here.Wording.Shared.SavedAs(saved)))
            : Changed(press, edit.Outcome, before, "", press.Here.Wording.FaqChangedMeanwhile, cards);

    private async Task<PressResult> SentBackAsync(Press press, FaqEntry entry, FaqCards cards, CancellationToken cancellationToken)
    {
        var outcome = await services.Review.DeclineAsync(entry.Id, press.Data.Number, toLive: false, By(press), StoredText.Clean(press.Data[FormNames.Words]), cancellationToken);
        return outcome is FaqOutcome.Invalid
            ? PressResult.Opens(press.Here.Wording.Shared.SendBackTitle, cards.SendBack(entry, press.Here.Wording.Needed))
            : Changed(press, outcome, entry, press.Here.Wording.Shared.FaqSentBack, press.Here.Wording.FaqChangedMeanwhile, cards);
    }

    /// <summary>What the dialog brought: shown as it will read, or saved. What is not taken stands in the dialog still.</summary>
    private async Task<PressResult> WrittenAsync(Press press, FaqEntry? entry, FaqCards cards, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        var (form, revision) = (FaqCards.FormOf(press.Data), press.Data.Number);
        var title = entry is null ? wording.Shared.FaqAddTitle : wording.Shared.FaqEditTitle;
        var read = FaqFormEntry.Of(form, entry?.Content, services.Scopes, wording.Shared);
        var check = read.Draft.Over(entry?.Content);
        IReadOnlyList<string> faults = [.. read.Faults, .. check.Faults.Select(cards.InWords)];
        if (faults.Count > 0 || check.Content is not { } content)
        {
            return PressResult.Opens(title, cards.Form(form, services.Scopes.Scopes, entry?.Id, revision, faults));
        }

        if (press.Data.Verb == CardVerbs.FaqPreview)
        {
            return PressResult.Opens(title, cards.Preview(content.Answer, form, services.Scopes.Scopes, entry?.Id, revision, DoubtsOf(content)));
        }

        var edit = entry is null
            ? await services.Edits.AddAsync(read.Draft, By(press), Note, Trying, cancellationToken)
            : await services.Edits.EditAsync(entry.Id, revision, read.Draft, By(press), Note, Trying, cancellationToken);
        return edit.Outcome switch
        {
            FaqOutcome.Saved { Entry: var saved } when edit.Report is { IsHarmless: false } report =>
                PressResult.Opens(title, cards.Changes(saved, wording.Shared.SavedAs(edit) ?? "", report, waits: edit.Waiting is not null)),
            FaqOutcome.Saved { Entry: var saved } => Kept(title, saved, edit.Report, cards),
            FaqOutcome.Unchanged { Entry: var same } => Kept(title, same, null, cards),
            FaqOutcome.Refused refused => PressResult.Opens(title, cards.Form(form, services.Scopes.Scopes, entry?.Id, revision, [wording.Shared.Refused(refused)])),
            FaqOutcome.Conflict { Current: var current } => PressResult.Opens(title, cards.Conflict(current, form, services.Scopes.Scopes)),
            FaqOutcome.Invalid { Faults: var wrong } => PressResult.Opens(title, cards.Form(form, services.Scopes.Scopes, entry?.Id, revision, [.. wrong.Select(cards.InWords)])),
            _ => PressResult.Opens(title, cards.Form(form, services.Scopes.Scopes, null, 0, [wording.FaqMissing])),
        };
    }

    private PressResult Changed(Press press, FaqOutcome outcome, FaqEntry before, string done, string unchanged, FaqCards cards) => outcome switch
    {
        FaqOutcome.Saved { Entry: var saved } => PressResult.Shows(cards.Entry(saved, services.Scopes, Channels.Wording.SharedWording.Filled(done, saved.Id.ToString(), TeamsCards.Number(saved.Revision)))),
        FaqOutcome.Unchanged => PressResult.Shows(cards.Entry(before, services.Scopes, Channels.Wording.SharedWording.Filled(unchanged, before.Id.ToString()))),
        FaqOutcome.Conflict { Current: var current } => PressResult.Shows(cards.Entry(current, services.Scopes, press.Here.Wording.FaqChangedMeanwhile)),
        FaqOutcome.Refused { Current: { } current } refused => PressResult.Shows(cards.Entry(current, services.Scopes, press.Here.Wording.Shared.Refused(refused))),
        _ => Missing(press, cards),
    };

    private PressResult Kept(string title, FaqEntry entry, GateReport? tried, FaqCards cards) =>
        PressResult.Opens(title, cards.Saved(entry, tried, DoubtsOf(entry.Content), [.. services.Desk.Like(entry.Content, entry.Id).Select(l => l.Item.Content.Title)]));

    /// <summary>An entry that is gone; what was written for it can be saved as a new one.</summary>
    private PressResult Missing(Press press, FaqCards cards) => press.Data.Verb is CardVerbs.FaqSave or CardVerbs.FaqPreview
        ? PressResult.Opens(press.Here.Wording.Shared.FaqAddTitle, cards.Form(FaqCards.FormOf(press.Data), services.Scopes.Scopes, null, 0, [press.Here.Wording.FaqMissing]))
        : PressResult.Tells(press.Here.Wording.FaqMissing);

    private IReadOnlyList<string> DoubtsOf(FaqContent content) => [.. services.NotFound(content).Select(c => c.Quote)];

    private FaqCards CardsFor(TeamsWording wording) => new(wording, by => names.Of(by, wording.Shared.SomeModerator));

    private static Moderator By(Press press) => Roles.ModeratorOf(press.Person, press.Here);
}
