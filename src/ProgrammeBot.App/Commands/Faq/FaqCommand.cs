using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq</c>: the entries moderators keep.</summary>
internal static class FaqCommand
{
    public static Command Create() => new("faq", "Keep FAQ entries: list, write, bring in and out, match")
    {
        FaqListCommand.Create(), FaqWriteCommands.Add(), FaqWriteCommands.Edit(), FaqWriteCommands.Retire(), FaqHistoryCommand.Create(), FaqDiffCommand.Create(),
        FaqReviewCommands.Review(), FaqReviewCommands.Approve(), FaqReviewCommands.Decline(), FaqReviewCommands.Publish(), FaqGateCommand.Create(),
        FaqImportCommand.Create(), FaqExportCommand.Create(), FaqMatchCommand.Create(), FaqCalibrateCommand.Create(),
    };

    /// <summary>Runs a command over the store.</summary>
    /// <param name="parsed">What the caller typed.</param>
    /// <param name="start">Whether an empty store gets the starter FAQ first.</param>
    /// <param name="body">The command.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<int> WithStore(ParseResult parsed, bool start, Func<IStore, Task<int>> body, CancellationToken cancellationToken) => CommandLine.Guard(async () =>
    {
        var paths = CommonOptions.Paths(parsed);
        await using var store = await FaqStore.OpenAsync(paths, cancellationToken);
        if (start)
        {
            await FaqStore.StartAsync(store, paths, Console.Error.WriteLine, cancellationToken);
        }

        return await body(store);
    });

    /// <exception cref="CommandException">The text is no id.</exception>
    public static FaqId IdOf(string text) => FaqId.TryParse(text, out var id) ? id : throw new CommandException(
        $"'{text}' is no entry id: 1 to {FaqId.MaxLength} letters a to z, digits, '-', '_', '.', ':' or '?'")
    {
        ExitCode = ExitCode.WrongUse,
    };

    public static CommandException Unknown(FaqId id) => new($"There is no entry '{id}'. 'faq list' names those there are.");
}
