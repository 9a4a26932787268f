using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>'suggest', and the button below a reply that has no answer: a member's words on their way to the moderators, seen by nobody else.</summary>
internal sealed class SuggestionTaking(TeamsServices services, GivenReplies given, ModeratorDesks desks, SuggestionBoard board) : IPressHandler
{
    /// <summary>The form, in a chat of their own; where others read along, a button that opens it.</summary>
    public async Task<OutgoingActivity> OpenAsync(Here here, CancellationToken cancellationToken)
    {
        var cards = new SuggestionCards(here.Wording);
        return services.SuggestionDesk() is null || await desks.FindAsync(here.Place, here.Address, here.Settings.Programme, cancellationToken) is null
            ? OutgoingActivity.Says(here.Wording.NoModerators)
            : OutgoingActivity.Shows(here.At.IsPersonal ? cards.Form("") : cards.Invitation(), here.Wording.Shared.Desk.SuggestTitle);
    }

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.Verb is not (CardVerbs.Suggest or CardVerbs.SuggestSend))
        {
            return null;
        }

        // Of another's question nothing is told: a button can be forged.
        var theirs = press.Data.Answer is { } id && given.Find(id) is { } reply && reply.Asker == press.Person ? reply : null;
        var (here, place, scope) = (press.Here, theirs?.Place ?? press.Here.Place, theirs?.Scope ?? KnownScope(press.Here));
        if (services.SuggestionDesk() is not { } suggestions || await desks.FindAsync(place, here.Address, scope, cancellationToken) is not { } moderators)
        {
            return PressResult.Tells(here.Wording.NoModerators);
        }

        if (press.Data.Verb == CardVerbs.Suggest)
        {
            return PressResult.Opens(here.Wording.Shared.Desk.SuggestTitle, new SuggestionCards(here.Wording).Form(press.Data.Subject, theirs?.Question ?? ""));
        }

        var suggested = new NewSuggestion(press.Data[FormNames.Title], press.Data[FormNames.Answer])
        {
            Within = moderators.Within,
            Scope = scope,
            By = new PersonReference(Kept.Of(services.Protection, press.Address), services.Protection.HashOf(press.Person)),
        };
        var outcome = await suggestions.SuggestAsync(suggested, cancellationToken);
        var words = SuggestionWords.ToSuggester(outcome, here.Wording.Shared);
        if (outcome is not SuggestionOutcome.Done done)
        {
            // What was written stands in the form still.
            return PressResult.Opens(here.Wording.Shared.Desk.SuggestTitle, new SuggestionCards(here.Wording).Form(press.Data.Subject, suggested.Question, suggested.Answer, words));
        }

        await board.ShowAsync(done.Suggestion, null, moderators, cancellationToken);
        return PressResult.Tells(words);
    }

    private string? KnownScope(Here here) => here.Settings.Programme is { } scope && services.Scopes.Find(scope) is not null ? scope : null;
}
