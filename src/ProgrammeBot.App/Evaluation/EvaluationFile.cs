using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ProgrammeBot.App.Commands;

namespace ProgrammeBot.App.Evaluation;

/// <summary>Reads a moderator's questions: JSONL with the fields of a gold file, or CSV with the columns question, facts, document.</summary>
internal static partial class EvaluationFile
{
    /// <exception cref="CommandException">The file is missing or malformed; names line and field.</exception>
    public static IReadOnlyList<EvaluationItem> Read(string path)
    {
        var items = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? FromCsv(path) : [.. JsonLines.Read(path).Select(FromJson)];
        if (items.Count == 0)
        {
            throw new CommandException($"{path}: holds no question");
        }

        if (items.GroupBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new CommandException($"{path}: the id '{twice.Key}' stands twice");
        }

        return items;
    }

    private static EvaluationItem FromJson(JsonLine line) => new(line.OptionalText("id") ?? $"line-{line.Number}", line.Text("question"))
    {
        Turns = line.Texts("turns"),
        Kind = line.OptionalText("kind") ?? "direct",
        Polarity = line.OptionalText("polarity"),
        Programme = line.OptionalText("programme"),
        Documents = line.Texts("doc"),
        All = line.Texts("answer_all"),
        Any = line.Texts("answer_any"),
        Never = line.Texts("must_not"),
        PartialFrom = line.OptionalText("notes") is { } notes && Partial().Match(notes) is { Success: true } match ? match.Groups[1].Value : null,
    };

    private static List<EvaluationItem> FromCsv(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file");
        }

        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = a => a.Header.Trim().ToLowerInvariant(), BadDataFound = a => throw Malformed(path, a.Context.Parser!.RawRow, "a quotation mark stands where none may: put the field in quotes, and double those within"), MissingFieldFound = null });
        var items = new List<EvaluationItem>();
        try
        {
            if (!csv.Read())
            {
                return [];
            }

            csv.ReadHeader();
            if (csv.HeaderRecord?.Any(h => h.Trim().Equals("question", StringComparison.OrdinalIgnoreCase)) != true)
            {
                throw new CommandException($"{path}, line 1: a column 'question' is missing (columns: question, facts, document)");
            }

            var columns = csv.HeaderRecord.Length;
            while (csv.Read())
            {
                if (csv.Parser.Count != columns)
                {
                    throw Malformed(path, csv.Parser.RawRow, $"{csv.Parser.Count} fields where the first line has {columns}: put a field that holds a comma in quotes");
                }

                var question = csv.GetField("question");
                if (string.IsNullOrWhiteSpace(question))
                {
                    throw Malformed(path, csv.Parser.RawRow, "'question' is empty");
                }

                var facts = Parts(csv.GetField("facts"));
                var documents = Parts(csv.GetField("document"));
                items.Add(new EvaluationItem(string.Create(CultureInfo.InvariantCulture, $"line-{csv.Parser.RawRow}"), question)
                {
                    All = facts,
                    Documents = documents,
                    Kind = facts.Length == 0 && documents.Length == 0 ? "unanswerable" : "direct",
                });
            }
        }
        catch (CsvHelperException e)
        {
            throw Malformed(path, csv.Parser.RawRow, e.Message.Split('\n')[0], e);
        }

        return items;
    }

    private static CommandException Malformed(string path, int line, string what, Exception? cause = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {what}"), cause!);

    private static string[] Parts(string? field) => field is null ? [] : field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"partial-ok:\s*([\w-]+)\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex Partial();
}
