using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Faq.Tables;
using ProgrammeBot.Faq;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Reads entries from a table with the columns question, answer and, if there, metadata ('scope:msc-aml|tag:fees'); or from the table of Azure custom question answering.</summary>
/// <remarks>
/// Lines with the same answer and metadata, or with the same QnaId, are phrasings of one entry. Cells are read as <see cref="SpreadsheetCells"/> writes them.
/// </remarks>
internal static class FaqTable
{
    /// <summary>The columns of Azure's table, in its order; the last may be followed by others, which are left alone.</summary>
    public static readonly string[] AzureColumns = ["Question", "Answer", "Source", "Metadata", "SuggestedQuestions", "IsContextOnly", "Prompts", "QnaId"];

    private const string KnownMetadata = "id, scope, owner, tag, valid_from, valid_until, status; other ones become tags";

    /// <exception cref="CommandException">The table is malformed, or a value cannot be kept; names line, column and field.</exception>
    public static IReadOnlyList<FaqFileEntry> Read(string path, string delimiter)
    {
        var order = new List<string>();
        var groups = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        foreach (var row in Rows(path, delimiter))
        {
            // Without an answer nothing says that two questions ask the same.
            var key = row.Number is { Length: > 0 } number ? $"#{number}" : row.Answer.Length == 0 ? $"\0{row.Line}" : $"{row.Answer}\0{row.Metadata}";
            if (!groups.TryGetValue(key, out var group))
            {
                order.Add(key);
                groups[key] = group = [];
            }

            group.Add(row);
        }

        var taken = new HashSet<FaqId>();
        var entries = order.ConvertAll(key => (Rows: groups[key], Entry: EntryOf(path, groups[key], taken)));
        var byNumber = entries.Where(e => e.Rows[0].Number is { Length: > 0 }).ToDictionary(e => e.Rows[0].Number!, e => e.Entry.Id, StringComparer.Ordinal); // those without are out
        return [.. entries.Select(e => e.Entry with { Content = e.Entry.Content with { FollowUps = FollowUps(path, e.Rows, byNumber) } })];
    }

