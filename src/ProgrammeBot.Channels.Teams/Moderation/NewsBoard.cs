using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>What moderators should know, in the channel of each team whose moderators keep the FAQ.</summary>
/// <remarks>Whoever adds us to a team may choose a channel for its questions; what concerns the FAQ of all goes only where an operator has named moderators.</remarks>
internal sealed class NewsBoard(TeamsServices services, TeamsPlaces places) : IModeratorNews
{
    public async Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        IReadOnlyList<Place> kept;
        await using (var unit = await services.Store.ReadAsync(cancellationToken))
        {
            kept = await unit.Places.ListOfAsync(Whereabouts.Platform, cancellationToken);
        }

        var boards = kept.Where(p => (notice.Within is not { } within || p.Id.IsUnder(within)) && p.Settings.ModeratorChannel is not null && IsKept(p.Settings))
            .DistinctBy(p => p.Settings.ModeratorChannel);
        foreach (var place in boards)
        {
            if (places.ReadAddress(place.Address) is { } at)
            {
                var wording = services.Wording.For((await places.SettingsAsync(place.Id, cancellationToken)).Language);
                await PostAsync(at.Address, place.Settings.ModeratorChannel!, new Notices(wording).News(notice.In(wording.Shared.Notices)), cancellationToken); // just looked at
            }
        }
    }

    private static bool IsKept(PlaceSettings settings) => settings is { ModeratorRole: not null } or { Moderators.Count: > 0 };

    private async Task PostAsync(ConversationAddress team, string channel, OutgoingActivity news, CancellationToken cancellationToken)
    {
        try
        {
            await services.Calls.StartThreadAsync(team, channel, news, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("The moderators of a team could not be told something: {Message}", e.Message);
        }
    }
}
