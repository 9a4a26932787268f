using System.Runtime.CompilerServices;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Answering.Tables;

/// <summary>A table of a document as rows under named columns, for look-ups.</summary>
/// <remarks>Only tables with one header of three or more columns and two or more rows: others read better as sentences.</remarks>
internal sealed class RowTable
{
    private static readonly ConditionalWeakTable<SourceDocument, IReadOnlyList<RowTable>> Cache = [];

    private RowTable(SourceDocument document, int section, Block header, IReadOnlyList<TableRow> rows)
    {
        Document = document;
        Section = section;
        Header = header;
        Rows = rows;
        Columns = [.. header.Cells.Select((cell, i) => new TableColumn(cell.In(document.Text).Trim(), rows.Select(r => r.Cells[i])))];
        NameColumn = Columns.Select((column, i) => (column, i)).Where(c => !c.column.IsCode && !c.column.IsFigure)
            .OrderByDescending(c => c.column.DistinctValues).ThenByDescending(c => c.column.Words).Select(c => c.i).FirstOrDefault(-1);
    }

    public SourceDocument Document { get; }

    public int Section { get; }

    public Block Header { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The column that names the rows; -1 where none does.</summary>
    public int NameColumn { get; }

    /// <summary>Whether a term stands in the names of more than two rows, so that by itself it names none.</summary>
    public bool IsCommonInNames(string term) => NameColumn >= 0 && Rows.Count(r => RowQuery.Terms(r.Cells[NameColumn]).Contains(term)) > 2;

    public static IReadOnlyList<RowTable> Of(SourceDocument document) => Cache.GetValue(document, Read);

    private static List<RowTable> Read(SourceDocument document)
    {
        var tables = new List<RowTable>();
        foreach (var lines in document.Blocks.Where(b => b.Table >= 0).GroupBy(b => b.Table))
        {
            var header = lines.LastOrDefault(b => b.Kind == BlockKind.TableHeader);
            if (header is null || header.Cells.Count < 3)
            {
                continue;
            }

            var rows = lines.Where(b => b.Kind == BlockKind.TableRow && b.Cells.Count == header.Cells.Count)
                .Select(b => new TableRow(b, [.. b.Cells.Select(c => c.In(document.Text).Trim())])).ToList();
            if (rows.Count >= 2)
            {
                tables.Add(new RowTable(document, header.Section, header, rows));
            }
        }

        return tables;
    }
}

/// <param name="Block">The line in the document.</param>
/// <param name="Cells">Its cells' words, one a column.</param>
internal sealed record TableRow(Block Block, IReadOnlyList<string> Cells);

/// <summary>A column by what stands in it.</summary>
internal sealed class TableColumn
{
    public TableColumn(string name, IEnumerable<string> cells)
    {
        Name = name;
        var filled = cells.Where(c => c.Length > 0).ToList();
        DistinctValues = filled.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Words = filled.Sum(c => c.Count(char.IsWhiteSpace) + 1);
        IsCode = filled.Count > 0 && filled.Count(LooksLikeCode) * 2 > filled.Count;
        IsFigure = filled.Count > 0 && filled.Count(c => c.All(x => char.IsDigit(x) || x is '.' or ',' or '%' or ' ')) * 2 > filled.Count;

        // A handful of values that recur: a type, a term, a group.
        IsCategory = !IsCode && !IsFigure && filled.Count >= 4 && DistinctValues * 2 <= filled.Count + 1;
    }

    public string Name { get; }

    public int DistinctValues { get; }

    public int Words { get; }

    public bool IsCode { get; }

    public bool IsFigure { get; }

    public bool IsCategory { get; }

    public static bool LooksLikeCode(string cell) =>
        cell.Length is >= 4 and <= 12 && cell.Any(char.IsDigit) && cell.Any(char.IsAsciiLetterUpper) && cell.All(c => char.IsAsciiLetterUpper(c) || char.IsDigit(c) || c is '-' or '/');
}
