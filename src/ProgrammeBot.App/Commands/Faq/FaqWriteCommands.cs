using System.CommandLine;
using ProgrammeBot.App.Faq;
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
            await using var unit = await store.WriteAsync(cancellationToken);
            var taken = (await unit.Faq.ListAsync(null, cancellationToken)).Select(e => e.Id).ToHashSet();
            var name = parsed.GetValue(id) is { } given ? FaqCommand.IdOf(given) : FaqWords.FreshId(content.Title, taken);
            return Tell(parsed, await SaveAsync(unit, fields.Edit(parsed, name, content, 0), cancellationToken));
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
            await using var unit = await store.WriteAsync(cancellationToken);
            var current = await unit.Faq.FindAsync(id, cancellationToken) ?? throw FaqCommand.Unknown(id);
            var content = change(fields.Apply(parsed, current.Content));
            return Tell(parsed, await SaveAsync(unit, fields.Edit(parsed, id, content, current.Revision), cancellationToken));
        }, cancellationToken);

    private static async Task<FaqSave> SaveAsync(IUnitOfWork unit, FaqEdit edit, CancellationToken cancellationToken)
    {
        var save = await unit.Faq.SaveAsync(edit, cancellationToken);
        if (save is FaqSave.Saved)
        {
            await unit.CommitAsync(cancellationToken);
        }

        return save;
    }

    private static int Tell(ParseResult parsed, FaqSave save)
    {
        switch (save)
        {
            case FaqSave.Saved saved:
                Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? FaqEntryContract.Json(FaqEntryContract.Of(saved.Entry)) : $"{saved.Entry.Id}, revision {saved.Entry.Revision}");
                return ExitCode.Done;
            case FaqSave.Conflict conflict:
                throw new CommandException(
                    $"'{conflict.Current.Id}' is at revision {conflict.Current.Revision}, written by {conflict.Current.UpdatedBy}: nothing was changed. Look at it ('faq history {conflict.Current.Id}'), then edit again on that revision.");
            default:
                throw new CommandException("There is no such entry: nothing was changed.");
        }
    }
}
