using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Tells members what became of their suggestions, by direct message and in no other way: what they wrote was for moderators.</summary>
internal sealed class SuggestionNews(DiscordServices services, DiscordPlaces places, SuggestionBoard board, AskerNews news) : ISuggestionNews
{
    public string Platform => DiscordPlaces.Platform;

    public async ValueTask<bool> TellAsync(Suggestion suggestion, PersonReference by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        await board.ShowEndAsync(suggestion, cancellationToken);
        if (suggestion.Within is not { } within)
        {
            return false;
        }

        var there = await places.HereAsync(within, cancellationToken);
        var entry = suggestion.Faq is { } id ? await services.Desk.FindAsync(id, cancellationToken) : null;
        return await news.TellDirectlyAsync(by, new SuggestionMessages(there.Wording).Decided(suggestion, entry?.Content.Status == FaqStatus.Live), "s" + suggestion.Id.ToString()[^22..], cancellationToken);
    }
}
