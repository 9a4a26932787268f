namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Tells tables from lines that merely hold a tab or a wide gap.</summary>
internal static class TableRuns
{
    /// <summary>Lines whose cells make no table with their neighbours become text again.</summary>
    public static List<LayoutLine> Mark(List<LayoutLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = at + 1;
            if (lines[at].Kind == LineKind.Row)
            {
                while (end < lines.Count && lines[end].Kind is LineKind.Row or LineKind.Rule && !lines[end].BlankBefore)
                {
                    end++;
                }

                if (!IsTable(lines, at, end))
                {
                    for (var i = at; i < end; i++)
                    {
                        lines[i] = lines[i].Kind == LineKind.Row ? lines[i] with { Kind = LineKind.Text, Cells = [] } : lines[i];
                    }
                }
            }

            at = end;
        }

        return lines;
    }

    /// <summary>First lines of a table that fill one cell only stand over it: a heading, or a paragraph.</summary>
    public static void Headings(List<LayoutLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var begins = at == 0 || lines[at].BlankBefore || lines[at - 1].Kind != LineKind.Row;
            if (begins && lines[at].Kind == LineKind.Row && Filled(lines[at]) == 1 && lines[at].Cells[0].Length > 0)
            {
                var words = lines[at].Cells[0];
                lines[at] = lines[at] with { Kind = HeadingGuess.LooksLike(words) ? LineKind.Heading : LineKind.Text, Text = words };
            }
        }
    }

    /// <summary>Every row with as many cells as the longest, and no columns that are empty throughout at the right end.</summary>
    public static List<IReadOnlyList<string>> Even(List<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(r => LastFilled(r) + 1);
        return rows.ConvertAll(r => (IReadOnlyList<string>)Enumerable.Range(0, columns).Select(i => i < r.Count ? r[i] : "").ToList());
    }

    private static bool IsTable(List<LayoutLine> lines, int from, int to)
    {
        var run = lines.GetRange(from, to - from).Where(l => l.Kind == LineKind.Row).ToList();
        return run.Count > 1 || run[0].Cells.Contains("") || run[0].Text.StartsWith('|') || Filled(run[0]) > 1;
    }

    private static int Filled(LayoutLine line) => line.Cells.Count(c => c.Length > 0);

    private static int LastFilled(IReadOnlyList<string> row)
    {
        var last = row.Count - 1;
        while (last > 0 && row[last].Length == 0)
        {
            last--;
        }

        return last;
    }
}
