using System.CommandLine;
using ProgrammeBot.App.Channels;
using ProgrammeBot.App.Hosting;

namespace ProgrammeBot.App.Commands;

/// <summary><c>chat</c>: a conversation on the console.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var programme = new Option<string?>("--programme") { Description = "The programme meant: its id or a name", HelpName = "ID" };
        var command = new Command("chat", "Ask on the console, question after question") { programme };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            await using var store = await bot.OpenFaqAsync(cancellationToken);
            var channel = new ConsoleChannel(Console.In, Console.Out, bot.Links, prompt: !Console.IsInputRedirected);
            await channel.RunAsync(bot.Answerer, bot.ScopeNamed(parsed.GetValue(programme), "--programme"), cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }
}
