using System.CommandLine;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Commands;

namespace ProgrammeBot.App.Commands.Discord;

/// <summary><c>discord invite|selftest</c>: what an operator does with the real service before people do.</summary>
internal static class DiscordCommand
{
    public static Command Create() => new("discord", "Invite the bot to a server, and test it on the real service") { Invite(), SelfTest() };

    private static Command Invite()
    {
        var tag = new Option<bool>("--solved-tag") { Description = "Also ask for Manage Threads, to set a forum's 'solved' tag everywhere" };
        var command = new Command("invite", "Print the link that brings the bot into a server, with exactly the rights it needs") { tag };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            using var client = ClientOf(parsed, out _);
            var application = await AskedAsync(() => client.Rest.GetCurrentApplicationAsync(cancellationToken));
            Console.Out.WriteLine(InviteLink.For(application.Id, parsed.GetValue(tag)));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command SelfTest()
    {
        var command = new Command("selftest", "Check token, intents and rights on the real service, with one private message to the bot's owner");
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            using var client = ClientOf(parsed, out var settings);
            var report = await DiscordSelfTest.RunAsync(client, settings, TimeProvider.System, cancellationToken);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? report.ToJson() : report.ToString());
            return report.Healthy ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    /// <exception cref="CommandException">There is no token, or a setting is wrong.</exception>
    private static DiscordClient ClientOf(ParseResult parsed, out DiscordSettings settings)
    {
        settings = DiscordSettings.Read(BotSettings.Read()) ?? throw new CommandException(
            $"There is no token: set {DiscordToken.Setting} (in the environment PROGRAMMEBOT_Discord__Token) or Discord:TokenFile. docs/discord.md says where it comes from.");
        using var logs = LoggerFactory.Create(b => b.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        var ledger = new FileIdentifyLedger(CommonOptions.Paths(parsed).Data, TimeProvider.System, logs.CreateLogger("discord"));
        return DiscordService.ClientOf(settings.Client with { GoOnWithoutMessageContent = false }, ledger, logs.CreateLogger<DiscordClient>());
    }

    private static async Task<T> AskedAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (DiscordCallException e)
        {
            throw new CommandException(e.Message, e);
        }
    }
}
