namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Finds tables whose columns are parted by blanks alone, as in a text made of a PDF, and puts wrapped cells together again.</summary>
internal static class SpacedTables
{
    /// <summary>Figures are set to the right and names to the left, so a column's cells may begin a little apart.</summary>
    private const int Slack = 4;

    public static List<LayoutLine> Assemble(List<LayoutLine> lines)
    {
        var assembled = new List<LayoutLine>(lines.Count);
        for (var at = 0; at < lines.Count;)
        {
            if (lines[at] is not { Kind: LineKind.Row, Columns.Count: > 0 })
            {
                assembled.Add(lines[at++]);
                continue;
            }

            var rows = new List<LayoutLine>();
            var columns = Widest(lines, at);
            var page = lines[at].Page;
            var end = at;
            for (; end < lines.Count && (end == at || !lines[end].BlankBefore); end++)
            {
                if (lines[end].Page != page && lines[end].Columns.Count == columns.Count)
                {
                    (columns, page) = (lines[end].Columns, lines[end].Page);
                }

                if (!Take(lines[end], columns, rows))
                {
                    break;
                }
            }

            // One line alone is a text with a gap in it.
            assembled.AddRange(rows.Count > 1 ? rows : lines.Skip(at).Take(Math.Max(1, end - at)).Select(AsText));
            at = Math.Max(at + 1, end);
        }

        return assembled;
    }

    /// <summary>The columns of the line that shows most of them, among the first few.</summary>
    private static IReadOnlyList<int> Widest(List<LayoutLine> lines, int at) =>
        lines.Skip(at).Take(4).TakeWhile((l, i) => i == 0 || (!l.BlankBefore && l.Columns.Count > 0)).MaxBy(l => l.Columns.Count)!.Columns; // the first is always there

    /// <summary>Adds a line as a row, or as the rest of the row before; false where it is no line of this table.</summary>
    private static bool Take(LayoutLine line, IReadOnlyList<int> columns, List<LayoutLine> rows)
    {
        var (cells, starts) = line switch
        {
            { Kind: LineKind.Row, Columns.Count: > 0 } => (line.Cells, line.Columns),
            { Kind: LineKind.Text } => ([line.Text], [line.Indent]),
            _ => ([], (IReadOnlyList<int>)[]),
        };
        var placed = Enumerable.Repeat("", columns.Count).ToArray();
        for (var i = 0; i < cells.Count; i++)
        {
            var column = Nearest(columns, starts[i]);
            if (column < 0 || placed[column].Length > 0 || (column + 1 < columns.Count && starts[i] + cells[i].Length > columns[column + 1] + Slack))
            {
                return false;
            }

            placed[column] = cells[i];
        }

        if (cells.Count == 0 || (placed[0].Length == 0 && rows.Count == 0))
        {
            return false;
        }

        if (placed[0].Length > 0)
        {
            rows.Add(line with { Kind = LineKind.Row, Cells = placed });
        }
        else
        {
            rows[^1] = rows[^1] with { Cells = rows[^1].Cells.Zip(placed, (above, rest) => Words.OneLine($"{above} {rest}")).ToList() };
        }

        return true;
    }

    private static int Nearest(IReadOnlyList<int> columns, int start)
    {
        var best = -1;
        for (var i = 0; i < columns.Count; i++)
        {
            if (Math.Abs(columns[i] - start) <= Slack && (best < 0 || Math.Abs(columns[i] - start) < Math.Abs(columns[best] - start)))
            {
                best = i;
            }
        }

        return best;
    }

    private static LayoutLine AsText(LayoutLine line) => line.Kind == LineKind.Row ? line with { Kind = LineKind.Text, Cells = [], Columns = [] } : line;
}
