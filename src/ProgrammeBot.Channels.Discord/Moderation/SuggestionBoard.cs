using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What members suggest, in the moderators' channel of their guild.</summary>
internal sealed class SuggestionBoard(DiscordServices services, DiscordPlaces places, PermissionTroubles troubles)
{
    /// <summary>Shows a new suggestion. Where the channel cannot be written to, the suggestion waits on the pages.</summary>
    public async Task ShowAsync(Suggestion suggestion, FaqEntry? entry, Snowflake guild, Snowflake moderators, string? locale, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var there = await places.HereAsync(guild, moderators, null, [locale], cancellationToken);
        Message sent;
        try
        {
            var shown = new SuggestionMessages(there.Wording).Open(suggestion, entry, ProgrammeOf(suggestion));
            sent = await services.Calls.SendAsync(moderators, shown with { Nonce = "s" + suggestion.Id.ToString()[^24..], EnforceNonce = true }, cancellationToken);
        }
        catch (DiscordCallException e)
        {
            if (e.Code is DiscordErrors.MissingPermissions or DiscordErrors.MissingAccess)
            {
                await troubles.TellAsync(there, e.Code == DiscordErrors.MissingAccess ? Permissions.ViewChannel : Permissions.SendMessages, cancellationToken);
            }

            return;
        }

        await SuggestionPosts.KeepAsync(services.Store, suggestion.Id, services.Protection.Protect(new MessageAddress(moderators, sent.Id).ToString()), cancellationToken);
    }

    /// <summary>Makes the moderators' message say what was decided, from whichever surface; one that is gone or out of reach is left.</summary>
    public async Task ShowEndAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        if (suggestion.Decided is not { } decided || suggestion.Within is not { } within
            || await SuggestionPosts.TakeAsync(services.Store, suggestion.Id, cancellationToken) is not { } kept
            || MessageAddress.Of(services.Protection.Unprotect(kept)) is not { } address)
        {
            return;
        }

        var there = await places.HereAsync(within, cancellationToken);
        try
        {
            await services.Calls.EditAsync(address.Channel, address.Message, new SuggestionMessages(there.Wording).Ended(suggestion, ProgrammeOf(suggestion), FaqReport.Who(decided.By)), cancellationToken);
        }
        catch (DiscordCallException)
        {
            // The store has it; a button that was left says so when it is pressed.
        }
    }

    private string? ProgrammeOf(Suggestion suggestion) => suggestion.Scope is { } scope ? services.Scopes.Find(scope)?.Name : null;
}
