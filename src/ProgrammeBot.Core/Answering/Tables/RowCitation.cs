using ProgrammeBot.Documents;

namespace ProgrammeBot.Answering.Tables;

/// <summary>Quotes rows under their header.</summary>
internal static class RowCitation
{
    /// <summary>The rows that fit one quote, at least one; <paramref name="taken"/> tells how many.</summary>
    public static Citation Of(RowTable table, IEnumerable<TableRow> rows, out int taken)
    {
        var spans = new List<TextSpan> { table.Header.Span };
        var length = table.Header.Span.Length;
        taken = 0;
        foreach (var row in rows)
        {
            length += Citation.Gap.Length + row.Block.Span.Length;
            if (taken > 0 && length > Citation.MaxQuoteLength)
            {
                break;
            }

            spans.Add(row.Block.Span);
            taken++;
        }

        return Citation.Of(table.Document, table.Section, spans);
    }
}
