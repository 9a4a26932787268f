using System.Net;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.App.Channels.Discord;

/// <summary>Looks at everything on Discord's side that the bot needs, and says what to mend where; one message to its owner comes and goes.</summary>
internal static class DiscordSelfTest
{
    private static readonly TimeSpan SessionWithin = TimeSpan.FromSeconds(30);

    public static async Task<DoctorReport> RunAsync(DiscordClient client, DiscordSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var findings = new List<DoctorFinding>();
        if (await ApplicationAsync(client, settings, findings, cancellationToken) is { } application)
        {
            await SessionAsync(client, time, findings, cancellationToken);
            await RightsAsync(client, findings, cancellationToken);
            await RoundTripAsync(client, application, time, findings, cancellationToken);
        }

        return new DoctorReport(findings);
    }

    private static async Task<CurrentApplication?> ApplicationAsync(DiscordClient client, DiscordSettings settings, List<DoctorFinding> findings, CancellationToken cancellationToken)
    {
        CurrentApplication application;
        try
        {
            application = await client.Rest.GetCurrentApplicationAsync(cancellationToken);
        }
        catch (DiscordCallException e)
        {
            findings.Add(new("token", Health.Broken, e.Status == HttpStatusCode.Unauthorized
                ? "Discord refuses it: take a new one at discord.com/developers/applications ('Bot', 'Reset Token')"
                : $"could not be tried: {e.Message}"));
            return null;
        }

        findings.Add(new("token", Health.Well, $"of the application '{application.Name}' ({application.Id})"));
        findings.Add(application.InteractionsEndpointUrl is { Length: > 0 }
            ? new("delivery", Health.Broken, "the application has an Interactions Endpoint URL, so no command or button comes here: clear it at discord.com/developers/applications ('General Information')")
            : new("delivery", Health.Well, "commands and buttons come over the gateway"));
        findings.Add((settings.Channel.MessageContent, application.MayReadMessageContent) switch
        {
            (true, false) => new("intents", Health.Broken, "Discord:MessageContent is on, but the intent is off for the application: switch it on at discord.com/developers/applications ('Bot', 'Message Content Intent'), or set Discord:MessageContent to off"),
            (false, _) => new("intents", Health.Well, "Message Content is off: mentions, direct messages, commands and menus work; ask channels, forums and wake words need it"),
            _ => new DoctorFinding("intents", Health.Well, "Message Content is on"),
        });
        return application;
    }

    private static async Task SessionAsync(DiscordClient client, TimeProvider time, List<DoctorFinding> findings, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var told = new FirstSession();
        var running = client.RunAsync(told, stopping.Token);
        var ended = await Task.WhenAny(told.Ready, running, Task.Delay(SessionWithin, time, stopping.Token));
        findings.Add(ended == told.Ready
            ? new("gateway", Health.Well, "a session began")
            : new("gateway", Health.Broken, running.Exception?.GetBaseException().Message
                ?? (client.Health.Notes is [var note, ..] ? note : null)
                ?? $"no session within {SessionWithin.TotalSeconds:0} seconds: is a firewall in the way of gateway.discord.gg?"));
        await stopping.CancelAsync();
        await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static async Task RightsAsync(DiscordClient client, List<DoctorFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var guilds = await client.Rest.GetCurrentGuildsAsync(cancellationToken);
            if (guilds.Count == 0)
            {
                findings.Add(new("servers", Health.Lacking, "the bot is in none: 'programmebot discord invite' prints the link"));
            }

            foreach (var guild in guilds)
            {
                var lacking = guild.Permissions.HasFlag(Permissions.Administrator) ? Permissions.None : InviteLink.Needed & ~guild.Permissions;
                var names = Enum.GetValues<Permissions>().Where(p => p != Permissions.None && lacking.HasFlag(p)).Select(PermissionNames.Of);
                findings.Add(lacking == Permissions.None
                    ? new("rights", Health.Well, $"all there in '{guild.Name}'")
                    : new("rights", Health.Lacking, $"in '{guild.Name}' the bot lacks {string.Join(", ", names)}: grant them to its role, or invite it again with the link of 'discord invite'"));
            }
        }
        catch (DiscordCallException e)
        {
            findings.Add(new("rights", Health.Broken, e.Message));
        }
    }

    private static async Task RoundTripAsync(DiscordClient client, CurrentApplication application, TimeProvider time, List<DoctorFinding> findings, CancellationToken cancellationToken)
    {
        if (application.Owner is not { } owner || owner.Id.IsNone)
        {
            findings.Add(new("message", Health.Lacking, "the application names no owner, so no private message was tried"));
            return;
        }

        try
        {
            var began = time.GetTimestamp();
            var channel = await client.Calls.OpenDirectMessagesAsync(owner.Id, cancellationToken);
            var sent = await client.Calls.SendAsync(channel.Id, new OutgoingMessage { Content = "Self-test of the programme bot; this message goes again." }, cancellationToken);
            await client.Calls.DeleteAsync(channel.Id, sent.Id, cancellationToken);
            findings.Add(new("message", Health.Well, $"a private message to the owner came and went in {time.GetElapsedTime(began).TotalMilliseconds:0} ms"));
        }
        catch (DiscordCallException e)
        {
            findings.Add(e.Code is DiscordErrors.CannotMessageUser or DiscordErrors.InvalidRecipient
                ? new("message", Health.Lacking, "the owner cannot be written to (they share no server with the bot, have closed direct messages, or are a team): nothing else depends on it")
                : new("message", Health.Broken, e.Message));
        }
    }

    private sealed class FirstSession : IDiscordEvents
    {
        private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ready => _ready.Task;

        void IDiscordEvents.Ready(User self, Snowflake application) => _ready.TrySetResult();

        public void InteractionCreated(Interaction interaction)
        {
        }

        public void MessageCreated(Message message)
        {
        }

        public void MessageUpdated(Message message)
        {
        }

        public void MessagesDeleted(Snowflake channel, IReadOnlyList<Snowflake> messages)
        {
        }

        public void GuildAvailable(Guild guild)
        {
        }

        public void GuildLeft(Snowflake guild)
        {
        }

        public void ChannelChanged(Channel channel)
        {
        }

        public void ChannelDeleted(Channel channel)
        {
        }
    }
}
