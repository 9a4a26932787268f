using AngleSharp.Html.Dom;
using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>A table of a page as rows of equal length.</summary>
internal static class HtmlTable
{
    /// <summary>More columns than this are an attack, not a table.</summary>
    private const int MaxColumns = 200;

    /// <summary>Whether a table only places things on the page.</summary>
    public static bool IsLayout(IHtmlTableElement table) =>
        table.GetAttribute("role") is "presentation" or "none"
        || table.QuerySelector("table, h1, h2, h3") is not null
        || table.Rows.All(r => r.Cells.Length < 2);

    /// <summary>
    /// The rows, and how many of them name the columns. A cell over several rows stands in each of them, so that every row can be read alone;
    /// a cell over several columns stands in the first, a heading in each.
    /// </summary>
    public static (List<IReadOnlyList<string>> Rows, int Headers) Read(IHtmlTableElement table)
    {
        var rows = new List<IReadOnlyList<string>>();
        var hanging = new Dictionary<int, (string Words, int Rows)>();
        var headers = 0;
        foreach (var row in table.Rows.Where(r => r.Cells.Length > 0 && !HtmlContent.IsSurrounding(r)))
        {
            var isHeader = headers == rows.Count && (row.ParentElement?.LocalName == "thead" || (row.Cells.Length > 1 && row.Cells.All(c => c is IHtmlTableHeaderCellElement)));
            headers += isHeader ? 1 : 0;
            rows.Add(Row(row, hanging));
        }

        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        rows = rows.ConvertAll(r => (IReadOnlyList<string>)[.. r, .. Enumerable.Repeat("", columns - r.Count)]);
        var named = headers == rows.Count ? 0 : headers; // names of nothing are rows
        return (rows, named > 0 || table.QuerySelector("th") is not null ? named : TableGuess.HeaderRows(rows));
    }

    private static List<string> Row(IHtmlTableRowElement row, Dictionary<int, (string Words, int Rows)> hanging)
    {
        var cells = new List<string>();
        void TakeHanging()
        {
            while (hanging.Remove(cells.Count, out var above))
            {
                if (above.Rows > 1)
                {
                    hanging[cells.Count] = (above.Words, above.Rows - 1);
                }

                cells.Add(above.Words);
            }
        }

        foreach (var cell in row.Cells)
        {
            TakeHanging();
            var words = HtmlInlines.Words(cell);
            for (var i = 0; i < Math.Clamp(cell.ColumnSpan, 1, MaxColumns) && cells.Count < MaxColumns; i++)
            {
                var here = i == 0 || cell is IHtmlTableHeaderCellElement ? words : "";
                if (cell.RowSpan > 1)
                {
                    hanging[cells.Count] = (here, Math.Min(cell.RowSpan, 1000) - 1);
                }

                cells.Add(here);
            }
        }

        TakeHanging();
        return cells;
    }
}
