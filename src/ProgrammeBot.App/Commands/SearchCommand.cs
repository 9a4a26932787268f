using System.CommandLine;
using System.Globalization;
using System.Text;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Commands;

/// <summary><c>search</c>: a file of queries in, a ranked run out, as retrieval measures read it.</summary>
internal static class SearchCommand
{
    private const int MostUnits = 10_000;

    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "Queries: {id, text} a line", Required = true, HelpName = "Q.jsonl" };
        var output = new Option<string>("--out") { Description = "Lines 'query TAB document-or-passage TAB score', best first", Required = true, HelpName = "RUN.tsv" };
        var count = new Option<int>("-k") { Description = "How many a query", DefaultValueFactory = _ => 100, HelpName = "N" };
        var unit = new Option<string>("--unit") { Description = "What is ranked (default: passage)", DefaultValueFactory = _ => "passage" };
        unit.AcceptOnlyFromAmong("passage", "document");
        var command = new Command("search", "Rank passages or documents for a file of queries") { input, output, count, unit };
        count.Validators.Add(result =>
        {
            // What is no number at all is already refused.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var k) && k is < 1 or > MostUnits)
            {
                result.AddError($"-k must be from 1 to {MostUnits}");
            }
        });
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var bot = await Bot.OpenAsync(parsed, cancellationToken);
            var corpus = bot.Corpora.Current;
            var documents = parsed.GetValue(unit) == "document";
            var wanted = parsed.GetValue(count);
            var queries = JsonLines.Read(parsed.GetRequiredValue(input)).Select(line => (id: line.Text("id"), text: line.Text("text"))).ToList();
            var runs = queries.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(q => Run(corpus.Index, q.id, q.text, wanted, documents, cancellationToken));
            await using var writer = new StreamWriter(OutputFile.Create(parsed.GetRequiredValue(output)), new UTF8Encoding(false));
            foreach (var run in runs)
            {
                await writer.WriteAsync(run.AsMemory(), cancellationToken);
            }

            await Console.Error.WriteLineAsync($"{queries.Count} queries ranked");
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Run(IPassageIndex index, string id, string text, int wanted, bool documents, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var (unit, score) in documents ? Documents(index, text, wanted, cancellationToken) : Passages(index, text, wanted, cancellationToken))
        {
            lines.Append(id).Append('\t').Append(unit).Append('\t').Append(score.ToString("0.000000", CultureInfo.InvariantCulture)).Append('\n');
        }

        return lines.ToString();
    }

    private static IEnumerable<(string Unit, double Score)> Passages(IPassageIndex index, string text, int wanted, CancellationToken cancellationToken) =>
        index.Find(new PassageQuery(text), wanted, cancellationToken).Select(h => (h.Passage.Id.ToString(), h.Score));

    /// <summary>A document ranks as its best passage; more passages are asked for until there are documents enough.</summary>
    private static List<(string Unit, double Score)> Documents(IPassageIndex index, string text, int wanted, CancellationToken cancellationToken)
    {
        for (var limit = wanted * 2; ; limit *= 4)
        {
            var hits = index.Find(new PassageQuery(text), limit, cancellationToken);
            var best = hits.DistinctBy(h => h.Passage.Id.Document).Take(wanted).Select(h => (h.Passage.Id.Document, h.Score)).ToList();
            if (best.Count == wanted || hits.Count < limit)
            {
                return best;
            }
        }
    }
}
