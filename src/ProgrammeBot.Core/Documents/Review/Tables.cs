namespace ProgrammeBot.Documents.Review;

/// <summary>What the review needs to know of a document's tables.</summary>
internal static class Tables
{
    /// <summary>Column names by table; where a table has several header lines, the last that fills a column wins.</summary>
    public static Dictionary<int, IReadOnlyList<string>> HeadersOf(SourceDocument document)
    {
        var headers = new Dictionary<int, IReadOnlyList<string>>();
        foreach (var block in document.Blocks.Where(b => b.Kind == BlockKind.TableHeader))
        {
            var cells = block.Cells.Select(c => c.In(document.Text)).ToList();
            if (headers.TryGetValue(block.Table, out var above))
            {
                for (var i = 0; i < above.Count; i++)
                {
                    if (i >= cells.Count)
                    {
                        cells.Add(above[i]);
                    }
                    else if (cells[i].Length == 0)
                    {
                        cells[i] = above[i];
                    }
                }
            }

            headers[block.Table] = cells;
        }

        return headers;
    }

    /// <summary>A row that sums up the others is no member of the list.</summary>
    public static bool IsTotal(SourceDocument document, Block row) =>
        row.Cells.Count > 0 && row.Cells.Select(c => c.In(document.Text)).FirstOrDefault(c => c.Length > 0) is { } name
        && name.Contains("total", StringComparison.OrdinalIgnoreCase);
}
