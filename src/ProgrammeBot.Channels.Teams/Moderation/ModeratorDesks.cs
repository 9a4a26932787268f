using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Where a question goes to when somebody brings it to the moderators.</summary>
/// <param name="Team">A conversation by which the channel is reached.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="Settings">What holds where the channel was set: whose moderators they are.</param>
/// <param name="Within">The team, or the tenant of a group chat, whose moderators they are.</param>
internal sealed record ModeratorsDesk(ConversationAddress Team, string Channel, PlaceSettings Settings, PlaceId Within);

/// <summary>Finds the moderators of a place. Our own chats have none: there it is those of the programme that was asked about.</summary>
internal sealed class ModeratorDesks(TeamsServices services, TeamsPlaces places)
{
    /// <param name="asked">Where it was asked.</param>
    /// <param name="address">By which service the tenant is reached.</param>
    /// <param name="scope">The scope it was asked within; null is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where nobody has set any up.</returns>
    public async Task<ModeratorsDesk?> FindAsync(PlaceId asked, ConversationAddress address, string? scope, CancellationToken cancellationToken)
    {
        var settings = await places.SettingsAsync(asked, cancellationToken);
        if (settings.ModeratorChannel is { } set)
        {
            return new ModeratorsDesk(address, set, settings, Whereabouts.WithinOf(asked) ?? Whereabouts.TenantPlace(address.Tenant));
        }

        if (!Whereabouts.IsPersonalPlace(asked))
        {
            return null;
        }

        var teams = (await places.TeamsAsync(address.Tenant, cancellationToken)).Where(t => t.Settings.ModeratorChannel is not null)
            .OrderByDescending(t => scope is not null && t.Settings.Programme is { } programme && (services.Scopes.Inherits(scope, programme) || services.Scopes.Inherits(programme, scope)))
            .ThenBy(t => t.Settings.Programme is not null);
        foreach (var team in teams)
        {
            if (places.ReadAddress(team.Address) is { } at)
            {
                return new ModeratorsDesk(at.Address, team.Settings.ModeratorChannel!, team.Settings, team.Id); // just looked at
            }
        }

        return null;
    }
}
