using Microsoft.Extensions.Logging;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Conversations;

namespace ProgrammeBot.Channels.Teams.Places;

/// <summary>Coming and going: greets once where we were added, and forgets what was kept of places that are gone.</summary>
internal sealed class Installations(TeamsServices services, TeamsPlaces places, ReplyLedger ledger)
{
    /// <summary>On an installation both an <c>installationUpdate</c> and a <c>conversationUpdate</c> come, in any order, and on some clients at every page load.</summary>
    private readonly RecentItems<string, bool> _greeted = new(10_000);

    /// <summary>Takes an <c>installationUpdate</c>.</summary>
    public async Task InstalledAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        switch (activity.Action)
        {
            case "add":
                await AddedAsync(activity, at, cancellationToken);
                break;
            case "add-upgrade":
                await places.InstalledAsync(at, null, cancellationToken);
                break;
            case "remove":
                await GoneAsync(at, cancellationToken);
                break;
        }
    }

    /// <summary>Takes a <c>conversationUpdate</c>.</summary>
    public async Task ChangedAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        switch (activity.ChannelData?.EventType)
        {
            case EventTypes.ChannelDeleted when at is { Team: { } team, Channel: { } channel } && team != channel:
                await ledger.PlaceGoneAsync(Whereabouts.ChannelPlace(at.Address.Tenant, team, channel), cancellationToken);
                places.Forget(at.Root);
                return;
            case EventTypes.TeamDeleted or EventTypes.TeamHardDeleted:
                await GoneAsync(at, cancellationToken);
                return;
            case EventTypes.ChannelMemberRemoved or EventTypes.ChannelMemberAdded:
                // Of one channel alone: the team has us still.
                return;
        }

        var self = activity.Recipient?.Id;
        if (activity.MembersRemoved?.Any(m => m?.Id == self) == true)
        {
            await GoneAsync(at, cancellationToken);
        }
        else if (activity.MembersAdded?.Any(m => m?.Id == self) == true)
        {
            await AddedAsync(activity, at, cancellationToken);
        }
    }

    private async Task AddedAsync(Activity activity, Whereabouts at, CancellationToken cancellationToken)
    {
        // Whoever adds an app to a team must be allowed to: the first to set it up. In our own chat there is nobody else.
        var isNew = !await places.IsKnownAsync(at.Root, cancellationToken);
        await places.InstalledAsync(at, at.IsPersonal ? null : activity.From?.AadObjectId is { Length: > 0 } id ? id : null, cancellationToken);
        if (!isNew || !_greeted.TryAdd(at.Root.ToString(), true))
        {
            return;
        }

        // In a team whoever installs us chooses the channel.
        var to = at.Team is not null && activity.ChannelData?.Settings?.SelectedChannel?.Id is { } selected ? at.Address with { Conversation = selected } : at.Address;
        var greeting = new Greetings(services.Wording.For(activity.Locale)).Of(at.Kind, services.Suggestions());
        try
        {
            await services.Calls.SendAsync(to, greeting, null, isAwaited: false, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("A greeting could not be sent: {Message}", e.Message);
        }
    }

    private async Task GoneAsync(Whereabouts at, CancellationToken cancellationToken)
    {
        await ledger.PlaceGoneAsync(at.Root, cancellationToken);
        places.Forget(at.Root);
        _greeted.Remove(at.Root.ToString()); // whoever adds us again is new to us
        services.Log.LogInformation("Removed from a {Kind}: what was kept for it is removed.", at.Kind);
    }
}
