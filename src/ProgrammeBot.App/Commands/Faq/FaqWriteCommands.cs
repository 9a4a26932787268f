using System.CommandLine;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq add|edit|retire</c>: a revision each.</summary>
internal static class FaqWriteCommands
{
    public static Command Add()
    {
        var fields = new FaqFields();
        var id = new Option<string?>("--id") { Description = "Its name, which never changes; made of the title without it", HelpName = "ID" };
        var command = new Command("add", "Write a new entry") { id };
        fields.AddTo(command, titleRequired: true);
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var content = fields.Apply(parsed, new FaqContent { Title = "?", Status = FaqStatus.Live });
            var name = parsed.GetValue(id) is { } given ? FaqCommand.IdOf(given) : (FaqId?)null;
            return Tell(parsed, await FaqStore.DeskOf(store).AddAsync(content, fields.Author(parsed), name, cancellationToken));
        }, cancellationToken));
        return command;
    }

    public static Command Edit()
    {
        var fields = new FaqFields();
        var id = new Argument<string>("id") { Description = "The entry" };
        var command = new Command("edit", "Change fields of an entry; what is not named stays") { id };
        fields.AddTo(command, titleRequired: false);
        command.SetAction((parsed, cancellationToken) => ChangeAsync(parsed, FaqCommand.IdOf(parsed.GetRequiredValue(id)), fields, c => c, cancellationToken));
        return command;
    }

    public static Command Retire()
    {
        var fields = new FaqFields();
        var id = new Argument<string>("id") { Description = "The entry" };
        var command = new Command("retire", "Let an entry answer no more; it stays with its history") { id };
        fields.AddHistoryTo(command);
        command.SetAction((parsed, cancellationToken) => ChangeAsync(
            parsed, FaqCommand.IdOf(parsed.GetRequiredValue(id)), fields, c => c with { Status = FaqStatus.Retired }, cancellationToken));
        return command;
    }

    private static Task<int> ChangeAsync(ParseResult parsed, FaqId id, FaqFields fields, Func<FaqContent, FaqContent> change, CancellationToken cancellationToken) =>
        FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var outcome = await FaqStore.DeskOf(store).EditAsync(id, fields.BasedOn(parsed), c => change(fields.Apply(parsed, c)), fields.Author(parsed), cancellationToken);
            return outcome is FaqOutcome.Missing ? throw FaqCommand.Unknown(id) : Tell(parsed, outcome);
        }, cancellationToken);

    private static int Tell(ParseResult parsed, FaqOutcome outcome)
    {
        switch (outcome)
        {
            case FaqOutcome.Saved saved:
                Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? FaqEntryContract.Json(FaqEntryContract.Of(saved.Entry)) : $"{saved.Entry.Id}, revision {saved.Entry.Revision}");
                return ExitCode.Done;
            case FaqOutcome.Conflict conflict:
                throw new CommandException(
                    $"'{conflict.Current.Id}' is at revision {conflict.Current.Revision}, written by {conflict.Current.UpdatedBy}: nothing was changed. Look at it ('faq history {conflict.Current.Id}'), then edit again on that revision.");
            case FaqOutcome.Invalid invalid:
                throw new CommandException($"{string.Join('\n', invalid.Faults)}\nNothing was changed.") { ExitCode = ExitCode.WrongUse };
            default:
                throw new CommandException("There is no such entry: nothing was changed.");
        }
    }
}