    /// <summary>An answer as Azure's table has it: a line end as a backslash and an n.</summary>
    public static string Escaped(string answer) => answer.Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A value of metadata, without the sign that parts values.</summary>
    public static string Encoded(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Decoded(string value) => value.Replace("%7C", "|", StringComparison.OrdinalIgnoreCase).Replace("%25", "%", StringComparison.Ordinal);

    private static FaqFileEntry EntryOf(string path, List<Row> rows, HashSet<FaqId> taken)
    {
        var first = rows[0];
        try
        {
            var content = new FaqContent
            {
                Title = first.Question,
                Phrasings = [.. rows.Skip(1).Select(r => r.Question).Where(q => q != first.Question).Distinct(StringComparer.Ordinal)],
                Answer = first.Answer,
                Status = FaqStatus.Live,
            };
            return Apply(path, first, content, taken);
        }
        catch (ArgumentException fault)
        {
            throw Wrong(path, first.Line, $"{fault.Message.Split('\n')[0].Split(" (Parameter")[0]} Shorten or mend it", fault);
        }
    }

    private static FaqFileEntry Apply(string path, Row row, FaqContent content, HashSet<FaqId> taken)
    {
        FaqId? named = null;
        var tags = new List<string>();
        DateOnly? from = null, until = null;
        foreach (var (name, value) in Pairs(path, row))
        {
            switch (name.ToLowerInvariant())
            {
                case "id":
                    named = FaqId.TryParse(value, out var id) ? id : throw InMetadata($"'{value}' is no entry id: letters a to z, digits and '-_.:?'");
                    break;
                case "scope":
                    content = content with { Scope = value };
                    break;
                case "owner":
                    content = content with { OwnerRole = value };
                    break;
                case "tag":
                    tags.Add(value);
                    break;
                case "tags":
                    tags.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                    break;
                case "valid_from":
                    from = Day(name, value);
                    break;
                case "valid_until":
                    until = Day(name, value);
                    break;
                case "status":
                    content = content with
                    {
                        Status = FaqWords.StatusNamed(value) ?? throw InMetadata($"the status '{value}' is not known. Permitted are draft, review, live, retired"),
                    };
                    break;
                default:
                    tags.Add(value.Length == 0 ? name : $"{name}:{value}");
                    break;
            }
        }

        if (named is { } given && !taken.Add(given))
        {
            throw InMetadata($"the id '{given}' stands twice (known are {KnownMetadata})");
        }

        return new FaqFileEntry(named ?? FaqWords.FreshId(row.Question, taken), content with { Tags = tags, Valid = new Validity(from, until) }, row.Line) { IsPartial = true };

        CommandException InMetadata(string what) => Wrong(path, row.Line, $"'metadata': {what}", column: row.MetadataColumn);

        DateOnly Day(string name, string value) => FaqWords.DayOf(value) ?? throw InMetadata($"'{name}' is no day: write it as 2025-09-30");
    }

    /// <summary>Azure writes them as pairs with bars between, and newer exports as a list of names and values.</summary>
    private static List<(string Name, string Value)> Pairs(string path, Row row)
    {
        if (!row.Metadata.StartsWith('['))
        {
            return [.. row.Metadata.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(text => text.Split(':', 2) is [var name, var value] ? (name.Trim(), Decoded(value.Trim())) : (text, ""))];
        }

        try
        {
            return [.. (JsonSerializer.Deserialize<AzurePair?[]>(row.Metadata, JsonSerializerOptions.Web) ?? []).OfType<AzurePair>().Where(p => !string.IsNullOrWhiteSpace(p.Name)).Select(p => (p.Name!.Trim(), p.Value?.Trim() ?? ""))]; // blank ones are out
        }
        catch (JsonException fault)
        {
            throw Wrong(path, row.Line, "'metadata' is no list of names and values: write [{\"name\": \"scope\", \"value\": \"…\"}] or scope:…|tag:…", fault, row.MetadataColumn);
        }
    }

    private static IReadOnlyList<FaqFollowUp> FollowUps(string path, List<Row> rows, Dictionary<string, FaqId> byNumber)
    {
        var row = rows.Find(r => r.Prompts is { Length: > 0 } p && p != "[]");
        if (row is null)
        {
            return [];
        }

        AzurePrompt?[]? prompts;
        try
        {
            prompts = JsonSerializer.Deserialize<AzurePrompt?[]>(row.Prompts!, JsonSerializerOptions.Web); // it is not empty
        }
        catch (JsonException fault)
        {
            throw Wrong(path, row.Line, "'prompts' is no list of prompts: write [{\"displayOrder\": 0, \"qnaId\": 2, \"displayText\": \"…\"}], or []", fault, row.PromptsColumn);
        }

        // What leads out of the table, or back to where it is, leads nowhere.
        var own = byNumber.GetValueOrDefault(row.Number ?? "");
        return [.. (prompts ?? []).OfType<AzurePrompt>().OrderBy(p => p.DisplayOrder)
            .Where(p => byNumber.TryGetValue(p.QnaId.ToString(CultureInfo.InvariantCulture), out var id) && id != own)
            .Take(FaqContent.MaxFollowUps)
            .Select(p => new FaqFollowUp(byNumber[p.QnaId.ToString(CultureInfo.InvariantCulture)], LabelOf(path, row, p)))];
    }

    private static string? LabelOf(string path, Row row, AzurePrompt prompt)
    {
        var label = StoredText.CleanLine(prompt.DisplayText ?? "");
        return label.Length == 0 ? null
            : label.Length <= FaqFollowUp.MaxLabelLength ? label
            : throw Wrong(path, row.Line, $"'prompts': the text '{label[..40]}…' has {label.Length} characters, at most {FaqFollowUp.MaxLabelLength} are kept. Shorten it", column: row.PromptsColumn);
    }

    private static IEnumerable<Row> Rows(string path, string delimiter)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            PrepareHeaderForMatch = a => a.Header.Trim().ToLowerInvariant(),
            BadDataFound = a => throw Wrong(path, a.Context.Parser!.RawRow, "a quotation mark stands where none may: put the field in quotes, and double those within", column: a.Context.Reader?.CurrentIndex + 1), // the parser is reading
            MissingFieldFound = null,
        });
        var columns = Header(path, csv);
        var isAzure = ColumnOf(csv, "qnaid") is not null || ColumnOf(csv, "suggestedquestions") is not null;
        while (Next(path, csv))
        {
            if (csv.Parser.Count != columns)
            {
                throw Wrong(path, csv.Parser.RawRow, $"{csv.Parser.Count} fields where the first line has {columns}: put a field that holds the separator in quotes");
            }

            var question = StoredText.CleanLine(Cell(csv, "question"));
            if (question.Length == 0)
            {
                throw Wrong(path, csv.Parser.RawRow, "'question' is empty", column: ColumnOf(csv, "question"));
            }

            var answer = Cell(csv, "answer");
            yield return new Row(
                csv.Parser.RawRow,
                question,
                StoredText.Clean(isAzure ? answer.Replace("\\n", "\n", StringComparison.Ordinal) : answer).Trim(),
                StoredText.CleanLine(Cell(csv, "metadata")))
            {
                Number = isAzure ? StoredText.CleanLine(Cell(csv, "qnaid")) : null,
                Prompts = isAzure ? StoredText.CleanLine(Cell(csv, "prompts")) : null,
                MetadataColumn = ColumnOf(csv, "metadata"),
                PromptsColumn = ColumnOf(csv, "prompts"),
            };
        }
    }

    private static string Cell(CsvReader csv, string column) => SpreadsheetCells.Read(csv.GetField(column) ?? "");

    /// <summary>Counted from 1, as people count; null where there is none of that name.</summary>
    private static int? ColumnOf(CsvReader csv, string name) =>
        csv.HeaderRecord is { } header && Array.FindIndex(header, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1 : null;

    private static int Header(string path, CsvReader csv)
    {
        if (!Next(path, csv))
        {
            return 0;
        }

        csv.ReadHeader();
        foreach (var column in (string[])["question", "answer"])
        {
            if (ColumnOf(csv, column) is null)
            {
                throw Wrong(path, 1, $"a column '{column}' is missing (columns: question, answer, metadata)");
            }
        }

        return csv.HeaderRecord?.Length ?? 0;
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

    private static CommandException Wrong(string path, int line, string what, Exception? cause = null, int? column = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}{(column is { } at ? string.Create(CultureInfo.InvariantCulture, $", column {at}") : "")}: {what}"), cause!);

    private sealed record Row(int Line, string Question, string Answer, string Metadata)
    {
        /// <summary>Azure's number of the pair; null where the table has none.</summary>
        public string? Number { get; init; }

        public string? Prompts { get; init; }

        public int? MetadataColumn { get; init; }

        public int? PromptsColumn { get; init; }
    }

    private sealed record AzurePair(string? Name, string? Value);

    private sealed record AzurePrompt(int DisplayOrder, int QnaId, string? DisplayText);
}
