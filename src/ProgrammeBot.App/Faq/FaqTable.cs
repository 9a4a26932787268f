using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ProgrammeBot.App.Commands;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Reads entries from a table with the columns question, answer and, if there, metadata ('scope:msc-aml|tag:fees').</summary>
/// <remarks>Lines with the same answer and metadata are phrasings of one entry, as question-and-answer services export them.</remarks>
internal static class FaqTable
{
    private const string KnownMetadata = "id, scope, owner, tag, valid_from, valid_until, status; other ones become tags";

    /// <exception cref="CommandException">The table is malformed, or a value cannot be kept; names line and column.</exception>
    public static IReadOnlyList<FaqFileEntry> Read(string path, string delimiter)
    {
        var order = new List<(string Answer, string Metadata)>();
        var groups = new Dictionary<(string Answer, string Metadata), (int Line, List<string> Questions)>();
        foreach (var (line, question, answer, metadata) in Rows(path, delimiter))
        {
            // Without an answer nothing says that two questions ask the same.
            var key = (answer.Length == 0 ? $"\0{line}" : answer, metadata);
            if (!groups.TryGetValue(key, out var group))
            {
                order.Add(key);
                groups[key] = group = (line, []);
            }

            group.Questions.Add(question);
        }

        var taken = new HashSet<FaqId>();
        return [.. order.Select(key => EntryOf(path, key, groups[key].Line, groups[key].Questions, taken))];
    }

    private static FaqFileEntry EntryOf(string path, (string Answer, string Metadata) key, int line, List<string> questions, HashSet<FaqId> taken)
    {
        var answer = key.Answer.StartsWith('\0') ? "" : key.Answer;
        try
        {
            var content = new FaqContent
            {
                Title = questions[0],
                Phrasings = [.. questions.Skip(1).Where(q => q != questions[0]).Distinct(StringComparer.Ordinal)],
                Answer = answer,
                Status = FaqStatus.Live,
            };
            return Apply(path, line, key.Metadata, content, questions[0], taken);
        }
        catch (ArgumentException fault)
        {
            throw Wrong(path, line, $"{fault.Message.Split('\n')[0].Split(" (Parameter")[0]} Shorten or mend it", fault);
        }
    }

    private static FaqFileEntry Apply(string path, int line, string metadata, FaqContent content, string question, HashSet<FaqId> taken)
    {
        FaqId? named = null;
        var tags = new List<string>();
        DateOnly? from = null, until = null;
        foreach (var (name, value) in metadata.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pair))
        {
            switch (name.ToLowerInvariant())
            {
                case "id":
                    named = FaqId.TryParse(value, out var id) ? id : throw Wrong(path, line, $"'metadata': '{value}' is no entry id: letters a to z, digits and '-_.:?'");
                    break;
                case "scope":
                    content = content with { Scope = value };
                    break;
                case "owner":
                    content = content with { OwnerRole = value };
                    break;
                case "tag" or "tags":
                    tags.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                    break;
                case "valid_from":
                    from = Day(path, line, name, value);
                    break;
                case "valid_until":
                    until = Day(path, line, name, value);
                    break;
                case "status":
                    content = content with
                    {
                        Status = FaqWords.StatusNamed(value) ?? throw Wrong(path, line, $"'metadata': the status '{value}' is not known. Permitted are draft, review, live, retired"),
                    };
                    break;
                default:
                    tags.Add(value.Length == 0 ? name : $"{name}:{value}");
                    break;
            }
        }

        if (named is { } given && !taken.Add(given))
        {
            throw Wrong(path, line, $"'metadata': the id '{given}' stands twice (known are {KnownMetadata})");
        }

        return new FaqFileEntry(named ?? FaqWords.FreshId(question, taken), content with { Tags = tags, Valid = new Validity(from, until) }, line);
    }

    private static (string Name, string Value) Pair(string text) => text.Split(':', 2) is [var name, var value] ? (name.Trim(), value.Trim()) : (text, "");

    private static DateOnly Day(string path, int line, string name, string value) => FaqWords.DayOf(value)
        ?? throw Wrong(path, line, $"'metadata': '{name}' is no day: write it as 2025-09-30");

    private static IEnumerable<(int Line, string Question, string Answer, string Metadata)> Rows(string path, string delimiter)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            PrepareHeaderForMatch = a => a.Header.Trim().ToLowerInvariant(),
            BadDataFound = a => throw Wrong(path, a.Context.Parser!.RawRow, "a quotation mark stands where none may: put the field in quotes, and double those within"), // the parser is reading
            MissingFieldFound = null,
        });
        var columns = Header(path, csv);
        while (Next(path, csv))
        {
            if (csv.Parser.Count != columns)
            {
                throw Wrong(path, csv.Parser.RawRow, $"{csv.Parser.Count} fields where the first line has {columns}: put a field that holds the separator in quotes");
            }

            var question = StoredText.CleanLine(csv.GetField("question") ?? "");
            if (question.Length == 0)
            {
                throw Wrong(path, csv.Parser.RawRow, "'question' is empty");
            }

            yield return (csv.Parser.RawRow, question, StoredText.Clean(csv.GetField("answer") ?? "").Trim(), StoredText.CleanLine(csv.GetField("metadata") ?? ""));
        }
    }

    private static int Header(string path, CsvReader csv)
    {
        if (!Next(path, csv))
        {
            return 0;
        }

        csv.ReadHeader();
        var header = csv.HeaderRecord ?? [];
        foreach (var column in (string[])["question", "answer"])
        {
            if (!header.Any(h => h.Trim().Equals(column, StringComparison.OrdinalIgnoreCase)))
            {
                throw Wrong(path, 1, $"a column '{column}' is missing (columns: question, answer, metadata)");
            }
        }

        return header.Length;
    }

    private static bool Next(string path, CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException e)
        {
            throw Wrong(path, csv.Parser.RawRow, e.Message.Split('\n')[0], e);
        }
    }

    private static CommandException Wrong(string path, int line, string what, Exception? cause = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}: {what}"), cause!);
}
