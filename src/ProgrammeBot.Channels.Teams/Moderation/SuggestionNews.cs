using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Tells members what became of their suggestions, in a chat of their own and in no other way: what they wrote was for moderators.</summary>
internal sealed class SuggestionNews(TeamsServices services, TeamsPlaces places, SuggestionBoard board) : ISuggestionNews
{
    public string Platform => Whereabouts.Platform;

    public async ValueTask<bool> TellAsync(Suggestion suggestion, PersonReference by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(by);
        await board.ShowEndAsync(suggestion, cancellationToken);
        if (suggestion.Within is not { } within || Kept.Person(services.Protection, by.Address) is not { } person)
        {
            return false;
        }

        var wording = services.Wording.For((await places.SettingsAsync(within, cancellationToken)).Language);
        var entry = suggestion.Faq is { } id ? await services.Desk.FindAsync(id, cancellationToken) : null;
        try
        {
            var news = new SuggestionCards(wording).Decided(suggestion, entry?.Content.Status == FaqStatus.Live);
            await services.Calls.SendAsync(await services.Calls.OpenPersonalAsync(person, cancellationToken), news, null, isAwaited: true, cancellationToken);
            return true;
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("A suggester could not be told ({Code}): {Message}", e.Code, e.Message);
            return false;
        }
    }
}
