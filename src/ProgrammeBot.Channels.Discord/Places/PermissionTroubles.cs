using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>Tells a guild's administrators, away from everybody else, which permission we lack: in the moderators' channel, else its owner directly.</summary>
internal sealed class PermissionTroubles(DiscordServices services, GuildDirectory directory)
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(Snowflake, Permissions), DateTimeOffset> _told = new();

    /// <summary>Says so, at most once a day for a channel and permission. Never fails: it is about what fails already.</summary>
    public async Task TellAsync(Here here, Permissions lacking, CancellationToken cancellationToken)
    {
        if (here.Guild is not { } guild)
        {
            return;
        }

        var now = services.Time.GetUtcNow();
        var last = _told.GetOrAdd((here.Channel, lacking), DateTimeOffset.MinValue);
        if (now - last < Again || !_told.TryUpdate((here.Channel, lacking), now, last))
        {
            return;
        }

        services.Log.LogWarning("In channel {Channel} of guild {Guild} the bot lacks the permission {Permission}: grant it to the bot's role.", here.Channel, guild, PermissionNames.Of(lacking));
        var message = new OutgoingMessage { Content = Words(here.Wording, lacking, here.Channel) };
        if (Snowflake.TryParse(here.Settings.ModeratorChannel, out var moderators) && moderators != here.Channel && await TriedAsync(moderators, message, cancellationToken))
        {
            return;
        }

        if (directory.FindGuild(guild)?.Owner is { } owner)
        {
            try
            {
                await TriedAsync((await services.Calls.OpenDirectMessagesAsync(owner, cancellationToken)).Id, message, cancellationToken);
            }
            catch (DiscordCallException)
            {
                // The log has it.
            }
        }
    }

    public static string Words(DiscordWording wording, Permissions lacking, Snowflake channel) =>
        SharedWording.Filled(wording.MissingPermission, PermissionNames.Of(lacking), $"<#{channel}>");

    private async Task<bool> TriedAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await services.Calls.SendAsync(channel, message, cancellationToken);
            return true;
        }
        catch (DiscordCallException)
        {
            return false;
        }
    }
}
