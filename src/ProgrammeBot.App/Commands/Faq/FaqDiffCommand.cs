using System.CommandLine;
using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Commands.Faq;

/// <summary><c>faq diff</c>: what changed between two revisions of an entry.</summary>
internal static class FaqDiffCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The entry" };
        var revisions = new Argument<int[]>("revisions")
        {
            Description = "One revision, against how the entry stands; or two, the earlier first. Without: against what answers, or else the revision before",
            Arity = new ArgumentArity(0, 2),
            HelpName = "REV",
        };
        var command = new Command("diff", "Show what changed between two revisions of an entry") { id, revisions };
        command.SetAction((parsed, cancellationToken) => FaqCommand.WithStore(parsed, start: true, async store =>
        {
            var entry = FaqCommand.IdOf(parsed.GetRequiredValue(id));
            await using var unit = await store.ReadAsync(cancellationToken);
            var current = await unit.Faq.FindAsync(entry, cancellationToken) ?? throw FaqCommand.Unknown(entry);
            var (from, to) = parsed.GetValue(revisions) switch
            {
                [var one, var other] => (one, other),
                [var one] => (one, current.Revision),
                _ => (current.IsBesideLive ? current.LiveRevision!.Value : current.Revision - 1, current.Revision), // beside a live one there is one
            };
            var before = from == 0 ? null : await FindAsync(unit, entry, from, cancellationToken);
            var after = await FindAsync(unit, entry, to, cancellationToken);
            var diff = FaqDiff.Of(before?.Content, after.Content);
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? LifeContract.Json(LifeContract.Of(entry, from, to, diff)) : diff.ToString());
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static async Task<FaqEntry> FindAsync(IUnitOfWork unit, FaqId id, int revision, CancellationToken cancellationToken) =>
        (await unit.Faq.FindRevisionAsync(id, revision, cancellationToken))?.Entry
        ?? throw new CommandException($"'{id}' has no revision {revision}. 'faq history {id}' names those there are.") { ExitCode = ExitCode.WrongUse };
}
