using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq.Tables;

/// <summary>Entries as tables, a line a way to ask, as <see cref="FaqTable"/> reads them back; sources have no room there.</summary>
internal static class FaqTableWriter
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Question, answer, metadata.</summary>
    public static string Plain(IReadOnlyList<FaqEntry> entries, string delimiter) => Write(
        delimiter,
        ["question", "answer", "metadata"],
        entries.SelectMany(e => Questions(e.Content), (e, q) => new[] { q, e.Content.Answer, Metadata(e) }));

    /// <summary>The table of Azure custom question answering, separated by tabs: line ends of an answer stand as <c>\n</c> there.</summary>
    public static string Azure(IReadOnlyList<FaqEntry> entries)
    {
        var numbers = entries.Select((e, i) => (e.Id, Number: i + 1)).ToDictionary(e => e.Id, e => e.Number);
        return Write("\t", FaqTable.AzureColumns, entries.SelectMany(e => Questions(e.Content), (e, question) => new[]
        {
            question,
            FaqTable.Escaped(e.Content.Answer),
            "Editorial",
            Metadata(e),
            "[]",
            "False",
            Prompts(e.Content, numbers, entries),
            numbers[e.Id].ToString(CultureInfo.InvariantCulture),
        }));
    }

    private static IEnumerable<string> Questions(FaqContent content) => content.Phrasings.Prepend(content.Title);

    private static string Prompts(FaqContent content, Dictionary<FaqId, int> numbers, IReadOnlyList<FaqEntry> entries) => JsonSerializer.Serialize(
        content.FollowUps.Where(f => numbers.ContainsKey(f.Entry)).Select((f, i) => new
        {
            displayOrder = i,
            qnaId = numbers[f.Entry],
            displayText = f.Label ?? entries[numbers[f.Entry] - 1].Content.Title,
        }),
        Readable);

    private static string Write(string delimiter, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend([.. columns]))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(SpreadsheetCells.Safe(cell));
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static string Metadata(FaqEntry entry)
    {
        var content = entry.Content;
        var day = (DateOnly? d) => d?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string Name, string? Value)[] fields =
        [
            ("id", entry.Id.ToString()), ("scope", content.Scope), ("owner", content.OwnerRole), ("valid_from", day(content.Valid.From)), ("valid_until", day(content.Valid.Until)),
            ("status", FaqWords.Of(content.Status)),
            .. content.Tags.Any(t => t.Contains(',', StringComparison.Ordinal)) ? content.Tags.Select(t => ("tag", (string?)t)) : [("tags", content.Tags.Count == 0 ? null : string.Join(',', content.Tags))],
        ];
        return string.Join('|', fields.Where(f => f.Value is not null).Select(f => $"{f.Name}:{FaqTable.Encoded(f.Value!)}")); // the null ones are out
    }
}
