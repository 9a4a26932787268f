using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>What moderators should know, in each channel that was set up for them.</summary>
internal sealed class NewsBoard(DiscordServices services, DiscordPlaces places) : IModeratorNews
{
    public async Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        foreach (var (channel, wording) in await places.ModeratorChannelsAsync(notice.Within, cancellationToken))
        {
            try
            {
                await services.Calls.SendAsync(channel, new Notices(wording).News(notice.In(wording.Shared.Notices)), cancellationToken);
            }
            catch (DiscordCallException e)
            {
                services.Log.LogWarning("The moderators of the channel {Channel} could not be told something: {Message}", channel, e.Message);
            }
        }
    }
}
