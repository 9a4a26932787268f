using System.CommandLine;
using ProgrammeBot.App.Commands.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq;
using ProgrammeBot.Voting;

namespace ProgrammeBot.App.Commands.Desks;

/// <summary><c>feedback</c>: what people thought of answers, the worst first.</summary>
internal static class FeedbackCommand
{
    public static Command Create() => new("feedback", "Votes on answers, by entry and by passage") { List(), Tune() };

    private static Command List()
    {
        var days = new Option<int>("--days") { Description = "Votes of the last so many days", HelpName = "N", DefaultValueFactory = _ => 90 };
        var command = new Command("list", "List the votes, the worst first") { days };
        command.SetAction((parsed, cancellationToken) => WithDeskAsync(parsed, async desk =>
        {
            var last = parsed.GetValue(days) is > 0 and <= 3650 and var some ? some : throw new CommandException("--days: write 1 to 3650.") { ExitCode = ExitCode.WrongUse };
            var report = await desk.ReportAsync(DeskCommand.Operator, TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(last), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                DeskCommand.Json(new
                {
                    entries = report.Entries.Select(e => new { entry = e.Id.ToString(), title = e.Title, offset = e.Offset, votes = Contract(e.Tally) }),
                    passages = report.Passages.Select(p => new { document = p.Passage.Cited.DocumentId, section = p.Cited?.Section, quote = p.Cited?.Quote, votes = Contract(p.Tally) }),
                });
                return ExitCode.Done;
            }

            foreach (var entry in report.Entries)
            {
                DeskCommand.Row("entry", entry.Tally.Helpful, entry.Tally.NotHelpful, Reasons(entry.Tally), entry.Id, entry.Title, string.Join(" / ", entry.Tally.Words));
            }

            foreach (var passage in report.Passages)
            {
                DeskCommand.Row("passage", passage.Tally.Helpful, passage.Tally.NotHelpful, Reasons(passage.Tally), passage.Passage.Cited.DocumentId, passage.Cited?.Section, string.Join(" / ", passage.Tally.Words));
            }

            await Console.Error.WriteLineAsync($"{report.Entries.Count} entries, {report.Passages.Count} passages (what, helpful, not helpful, reasons, name, title or section, words)");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command Tune()
    {
        var command = new Command("tune", "Let the votes move the entries' thresholds now; the running host does so every ten minutes");
        command.SetAction((parsed, cancellationToken) => WithDeskAsync(parsed, async desk =>
        {
            var moved = await desk.TuneAsync(cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                DeskCommand.Json(new { moved });
            }

            await Console.Error.WriteLineAsync($"{moved} entries moved");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Task<int> WithDeskAsync(ParseResult parsed, Func<FeedbackDesk, Task<int>> body, CancellationToken cancellationToken) => FaqCommand.WithStore(parsed, start: false, async store =>
    {
        await using var bot = Bot.Assemble(CommonOptions.Paths(parsed), TimeProvider.System, encoder: false);
        bot.Indexer.Open();
        return await body(new FeedbackDesk(store, NobodyWatches.Instance, bot.Corpora));
    }, cancellationToken);

    private static string Reasons(VoteTally tally) => string.Join(", ", tally.Reasons.Select(r => $"{r.Key} {r.Value}"));

    private static object Contract(VoteTally tally) => new
    {
        helpful = tally.Helpful,
        not_helpful = tally.NotHelpful,
        reasons = tally.Reasons.ToDictionary(r => r.Key.ToString(), r => r.Value),
        words = tally.Words,
    };
}
