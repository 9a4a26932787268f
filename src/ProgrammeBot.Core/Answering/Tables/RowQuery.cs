using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Tables;

/// <summary>What a question asks of a table: rows it names, cells it sets as conditions, columns it wants.</summary>
internal sealed partial class RowQuery
{
    private RowQuery(RowTable table, IReadOnlyList<TableRow> named, IReadOnlyList<(int Column, string Value)> conditions, IReadOnlyList<int> columns, bool wantsCode)
    {
        Table = table;
        Named = named;
        Conditions = conditions;
        Columns = columns;
        WantsCode = wantsCode;
    }

    public RowTable Table { get; }

    /// <summary>The rows whose name, code or initials stand in the question.</summary>
    public IReadOnlyList<TableRow> Named { get; }

    /// <summary>Values of category or figure columns that stand in the question; several of one column mean any of them.</summary>
    public IReadOnlyList<(int Column, string Value)> Conditions { get; }

    /// <summary>The columns the question asks for.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>A code is asked for, though no column holds codes.</summary>
    public bool LacksCode => WantsCode && !Table.Columns.Any(c => c.IsCode);

    /// <summary>The rows that meet every condition.</summary>
    public IReadOnlyList<TableRow> Matching =>
        [.. Table.Rows.Where(row => Conditions.GroupBy(c => c.Column).All(any => any.Any(c => string.Equals(row.Cells[c.Column], c.Value, StringComparison.OrdinalIgnoreCase))))];

    /// <summary>The same question asked of these rows.</summary>
    public RowQuery KeepingRows(IReadOnlyList<TableRow> rows) => new(Table, rows, Conditions, Columns, WantsCode);

    private bool WantsCode { get; }

    /// <param name="table">The table asked.</param>
    /// <param name="question">The question without the names of programmes.</param>
    /// <param name="whole">The question with them: part of a row's name may look like one ('AML Devices').</param>
    public static RowQuery Of(RowTable table, string question, string whole)
    {
        var terms = EnglishAnalyzer.Analyze(question).Select(t => t.Term).ToList();
        var asked = terms.ToHashSet(StringComparer.Ordinal);
        var words = Word().Matches(question).Select(m => m.Value).ToList();
        var named = NamedRows(table, asked, PieceTerms.Of(whole), words);
        var nameTerms = named.SelectMany(r => r.NameTerms).ToHashSet(StringComparer.Ordinal);
        return new RowQuery(table, named, ConditionsIn(table, asked, nameTerms, question), ColumnsIn(table, asked, question), CodeWord().IsMatch(question));
    }

    /// <summary>A cell's words without what stands in brackets behind them.</summary>
    public static string WithoutBrackets(string cell) => Bracketed().Replace(cell, "").Trim();

    private static List<TableRow> NamedRows(RowTable table, HashSet<string> asked, PieceTerms whole, List<string> words)
    {
        var found = new List<(TableRow Row, IReadOnlySet<string> By)>();
        foreach (var row in table.Rows)
        {
            var terms = row.NameTerms;
            if (row.Cells.Where(TableColumn.LooksLikeCode).FirstOrDefault(code => words.Contains(code, StringComparer.OrdinalIgnoreCase)) is { } code)
            {
                found.Add((row, new HashSet<string> { code }));
            }
            else if (terms.Count > 0 && (terms.IsSubsetOf(asked) || IsPartlyInProgrammeName(table, row.Name, terms, asked, whole)))
            {
                found.Add((row, terms));
            }
            else if (words.Exists(word => Acronyms.Names(word, row, table)))
            {
                found.Add((row, new HashSet<string> { row.Initials }));
            }
        }

        // 'Introduction to Machine Learning' also holds 'Machine Learning': the fuller name is meant.
        return [.. found.Where(f => !found.Any(other => other.By.Count > f.By.Count && f.By.IsProperSubsetOf(other.By))).Select(f => f.Row)];
    }

    /// <summary>'AML Devices' where 'AML' was taken for the programme: its words must stand together, and one of them outside the programme's name.</summary>
    private static bool IsPartlyInProgrammeName(RowTable table, string name, IReadOnlySet<string> terms, HashSet<string> asked, PieceTerms whole) =>
        terms.All(whole.Has) && terms.Overlaps(asked) && PieceTerms.Of(name).Pairs.All(whole.Pairs.Contains)
        && terms.Except(asked).All(t => !table.IsCommonInNames(t));

    private static List<(int, string)> ConditionsIn(RowTable table, HashSet<string> asked, HashSet<string> nameTerms, string question)
    {
        var conditions = new List<(int, string)>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            if (column.IsCategory)
            {
                var values = table.Rows.Select(r => r.Cells[i]).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
                conditions.AddRange(values.Where(v => Terms(v) is { Count: > 0 } terms && terms.IsSubsetOf(asked) && !terms.IsSubsetOf(nameTerms)).Select(v => (i, v)));
            }
            else if (column.IsFigure && FigureWithUnit(question, column.Name) is { } figure && table.Rows.Any(r => r.Cells[i] == figure))
            {
                conditions.Add((i, figure));
            }
        }

        return conditions;
    }

    private static List<int> ColumnsIn(RowTable table, HashSet<string> asked, string question)
    {
        var columns = new List<int>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var wanted = column.NameTerms.Overlaps(asked) && i != table.NameColumn
                || (column.IsCode && CodeWord().IsMatch(question))
                || (TermColumn().IsMatch(column.Name) && TermWord().IsMatch(question))
                || (CreditColumn().IsMatch(column.Name) && CreditWord().IsMatch(question));
            if (wanted)
            {
                columns.Add(i);
            }
        }

        return columns;
    }

    /// <summary>'5-credit', '5 ECTS': a figure right before the column's unit.</summary>
    private static string? FigureWithUnit(string question, string column) =>
        CreditColumn().IsMatch(column) && FigureOfCredits().Match(question) is { Success: true } match ? match.Groups[1].Value : null;

    public static HashSet<string> Terms(string text) =>
        EnglishAnalyzer.Analyze(text).Where(t => !t.IsStopWord).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);

    /// <summary>'NLP' for 'Natural Language Processing': of capitalised and longer words.</summary>
    public static string InitialsOf(string name) =>
        string.Concat(Word().Matches(name).Select(m => m.Value).Where(w => w.Length > 3 || char.IsUpper(w[0])).Select(w => char.ToUpperInvariant(w[0])));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[\p{L}\p{N}]+", Options)]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^)]*\)", Options)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(codes?|module number|course number)\b", Options)]
    private static partial Regex CodeWord();

    [GeneratedRegex(@"\b(term|semester|when)\b", Options)]
    private static partial Regex TermColumn();

    [GeneratedRegex(@"\b(terms?|semesters?|when|autumn|spring|summer)\b", Options)]
    private static partial Regex TermWord();

    [GeneratedRegex(@"\b(credits?|ects|cats)\b", Options)]
    private static partial Regex CreditColumn();

    [GeneratedRegex(@"\b(credits?|ects|points|cats)\b", Options)]
    private static partial Regex CreditWord();

    [GeneratedRegex(@"\b(\d{1,3})[\s-]*(?:credits?|ects|points)\b", Options)]
    private static partial Regex FigureOfCredits();
}
