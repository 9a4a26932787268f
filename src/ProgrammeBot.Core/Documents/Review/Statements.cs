using System.Text.RegularExpressions;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Documents.Review;

/// <summary>Reads a document as statements.</summary>
internal static partial class Statements
{
    /// <summary>Longer sentences are no sentences; reading them would only cost time.</summary>
    private const int MaxLength = 1600;

    public static IEnumerable<Statement> Of(SourceDocument document)
    {
        var headers = Tables.HeadersOf(document);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            var found = block.Kind switch
            {
                BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Footnote => Sentences(document, i),
                BlockKind.TableRow => Cells(document, i, headers.GetValueOrDefault(block.Table, [])),
                _ => [],
            };
            foreach (var statement in found)
            {
                yield return statement;
            }
        }
    }

    public static IEnumerable<Statement> Sentences(SourceDocument document, int index)
    {
        var block = document.Blocks[index];
        var before = "";
        foreach (var span in SentenceSplitter.Split(document.Text, block.Span))
        {
            if (span.Length > MaxLength)
            {
                continue;
            }

            var words = span.In(document.Text);
            yield return new Statement(document, block.Section, index, span, words) { Reading = words, ReadingStart = span.Start, Before = before };
            before = words;
        }
    }

    private static IEnumerable<Statement> Cells(SourceDocument document, int index, IReadOnlyList<string> headers)
    {
        var block = document.Blocks[index];
        if (block.Span.Length > MaxLength || block.Cells.Count < 2)
        {
            yield break;
        }

        var name = block.Cells[0].In(document.Text);
        for (var c = 1; c < block.Cells.Count; c++)
        {
            var cell = block.Cells[c].In(document.Text);
            if (cell.Length == 0)
            {
                continue;
            }

            var header = c < headers.Count ? headers[c] : "";
            yield return new Statement(document, block.Section, index, block.Span, block.Span.In(document.Text))
            {
                Reading = $"{name}: {header}: {cell}{UnitOf(header, name, cell)}",
                Cell = block.Cells[c],
                CellAt = name.Length + header.Length + 4,
            };
        }
    }

    // A bare number takes its unit from the column, or from the name of the row.
    private static string UnitOf(string header, string name, string cell) =>
        !BareNumber().IsMatch(cell) ? ""
        : Unit().Match(header) is { Success: true } column ? " " + column.Value
        : Unit().Match(name) is { Success: true } row ? " " + row.Value
        : "";

    [GeneratedRegex(@"^\s*\d[\d.,]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\b(?:ECTS|CATS|credits?|hours|weeks|months|years|words|pages|places)\b|%", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
