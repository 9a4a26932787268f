using System.CommandLine;
using ProgrammeBot.App.Hosting;

namespace ProgrammeBot.App.Commands;

/// <summary><c>run</c>, the default: the host with the web chat and every channel that has credentials.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Run the host: web chat, and every channel that has credentials (the default)");
        command.SetAction(RunAsync);
        return command;
    }

    public static void MakeDefault(RootCommand root) => root.SetAction(RunAsync);

    private static IEnumerable<KeyValuePair<string, string?>>? Given(ParseResult parsed) =>
        parsed.GetValue(CommonOptions.Encoder) is { } encoder ? [new(BotSettings.EncoderKey, encoder)] : null;

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => CommandLine.Guard(async () =>
    {
        await using var host = await BotHost.StartAsync(CommonOptions.Paths(parsed), cancellationToken, Given(parsed));
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    });
}
