using System.CommandLine;
using ProgrammeBot.App.Commands.Desks;
using ProgrammeBot.App.Commands.Discord;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Commands.Moderate;
using ProgrammeBot.App.Commands.Privacy;
using ProgrammeBot.App.Commands.Teams;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands;

/// <summary>All commands, and the one place where what goes wrong becomes a sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var index = IndexCommand.Create(parsed => Bot.Assemble(CommonOptions.Paths(parsed), TimeProvider.System, encoder: false).Indexer, CommonOptions.Json, TimeProvider.System);
        var root = new RootCommand("Answers questions about university programmes from a folder of documents, and quotes the passages that prove it.")
        {
            RunCommand.Create(), ChatCommand.Create(), AskCommand.Create(), index, BatchCommand.Create(),
            SearchCommand.Create(), EvalCommand.Create(), FaqCommand.Create(), ImpactCommand.Create(),
            GapsCommand.Create(), FeedbackCommand.Create(), TicketsCommand.Create(), SuggestionsCommand.Create(),
            ModerateCommand.Create(),
            PrivacyCommand.Create(),
            WordingCommand.Create(),
            DiscordCommand.Create(), TeamsCommand.Create(),
            BackupCommands.Backup(), BackupCommands.Restore(),
            DoctorCommand.Create(),
            CommonOptions.Sources, CommonOptions.Index, CommonOptions.Data, CommonOptions.Json, CommonOptions.Encoder,
        };
        RunCommand.MakeDefault(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Try --help.");
            return ExitCode.WrongUse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
    }

    /// <summary>Runs a command's body; a fault becomes a sentence on standard error, never a stack trace.</summary>
    public static async Task<int> Guard(Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (CommandException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
