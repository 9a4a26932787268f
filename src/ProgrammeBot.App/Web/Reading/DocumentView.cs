using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>Turns a document, or the part of it round a quote, into pieces to be shown, with the quote marked.</summary>
public static class DocumentView
{
    private const string CellSeparator = " | ";

    /// <summary>How many blocks are shown before and after a quote.</summary>
    private const int Around = 2;

    /// <summary>A table of at most so many lines is shown whole; of a longer one the header and the lines round the quote.</summary>
    private const int WholeTable = 30;

    /// <summary>More blocks than this are no quote but somebody's idea of a burden.</summary>
    private const int MaxQuoted = 60;

    /// <summary>The whole document.</summary>
    public static IReadOnlyList<Piece> Whole(SourceDocument document, IReadOnlyList<TextSpan> marks)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Show(document, marks, [.. Enumerable.Range(0, document.Blocks.Count)], headings: true);
    }

    /// <summary>The quote and what stands next to it in its section; a table with its header.</summary>
    public static IReadOnlyList<Piece> Near(SourceDocument document, IReadOnlyList<TextSpan> marks)
    {
        ArgumentNullException.ThrowIfNull(document);
        var quoted = Enumerable.Range(0, document.Blocks.Count).Where(i => marks.Any(m => m.Overlaps(document.Blocks[i].Span))).Take(MaxQuoted).ToList();
        if (quoted.Count == 0 && marks.Count > 0)
        {
            // Only a heading is quoted: what follows it is its context.
            quoted.AddRange(Enumerable.Range(0, document.Blocks.Count).Where(i => document.Blocks[i].Span.Start >= marks[0].Start).Take(1));
        }

        var shown = new SortedSet<int>(quoted.SelectMany(i => Neighbours(document, i)));
        return Show(document, marks, [.. shown], headings: false);
    }

    private static IEnumerable<int> Neighbours(SourceDocument document, int at)
    {
        var block = document.Blocks[at];
        if (block.Table < 0)
        {
            return Enumerable.Range(at - Around, (2 * Around) + 1)
                .Where(i => i >= 0 && i < document.Blocks.Count && document.Blocks[i].Section == block.Section && document.Blocks[i].Table < 0);
        }

        var table = Enumerable.Range(0, document.Blocks.Count).Where(i => document.Blocks[i].Table == block.Table).ToList();
        // A footnote among the lines explains one of them.
        var lines = table.Count <= WholeTable
            ? Enumerable.Range(table[0], table[^1] - table[0] + 1).Where(i => document.Blocks[i] is { Kind: BlockKind.Footnote } or { Table: >= 0 })
            : table.Where(i => document.Blocks[i].Kind == BlockKind.TableHeader || Math.Abs(i - at) <= Around);

        // What stands above a table often says what it shows.
        var above = table[0] - 1;
        return above >= 0 && document.Blocks[above].Section == block.Section && document.Blocks[above].Table < 0 ? lines.Prepend(above) : lines;
    }

    private static List<Piece> Show(SourceDocument document, IReadOnlyList<TextSpan> marks, IReadOnlyList<int> shown, bool headings)
    {
        var pieces = new List<Piece>();
        var section = 0;
        for (var n = 0; n < shown.Count;)
        {
            var block = document.Blocks[shown[n]];
            if (headings)
            {
                section = AddHeadings(document, marks, section, block.Span.Start, pieces);
            }
            else if (n > 0 && shown[n] != shown[n - 1] + 1)
            {
                pieces.Add(new GapPiece());
            }

            n = Add(document, marks, shown, n, pieces);
        }

        if (headings)
        {
            AddHeadings(document, marks, section, int.MaxValue, pieces);
        }

        return pieces;
    }

    // Sections stand in reading order: whichever begin before the next block come before it.
    private static int AddHeadings(SourceDocument document, IReadOnlyList<TextSpan> marks, int after, int before, List<Piece> pieces)
    {
        var section = after;
        while (section + 1 < document.Sections.Count && document.Sections[section + 1].Span.Start < before)
        {
            var next = document.Sections[++section];
            pieces.Add(new HeadingPiece(next.Index, next.Level, next.HeadingSpan.IsEmpty ? [new Run(next.Heading, false)] : Run.Cut(document.Text, next.HeadingSpan, marks)));
        }

        return section;
    }

    // Gives the place behind what was added.
    private static int Add(SourceDocument document, IReadOnlyList<TextSpan> marks, IReadOnlyList<int> shown, int n, List<Piece> pieces)
    {
        var block = document.Blocks[shown[n]];
        if (block.Table >= 0)
        {
            return AddTable(document, marks, shown, n, pieces);
        }

        if (block.Kind == BlockKind.ListItem)
        {
            var end = n + 1;
            while (end < shown.Count && shown[end] == shown[end - 1] + 1
                && document.Blocks[shown[end]] is { Kind: BlockKind.ListItem } item && item.Section == block.Section)
            {
                end++;
            }

            pieces.Add(new ListPiece([.. shown.Skip(n).Take(end - n).Select(i => Run.Cut(document.Text, document.Blocks[i].Span, marks))]));
            return end;
        }

        var runs = Run.Cut(document.Text, block.Span, marks);
        pieces.Add(block.Kind switch
        {
            BlockKind.Footnote => new FootnotePiece(runs),
            BlockKind.Code => new CodePiece(runs),
            _ => new ParagraphPiece(runs),
        });
        return n + 1;
    }

    // A footnote in the midst of a table does not end it, and is shown below it.
    private static int AddTable(SourceDocument document, IReadOnlyList<TextSpan> marks, IReadOnlyList<int> shown, int n, List<Piece> pieces)
    {
        var table = document.Blocks[shown[n]].Table;
        var end = n + 1;
        for (var ahead = end; ahead < shown.Count; ahead++)
        {
            var block = document.Blocks[shown[ahead]];
            if (block.Table == table)
            {
                end = ahead + 1;
            }
            else if (block.Kind != BlockKind.Footnote)
            {
                break;
            }
        }

        var blocks = shown.Skip(n).Take(end - n).Select(i => document.Blocks[i]).ToList();
        var lines = blocks.Where(b => b.Table == table).ToList();
        pieces.Add(new TablePiece(
            [.. lines.Where(b => b.Kind == BlockKind.TableHeader).Select(b => Cells(document, b, marks))],
            [.. lines.Where(b => b.Kind != BlockKind.TableHeader).Select(b => Cells(document, b, marks))]));
        pieces.AddRange(blocks.Where(b => b.Table != table).Select(b => new FootnotePiece(Run.Cut(document.Text, b.Span, marks))));
        return end;
    }

    private static IReadOnlyList<IReadOnlyList<Run>> Cells(SourceDocument document, Block line, IReadOnlyList<TextSpan> marks) =>
        [.. (line.Cells.Count > 0 ? line.Cells : CellsIn(document.Text, line.Span)).Select(c => Run.Cut(document.Text, c, marks))];

    private static List<TextSpan> CellsIn(string text, TextSpan line)
    {
        var cells = new List<TextSpan>();
        var start = line.Start;
        while (text.IndexOf(CellSeparator, start, line.End - start, StringComparison.Ordinal) is >= 0 and var bar)
        {
            cells.Add(new TextSpan(start, bar));
            start = bar + CellSeparator.Length;
        }

        cells.Add(new TextSpan(start, line.End));
        return cells;
    }
}
