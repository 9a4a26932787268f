using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Storage.Backups;

namespace ProgrammeBot.App.Commands;

/// <summary><c>backup</c> and <c>restore</c>: all that the store holds, in one file that suits every kind of store.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The file to be written, a zip; it must not be there yet" };
        var withKeys = new Option<bool>("--with-keys")
        {
            Description = "Put the protection keys in too. Without them a restored store cannot reach the people and messages it points at; with them whoever has the file can. Keep it as you would a password",
        };
        var command = new Command("backup", "Write all that the store holds into one file, while the bot runs") { file, withKeys };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var paths = CommonOptions.Paths(parsed);
            await using var store = await FaqStore.OpenAsync(paths, cancellationToken);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            var report = await BackupWriter.WriteAsync(store, path, parsed.GetValue(withKeys) ? paths.Keys : null, TimeProvider.System, cancellationToken);
            Tell(parsed, report, path, "Written");
            if (report.Keys == 0)
            {
                await Console.Error.WriteLineAsync($"Without the protection keys: keep {paths.Keys} apart, or what points at people and messages is lost with them.");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A file that 'backup' wrote, from whichever kind of store" };
        var replace = new Option<bool>("--replace") { Description = "Replace what the store holds, after a back-up of it was written beside FILE" };
        var command = new Command("restore", "Bring all that a back-up holds into the store; stop the bot first") { file, replace };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            var paths = CommonOptions.Paths(parsed);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await using var store = await FaqStore.OpenAsync(paths, cancellationToken);
            var report = await BackupRestore.RestoreAsync(store, path, parsed.GetValue(replace), paths.Keys, TimeProvider.System, cancellationToken);
            Tell(parsed, report, path, "Restored");
            if (report.Replaced is { } replaced)
            {
                await Console.Error.WriteLineAsync($"What was there before is in {replaced}.");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static void Tell(ParseResult parsed, BackupReport report, string path, string done)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            Console.Out.WriteLine(Faq.FaqEntryContract.Json(new { file = path, made_at = report.MadeAt, records = report.Records, keys = report.Keys, replaced = report.Replaced }));
            return;
        }

        Console.Out.WriteLine($"{done}: {report.Total} records{(report.Keys > 0 ? $" and {report.Keys} keys" : "")}, {path}");
    }

    private static Task<int> GuardAsync(Func<Task<int>> body) => CommandLine.Guard(async () =>
    {
        try
        {
            return await body();
        }
        catch (BackupException e)
        {
            throw new CommandException(e.Message, e);
        }
    });
}
