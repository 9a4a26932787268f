using System.Text;
using System.Text.Json;
using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads a corpus: a JSON object {id, title, text, …} a line, each a document.</summary>
/// <remarks>A line that is wrong is told by its number, and the others are read. Keys that we do not know are left out: corpora carry many.</remarks>
public sealed class JsonlReader : IDocumentReader
{
    /// <summary>A file of which so many lines are wrong, and none right, is no corpus.</summary>
    private const int HopelessLines = 100;

    public IReadOnlyList<string> Extensions { get; } = [".jsonl", ".ndjson"];

    public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        int right = 0, wrong = 0;
        foreach (var line in new LineStream(AsUtf8(content), options.MaxLineBytes).Lines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.IsBlank)
            {
                continue;
            }

            foreach (var item in Line(file, line, options))
            {
                _ = item is ReadItem.Document ? right++ : wrong++;
                yield return item;
            }

            if (right == 0 && wrong == HopelessLines)
            {
                yield return new IngestionProblem(file.Path, $"none of its first {HopelessLines} lines is a document; the rest was not read", "Write a JSON object with 'id', 'title' and 'text' a line");
                yield break;
            }
        }

        if (right + wrong == 0)
        {
            yield return new IngestionProblem(file.Path, "it holds no line", "Write a JSON object with 'id', 'title' and 'text' a line");
        }
    }

    private static List<ReadItem> Line(SourceFile file, in ByteLine line, IngestionOptions options)
    {
        if (line.Bytes is not { } bytes)
        {
            return [new IngestionProblem(file.Path, $"the line is longer than {options.MaxLineBytes >> 20} MB", "Split the document", line.Number)];
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Document(file, json.RootElement, line.Number)
                : [new IngestionProblem(file.Path, "the line is no JSON object", "Write {\"id\": …, \"title\": …, \"text\": …}", line.Number)];
        }
        catch (JsonException fault)
        {
            return [new IngestionProblem(file.Path, "the line is no JSON, or not in UTF-8", "Mend or remove the line", line.Number, (int?)fault.BytePositionInLine + 1)];
        }
        catch (InvalidOperationException)
        {
            // What the parser says of bytes within a string that are no UTF-8, and of half a surrogate pair.
            return [new IngestionProblem(file.Path, "the line holds characters that are none", "Save the file as UTF-8", line.Number)];
        }
    }

    private static List<ReadItem> Document(SourceFile file, JsonElement line, int number)
    {
        var items = new List<ReadItem>();
        var keys = new MetadataKeys();
        var text = "";
        foreach (var property in line.EnumerateObject())
        {
            if (Value(property.Value) is not { } value)
            {
                continue;
            }

            if (property.Name == "text")
            {
                text = value;
            }
            else if (keys.Set(property.Name == "url" ? "link" : property.Name, value) is { AtKey: false } fault)
            {
                items.Add(new IngestionProblem(file.Path, fault.Reason, fault.Remedy, number, Severity: fault.Severity));
                if (fault.Severity == ProblemSeverity.Skipped)
                {
                    return items;
                }
            }
        }

        if (keys.Id is null || string.IsNullOrWhiteSpace(text))
        {
            items.Add(new IngestionProblem(file.Path, $"the document has no '{(keys.Id is null ? "id" : "text")}'", "Give it one", number));
            return items;
        }

        var builder = new DocumentBuilder();
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            new LayoutReader(builder, firstIsTitle: false).Read(text.ReplaceLineEndings("\n"));
        }
        else
        {
            builder.Paragraph(text);
        }

        items.Add(builder.HasBlocks
            ? new ReadItem.Document(builder.Build(keys.Build(keys.Id, null)), number)
            : new IngestionProblem(file.Path, "the document's 'text' holds no words", "Give it some", number));
        return items;
    }

    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static Stream AsUtf8(Stream content)
    {
        Span<byte> mark = stackalloc byte[2];
        var read = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        content.Position = 0;
        return mark[..read] switch
        {
            [0xFF, 0xFE] => Encoding.CreateTranscodingStream(content, Encoding.Unicode, Encoding.UTF8, leaveOpen: true),
            [0xFE, 0xFF] => Encoding.CreateTranscodingStream(content, Encoding.BigEndianUnicode, Encoding.UTF8, leaveOpen: true),
            _ => content,
        };
    }
}
