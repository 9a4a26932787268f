using System.Text;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Tests.Support;

/// <summary>
/// A document drawn in a few lines: <c># heading</c>, <c>- item</c>, <c>a | b</c> rows (the first of a table its header; outer bars and a line of dashes
/// as in Markdown may be there), <c>* footnote</c>, else a paragraph a line.
/// </summary>
public static class Sketch
{
    public static SourceDocument Of(string id, string drawing, string? title = null, string? cohort = null) =>
        Of(new DocumentMetadata(id) { Title = title ?? id, Cohort = cohort }, drawing);

    public static SourceDocument Of(DocumentMetadata metadata, string drawing)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var headings = new List<(int Level, string Words, TextSpan Span)>();
        var table = -1;
        var inTable = false;
        foreach (var line in drawing.Split('\n').Select(Bare).Where(l => l.Length > 0))
        {
            var level = line.TakeWhile(c => c == '#').Count();
            var kind = level > 0 ? (BlockKind?)null
                : line.StartsWith("- ", StringComparison.Ordinal) ? BlockKind.ListItem
                : line.StartsWith("* ", StringComparison.Ordinal) ? BlockKind.Footnote
                : !line.Contains(" | ", StringComparison.Ordinal) ? BlockKind.Paragraph
                : inTable ? BlockKind.TableRow
                : BlockKind.TableHeader;
            var words = kind is BlockKind.ListItem ? line[2..] : line[level..].Trim();
            var span = new TextSpan(text.Length, text.Length + words.Length);
            text.Append(words).Append('\n');
            table += kind is BlockKind.TableHeader ? 1 : 0;
            inTable = kind is BlockKind.TableHeader or BlockKind.TableRow || (inTable && kind is BlockKind.Footnote);
            if (kind is null)
            {
                headings.Add((level, words, span));
            }
            else
            {
                var isRow = kind is BlockKind.TableHeader or BlockKind.TableRow;
                blocks.Add(new Block(kind.Value, span, headings.Count) { Table = isRow ? table : -1, Cells = isRow ? CellsIn(words, span.Start) : [] });
            }
        }

        return new SourceDocument(metadata, text.ToString(), Sections(metadata.Title, headings, text.Length), blocks);
    }

    /// <summary>Quotes the pieces, each of which must stand in the document once.</summary>
    public static Citation Quote(this SourceDocument document, params string[] pieces)
    {
        var spans = pieces.Select(p => document.Text.IndexOf(p, StringComparison.Ordinal) is >= 0 and var at
            ? new TextSpan(at, at + p.Length)
            : throw new ArgumentException($"'{p}' does not stand in {document.Id}.")).ToList();
        return Citation.Of(document, document.Blocks.First(b => b.Span.Overlaps(spans[0])).Section, spans);
    }

    /// <summary>The line without a Markdown table's outer bars; a line of dashes is none.</summary>
    private static string Bare(string line)
    {
        var bare = line.Trim();
        if (bare.StartsWith('|'))
        {
            bare = string.Join(" | ", bare.Trim('|').Split('|').Select(c => c.Trim()));
        }

        return bare.Contains('|') && bare.All(c => c is '-' or ':' or '|' or ' ') ? "" : bare;
    }

    private static List<TextSpan> CellsIn(string row, int start)
    {
        var cells = new List<TextSpan>();
        foreach (var cell in row.Split(" | "))
        {
            cells.Add(new TextSpan(start, start + cell.Length));
            start += cell.Length + " | ".Length;
        }

        return cells;
    }

    private static List<Section> Sections(string title, List<(int Level, string Words, TextSpan Span)> headings, int length)
    {
        var sections = new List<Section> { new(0, -1, 0, title, default, new TextSpan(0, length)) };
        for (var i = 0; i < headings.Count; i++)
        {
            var (level, words, span) = headings[i];
            var end = headings.Skip(i + 1).Where(h => h.Level <= level).Select(h => h.Span.Start).DefaultIfEmpty(length).First();
            var parent = sections.Last(s => s.Level < level && (s.Index == 0 || s.Span.End > span.Start)).Index;
            sections.Add(new Section(i + 1, parent, level, words, span, new TextSpan(span.Start, end)));
        }

        return sections;
    }
}
