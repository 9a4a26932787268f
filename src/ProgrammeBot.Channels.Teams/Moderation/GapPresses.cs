using ProgrammeBot.Channels.Teams.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>What was not answered, by cards and a dialog, for those who keep the FAQ: where nobody else reads along.</summary>
internal sealed class GapPresses(TeamsServices services, Roles roles, PersonNames names) : IPressHandler
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        CardVerbs.Gaps, CardVerbs.GapShow, CardVerbs.GapEntry, CardVerbs.GapSave, CardVerbs.GapHasEntry, CardVerbs.GapIsEntry, CardVerbs.GapNotOurs,
    };

    /// <summary>The list; or a word to those who may not, or not there.</summary>
    public async Task<OutgoingActivity> OpenAsync(Here here, Sender by, CancellationToken cancellationToken) =>
        !await roles.IsKeeperAsync(by.Account, here.At, here.Settings, cancellationToken) ? OutgoingActivity.Says(here.Wording.NotKeeper)
        : !IsTheirs(here) ? OutgoingActivity.Says(here.Wording.GapsAlone)
        : services.GapDesk is not { } desk ? OutgoingActivity.Says(here.Wording.Shared.Desk.GapsNone)
        : OutgoingActivity.Shows(new GapCards(here.Wording).List(await desk.ListAsync(Roles.ModeratorOf(by.Person, here), GapState.Open, cancellationToken), 0), here.Wording.Shared.Desk.GapsTitle);

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (!Verbs.Contains(press.Data.Verb))
        {
            return null;
        }

        var (here, wording) = (press.Here, press.Here.Wording);
        if (!await roles.IsKeeperAsync(press.By, here.At, here.Settings, cancellationToken))
        {
            return PressResult.Tells(wording.NotKeeper);
        }

        // A button can be forged, and the card it brings is everybody's who sees the one pressed.
        if (!IsTheirs(here) || services.GapDesk is not { } desk)
        {
            return PressResult.Tells(wording.GapsAlone);
        }

        names.Note(press.Person, press.By);
        var (who, page, cards) = (Roles.ModeratorOf(press.Person, here), press.Data.Number, new GapCards(wording));
        if (press.Data.Verb == CardVerbs.Gaps)
        {
            return await ListAsync(null);
        }

        if (!GapId.TryParse(press.Data.Subject, out var id) || await desk.FindAsync(who, id, cancellationToken) is not { } gap)
        {
            return press.Data.Verb is CardVerbs.GapEntry or CardVerbs.GapSave ? PressResult.Tells(wording.Shared.Desk.GapGone) : await ListAsync(wording.Shared.Desk.GapGone);
        }

        return press.Data.Verb switch
        {
            CardVerbs.GapShow => PressResult.Shows(cards.Gap(gap, page)),
            CardVerbs.GapEntry => PressResult.Opens(wording.Shared.FaqAddTitle, FormOf(gap.Id, page, FormOf(gap), wording, null)),
            CardVerbs.GapSave => await SaveAsync(press, desk, who, gap.Id, cancellationToken),
            CardVerbs.GapHasEntry => PressResult.Shows(cards.Entries(gap, await EntriesLike.FindAsync(services.Desk, gap, TeamsLimits.Choices, cancellationToken), page)),
            CardVerbs.GapIsEntry => await ListAsync(InWords(
                FaqId.TryParse(press.Data[FormNames.Entry], out var entry) ? await desk.AddToEntryAsync(who, gap.Id, entry, cancellationToken) : new GapOutcome.NotWritten(new FaqOutcome.Missing()), wording)),
            _ => await ListAsync(InWords(await desk.NotOursAsync(who, gap.Id, cancellationToken), wording)),
        };

        async Task<PressResult> ListAsync(string? said) => PressResult.Shows(cards.List(await desk.ListAsync(who, GapState.Open, cancellationToken), page, said));
    }

    /// <summary>Whether only moderators read there: a chat of one's own, the moderators' channel, or their own team.</summary>
    private static bool IsTheirs(Here here) =>
        here.At.IsPersonal || (here.At.Team is { } team && here.Settings.ModeratorRole == team) || (here.At.Channel is { } channel && here.Settings.ModeratorChannel == channel);

    private async Task<PressResult> SaveAsync(Press press, GapDesk desk, Moderator who, GapId id, CancellationToken cancellationToken)
    {
        var (wording, form) = (press.Here.Wording, FaqCards.FormOf(press.Data));
        var read = FaqFormEntry.Of(form, null, services.Scopes, wording.Shared);
        if (read.Faults.Count > 0)
        {
            return Again(read.Faults);
        }

        return await desk.MakeEntryAsync(who, id, read.Draft, cancellationToken) switch
        {
            GapOutcome.Decided { Entry: { } entry } => PressResult.Tells(wording.Shared.SavedAs(entry)),
            GapOutcome.NotWritten { Why: FaqOutcome.Invalid invalid } => Again([.. invalid.Faults.Select(new FaqCards(wording, by => by).InWords)]),
            GapOutcome.NotWritten { Why: FaqOutcome.Refused refused } => Again([wording.Shared.Refused(refused)]),
            var other => Again([InWords(other, wording)]),
        };

        PressResult Again(IReadOnlyList<string> faults) => PressResult.Opens(wording.Shared.FaqAddTitle, FormOf(id, press.Data.Number, form, wording, faults));
    }

    private System.Text.Json.Nodes.JsonObject FormOf(GapId id, int page, FaqForm form, TeamsWording wording, IReadOnlyList<string>? faults) =>
        new FaqCards(wording, by => by).FormFor(new CardData(CardVerbs.GapSave, id.ToString(), page), form, services.Scopes.Scopes, faults);

    /// <summary>As many of its questions as a form has room for.</summary>
    private static FaqForm FormOf(GapView gap)
    {
        var draft = GapDesk.Draft(gap);
        var room = TeamsLimits.InputText;
        return new FaqForm
        {
            Title = draft.Title ?? "",
            Phrasings = string.Join('\n', (draft.Phrasings ?? []).TakeWhile(p => (room -= p.Length + 1) >= 0)),
            Scope = draft.Scope is { Length: > 0 } scope ? scope : FaqForm.Everybody,
        };
    }

    private static string InWords(GapOutcome outcome, TeamsWording wording)
    {
        var desk = wording.Shared.Desk;
        return outcome switch
        {
            GapOutcome.Decided { Entry: { } entry } => wording.Shared.SavedAs(entry),
            GapOutcome.Decided { Gap: { State: GapState.NotOurs } gap } => SharedWording.Filled(desk.GapIsNotOurs, gap.Id.ToString()),
            GapOutcome.Decided => desk.GapDecided,
            GapOutcome.NotYours => desk.GapNotYours,
            GapOutcome.Unchanged => desk.GapDecidedBefore,
            GapOutcome.NotWritten { Why: FaqOutcome.Refused refused } => wording.Shared.Refused(refused),
            GapOutcome.NotWritten => wording.FaqMissing,
            _ => desk.GapGone,
        };
    }
}
