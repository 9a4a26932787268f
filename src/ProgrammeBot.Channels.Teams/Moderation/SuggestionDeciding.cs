using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>What moderators do with a suggestion: take it, take it with their hand over it, or leave it. The first one counts, and the others are told.</summary>
internal sealed class SuggestionDeciding(TeamsServices services, TeamsPlaces places, Roles roles, PersonNames names, SuggestionBoard board) : IPressHandler
{
    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.Verb is not (CardVerbs.SuggestionAccept or CardVerbs.SuggestionEdit or CardVerbs.SuggestionSave or CardVerbs.SuggestionDecline or CardVerbs.SuggestionDeclineSend))
        {
            return null;
        }

        var (wording, who) = (press.Here.Wording, Roles.ModeratorOf(press.Person, press.Here));
        if (services.SuggestionDesk() is not { } desk || !SuggestionId.TryParse(press.Data.Subject, out var id) || await desk.FindAsync(who, id, cancellationToken) is not { Within: { } within } suggestion)
        {
            return PressResult.Tells(wording.Shared.Desk.SuggestionGone);
        }

        // Whose it is says the place it was made in, not the one where somebody presses.
        if (!await roles.IsKeeperAsync(press.By, press.Here.At, await places.SettingsAsync(within, cancellationToken), cancellationToken))
        {
            return PressResult.Tells(wording.NotKeeper);
        }

        names.Note(press.Person, press.By);
        if (suggestion.State != SuggestionState.Open)
        {
            await board.ShowEndAsync(suggestion, cancellationToken);
            return PressResult.Tells(InWords(new SuggestionOutcome.Decided(suggestion), null, wording));
        }

        var cards = new SuggestionCards(wording);
        return press.Data.Verb switch
        {
            CardVerbs.SuggestionAccept => await DecidedAsync(press, await desk.AcceptAsync(who, id, null, cancellationToken), fault => PressResult.Tells(fault), cancellationToken),
            CardVerbs.SuggestionEdit => PressResult.Opens(wording.Shared.Desk.SuggestionEditTitle, FormOf(suggestion, wording)),
            CardVerbs.SuggestionSave => await SavedAsync(press, suggestion, who, desk, cancellationToken),
            CardVerbs.SuggestionDecline => PressResult.Opens(wording.Shared.Desk.SuggestionDeclineTitle, cards.DeclineForm(id.ToString())),
            _ => await DecidedAsync(
                press,
                await desk.DeclineAsync(who, id, press.Data[FormNames.Words], cancellationToken),
                fault => PressResult.Opens(wording.Shared.Desk.SuggestionDeclineTitle, cards.DeclineForm(id.ToString(), press.Data[FormNames.Words], fault)),
                cancellationToken),
        };
    }

    /// <summary>For an entry that is there, its answer alone: whatever else it says is not the suggestion's to change.</summary>
    private System.Text.Json.Nodes.JsonObject FormOf(Suggestion suggestion, TeamsWording wording) => suggestion.Faq is not null
        ? new SuggestionCards(wording).AnswerForm(suggestion.Id.ToString(), suggestion.Answer)
        : EntryForm(suggestion, new FaqForm { Title = suggestion.Question, Answer = suggestion.Answer, Scope = suggestion.Scope ?? FaqForm.Everybody }, wording, null);

    private System.Text.Json.Nodes.JsonObject EntryForm(Suggestion suggestion, FaqForm form, TeamsWording wording, IReadOnlyList<string>? faults) =>
        new FaqCards(wording, by => by).FormFor(new CardData(CardVerbs.SuggestionSave, suggestion.Id.ToString()), form, services.Scopes.Scopes, faults);

    private async Task<PressResult> SavedAsync(Press press, Suggestion suggestion, Moderator who, SuggestionDesk desk, CancellationToken cancellationToken)
    {
        var (wording, title, form) = (press.Here.Wording, press.Here.Wording.Shared.Desk.SuggestionEditTitle, FaqCards.FormOf(press.Data));
        if (suggestion.Faq is not null)
        {
            return await DecidedAsync(
                press,
                await desk.AcceptAsync(who, suggestion.Id, new FaqDraft { Answer = form.Answer }, cancellationToken),
                fault => PressResult.Opens(title, new SuggestionCards(wording).AnswerForm(suggestion.Id.ToString(), form.Answer, fault)),
                cancellationToken);
        }

        var read = FaqFormEntry.Of(form, null, services.Scopes, wording.Shared);
        return read.Faults.Count > 0
            ? PressResult.Opens(title, EntryForm(suggestion, form, wording, read.Faults))
            : await DecidedAsync(press, await desk.AcceptAsync(who, suggestion.Id, read.Draft, cancellationToken), fault => PressResult.Opens(title, EntryForm(suggestion, form, wording, [fault])), cancellationToken);
    }

    private async Task<PressResult> DecidedAsync(Press press, SuggestionOutcome outcome, Func<string, PressResult> again, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        if (outcome is not SuggestionOutcome.Done { Suggestion: var decided })
        {
            var words = InWords(outcome, null, wording);
            return outcome is SuggestionOutcome.Invalid or SuggestionOutcome.NotWritten ? again(words) : PressResult.Tells(words);
        }

        await board.ShowEndAsync(decided, cancellationToken);
        var entry = decided is { State: SuggestionState.Accepted, Faq: { } id } ? await services.Desk.FindAsync(id, cancellationToken) : null;
        return PressResult.Tells(InWords(outcome, entry, wording));
    }

    private string InWords(SuggestionOutcome outcome, FaqEntry? entry, TeamsWording wording) =>
        SuggestionWords.ToModerator(outcome, entry, wording.Shared, by => names.Of(by, wording.Shared.SomeModerator), TeamsCards.Time);
}
