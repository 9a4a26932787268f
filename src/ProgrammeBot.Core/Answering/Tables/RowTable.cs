using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
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
        Columns = [.. header.Cells.Select((cell, i) => new TableColumn(cell.In(document.Text).Trim(), rows.Select(r => r.Cells[i])))];
        NameColumn = Columns.Select((column, i) => (column, i)).Where(c => !c.column.IsCode && !c.column.IsFigure)
            .OrderByDescending(c => c.column.DistinctValues).ThenByDescending(c => c.column.Words).Select(c => c.i).FirstOrDefault(-1);
        Rows = NameColumn < 0 ? rows : [.. rows.Select(row => row.NamedBy(row.Cells[NameColumn]))];
    }

    public SourceDocument Document { get; }

    public int Section { get; }

    public Block Header { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The column that names the rows; -1 where none does.</summary>
    public int NameColumn { get; }

    /// <summary>Whether a term stands in the names of more than two rows, so that by itself it names none.</summary>
    public bool IsCommonInNames(string term) => NameColumn >= 0 && Rows.Count(r => r.NameTerms.Contains(term)) > 2;

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
internal sealed partial record TableRow(Block Block, IReadOnlyList<string> Cells)
{
    /// <summary>The cell that names the row, without what stands in brackets behind it; empty where no column names rows.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The analysed words of <see cref="Name"/>, kept because every question is held against them.</summary>
    public IReadOnlySet<string> NameTerms { get; private init; } = new HashSet<string>();

    /// <summary>The initials of <see cref="Name"/>: 'NLP' for 'Natural Language Processing'.</summary>
    public string Initials { get; private init; } = "";

    /// <summary>Whether the name carries a bracketed note that it does not take place.</summary>
    public bool IsCalledOff { get; private init; }

    /// <summary>Whether the line sums up the others instead of being one of them.</summary>
    public bool IsTotal { get; } = Totalling().IsMatch(Cells.FirstOrDefault(c => c.Length > 0) ?? "");

    public bool Equals(TableRow? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Block.Span.GetHashCode();

    public TableRow NamedBy(string cell)
    {
        var name = RowQuery.WithoutBrackets(cell);
        return this with { Name = name, NameTerms = RowQuery.Terms(name), Initials = RowQuery.InitialsOf(name), IsCalledOff = CalledOff().IsMatch(cell) };
    }

    [GeneratedRegex(@"^\W*((credits?|ects|cats|grand|overall) )?(sub-?)?totals?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Totalling();

    [GeneratedRegex(@"\([^)]*\b(not|no longer|cancelled|suspended|withdrawn|discontinued)\b[^)]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CalledOff();
}

/// <summary>A column by what stands in it.</summary>
internal sealed class TableColumn
{
    public TableColumn(string name, IEnumerable<string> cells)
    {
        Name = name;
        var filled = cells.Where(c => c.Length > 0).ToList();
        NameTerms = RowQuery.Terms(name);
        DistinctValues = filled.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Words = filled.Sum(c => c.Count(char.IsWhiteSpace) + 1);
        IsCode = filled.Count > 0 && filled.Count(LooksLikeCode) * 2 > filled.Count;
        IsFigure = filled.Count > 0 && filled.Count(c => c.All(x => char.IsDigit(x) || x is '.' or ',' or '%' or ' ')) * 2 > filled.Count;

        // A handful of values that recur: a type, a term, a group.
        IsCategory = !IsCode && !IsFigure && filled.Count >= 4 && DistinctValues * 2 <= filled.Count + 1;
        Values = !IsCategory ? [] : [.. filled.Select(RowQuery.WithoutBrackets).Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(v => (v, (IReadOnlyList<string>)[.. AskedWord.In(v).Select(w => w.Term)])).Where(v => v.Item2.Count > 0).OrderByDescending(v => v.Item2.Count)];
    }

    public string Name { get; }

    /// <summary>The analysed words of its name.</summary>
    public IReadOnlySet<string> NameTerms { get; }

    /// <summary>For a category: its values without what stands in brackets behind them, the longest first, each in analysed words.</summary>
    public IReadOnlyList<(string Value, IReadOnlyList<string> Terms)> Values { get; }

    public int DistinctValues { get; }

    public int Words { get; }

    public bool IsCode { get; }

    public bool IsFigure { get; }

    public bool IsCategory { get; }

    public static bool LooksLikeCode(string cell) =>
        cell.Length is >= 4 and <= 12 && cell.Any(char.IsDigit) && cell.Any(char.IsAsciiLetterUpper) && cell.All(c => char.IsAsciiLetterUpper(c) || char.IsDigit(c) || c is '-' or '/');
}
