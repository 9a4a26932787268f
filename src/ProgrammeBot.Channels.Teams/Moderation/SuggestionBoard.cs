using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>What members suggest, in the moderators' channel.</summary>
internal sealed class SuggestionBoard(TeamsServices services, TeamsPlaces places, PersonNames names)
{
    /// <summary>Begins a thread with a new suggestion. Where the channel cannot be written to, the suggestion waits on the pages.</summary>
    public async Task ShowAsync(Suggestion suggestion, FaqEntry? entry, ModeratorsDesk desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(desk);
        var wording = services.Wording.For(desk.Settings.Language);
        var card = OutgoingActivity.Shows(new SuggestionCards(wording).Open(suggestion, entry, ProgrammeOf(suggestion)), wording.Shared.Desk.SuggestionTitle);
        try
        {
            var posted = await services.Calls.StartThreadAsync(desk.Team, desk.Channel, card, cancellationToken);
            await SuggestionPosts.KeepAsync(services.Store, suggestion.Id, Kept.Of(services.Protection, posted), cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("A suggestion could not be brought to the moderators' channel: {Message}", e.Message);
        }
    }

    /// <summary>Makes the moderators' message say what was decided, from whichever surface; one that is gone or out of reach is left.</summary>
    public async Task ShowEndAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        if (suggestion.Decided is not { } decided || suggestion.Within is not { } within
            || Kept.Message(services.Protection, await SuggestionPosts.TakeAsync(services.Store, suggestion.Id, cancellationToken)) is not { } message)
        {
            return;
        }

        var wording = services.Wording.For((await places.SettingsAsync(within, cancellationToken)).Language);
        try
        {
            var card = new SuggestionCards(wording).Ended(suggestion, ProgrammeOf(suggestion), names.Of(decided.By, wording.Shared.SomeModerator));
            await services.Calls.UpdateAsync(message, OutgoingActivity.Shows(card), cancellationToken);
        }
        catch (TeamsCallException)
        {
            // The store has it; a button that was left says so when it is pressed.
        }
    }

    private string? ProgrammeOf(Suggestion suggestion) => suggestion.Scope is { } scope ? services.Scopes.Find(scope)?.Name : null;
}
