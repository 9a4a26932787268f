using System.Collections.Frozen;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Tells a table's header from its rows, and whether rows go on with a table that was interrupted.</summary>
internal static class TableGuess
{
    /// <summary>A header's cell is a name, not a text.</summary>
    private const int MaxHeaderCell = 60;

    private static readonly FrozenSet<string> HeaderWords =
        "code title name item description type term credits ects cats cost fee fees amount weight weighting date deadline module modules programme component assessment value category group year role email contact level mark grade duration mode".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private enum CellKind
    {
        Empty,
        Figure,
        Code,
        Words,
    }

    /// <summary>How many of the first rows name the columns.</summary>
    public static int HeaderRows(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2 || !IsHeader(rows))
        {
            return 0;
        }

        // A second line of names under a name that spans several columns.
        return rows.Count > 2 && rows[1].Count > 2 && rows[1][0].Length == 0 && rows[1].Count(c => c.Length == 0) >= 2 && rows[1].All(IsName) ? 2 : 1;
    }

    /// <summary>Whether a row stands in the same columns as the rows of a table: as many cells, and each of a sort the column holds.</summary>
    public static bool Continues(IReadOnlyList<IReadOnlyList<string>> table, IReadOnlyList<string> row) =>
        row.Count >= 3 && row[0].Length > 0
        && table.Any(r => r.Count == row.Count && r.Zip(row).All(p => Agree(KindOf(p.First), KindOf(p.Second))) && KindOf(r[0]) == KindOf(row[0]));

    private static bool Agree(CellKind a, CellKind b) => a == b || a == CellKind.Empty || b == CellKind.Empty;

    private static bool IsHeader(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var first = rows[0];
        if (!first.All(IsName) || first.Count(c => c.Length > 0) < first.Count - 1)
        {
            return false;
        }

        if (first.Count == 2 && first[0].Length > 0)
        {
            // Two cells are a key and its value, unless both are plainly names of columns.
            return rows.Count > 2 && first.All(c => c.Split(' ', '/', '(').Any(HeaderWords.Contains));
        }

        if (first.All(c => c.Split(' ', '/', '(').Any(HeaderWords.Contains)))
        {
            return true;
        }

        // The rows hold figures or nothing where the first one holds names.
        return Enumerable.Range(first.Count == 2 ? 1 : 0, first.Count == 2 ? 1 : first.Count)
            .Any(i => first[i].Length > 0 && rows.Skip(1).All(r => i >= r.Count || KindOf(r[i]) != CellKind.Words) && rows.Skip(1).Any(r => i < r.Count && r[i].Length > 0));
    }

    private static bool IsName(string cell) => cell.Length <= MaxHeaderCell && !cell.EndsWith('.') && !cell.EndsWith(':') && KindOf(cell) is CellKind.Words or CellKind.Empty;

    private static CellKind KindOf(string cell)
    {
        if (cell.Length == 0)
        {
            return CellKind.Empty;
        }

        var digits = cell.Count(char.IsAsciiDigit);
        if (cell.Equals("N/A", StringComparison.OrdinalIgnoreCase) || cell is "-" or "–" or "—" || (digits > 0 && char.IsAsciiDigit(cell.First(c => char.IsLetterOrDigit(c)))))
        {
            return CellKind.Figure;
        }

        return digits >= 2 && !cell.Contains(' ', StringComparison.Ordinal) && char.IsLetter(cell[0]) ? CellKind.Code : CellKind.Words;
    }
}
