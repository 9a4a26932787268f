using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Facts about what tables name: a module's credits, term, code and hours, from its rows and from sentences that name it.</summary>
internal static partial class NamedFacts
{
    /// <summary>Facts of a table's rows; every name met is added to <paramref name="names"/>.</summary>
    public static IEnumerable<Fact> OfRows(Reviewed document, NamedThings names)
    {
        var source = document.Document;
        var headers = Tables.HeadersOf(source);
        for (var i = 0; i < source.Blocks.Count; i++)
        {
            var row = source.Blocks[i];
            if (row.Kind != BlockKind.TableRow || !headers.TryGetValue(row.Table, out var columns) || Tables.IsTotal(source, row)
                || NameColumn(columns) is not (>= 0 and var at) || at >= row.Cells.Count || row.Cells[at].IsEmpty)
            {
                continue;
            }

            var written = row.Cells[at].In(source.Text);
            var name = NamedThings.KeyOf(written);
            if (name.Length == 0)
            {
                continue;
            }

            names.Add(written);
            var statement = new Statement(source, row.Section, i, row.Span, row.Span.In(source.Text)) { Reading = written, Cell = row.Cells[at] };
            for (var c = 0; c < Math.Min(columns.Count, row.Cells.Count); c++)
            {
                if (c != at && ColumnOf(columns[c], document.CreditsAreEcts) is { } column)
                {
                    foreach (var fact in OfCell(document, statement with { Cell = row.Cells[c] }, name, written, column))
                    {
                        yield return fact;
                    }
                }
            }
        }
    }

    /// <summary>Facts of a sentence about <paramref name="names"/>.</summary>
    public static IEnumerable<Fact> OfSentence(Reviewed document, Statement statement, NamedThings names)
    {
        if (statement.IsCell)
        {
            yield break;
        }

        var reading = statement.Reading;
        var found = names.In(reading).ToList();
        foreach (var (name, start, end) in found)
        {
            var credits = CreditsBehind().Match(reading[end..]) is { Success: true } behind ? (Match: behind, Offset: end)
                : CreditsBefore().Match(reading[..start]) is { Success: true } before ? (Match: before, Offset: 0)
                : default;
            if (credits.Match is { } m)
            {
                var unit = CreditUnit(m.Groups["unit"].Value, document.CreditsAreEcts);
                var at = credits.Offset + m.Groups["n"].Index;
                yield return Make(
                    document, statement, name, reading[start..end], unit, m.Groups["n"].Value, $"{m.Groups["n"].Value} {m.Groups["unit"].Value}",
                    statement.Place(at, at + m.Groups["n"].Length));
            }

            if (found.Count == 1 && Begins().Match(reading, end) is { Success: true } begin && Months.TermOf(Months.Of(begin.Groups["month"].Value)) is { } term)
            {
                var month = begin.Groups["month"];
                yield return Make(
                    document, statement, name, reading[start..end], "start", term, month.Value, statement.Place(month.Index, month.Index + month.Length));
            }
        }
    }

    private static IEnumerable<Fact> OfCell(Reviewed document, Statement row, string name, string written, string column)
    {
        var cell = row.Cell.In(row.Document.Text);
        if (column == "term")
        {
            var terms = Term().Matches(cell).Select(m => m.Value.ToLowerInvariant().Replace("fall", "autumn", StringComparison.Ordinal)).ToList();
            if (terms.Count > 0 && Term().Replace(cell, "").All(c => !char.IsLetterOrDigit(c)))
            {
                yield return Make(document, row, name, written, "term", string.Join(' ', terms), cell, row.Place());
                yield return Make(document, row, name, written, "start", terms[0], cell, row.Place());
            }
        }
        else if (column == "code")
        {
            if (!cell.Contains(' ', StringComparison.Ordinal) && cell.Any(char.IsAsciiDigit))
            {
                yield return Make(document, row, name, written, column, cell.ToUpperInvariant(), cell, row.Place());
            }
        }
        else if (Amount().Match(cell) is { Success: true } amount)
        {
            var unit = amount.Groups["unit"].Success ? CreditUnit(amount.Groups["unit"].Value, document.CreditsAreEcts) : column;
            yield return Make(document, row, name, written, unit, amount.Groups["n"].Value, cell, row.Place());
        }
    }

    private static Fact Make(
        Reviewed document, Statement statement, string name, string written, string what, string value, string shown, ReviewPlace place) =>
        new($"named|{name}|{what}", $"the {what} of '{written}'", value, shown, document.YearOf(statement), statement, place);

    private static int NameColumn(IReadOnlyList<string> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (NameHeader().IsMatch(columns[i]) && ColumnOf(columns[i], creditsAreEcts: false) is null)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? ColumnOf(string header, bool creditsAreEcts) =>
        header.Contains("code", StringComparison.OrdinalIgnoreCase) ? "code"
        : TermHeader().IsMatch(header) ? "term"
        : CreditHeader().Match(header) is { Success: true } credits ? CreditUnit(credits.Value, creditsAreEcts)
        : header.Equals("hours", StringComparison.OrdinalIgnoreCase) ? "hours"
        : null;

    private static string CreditUnit(string unit, bool creditsAreEcts) =>
        unit.StartsWith("ects", StringComparison.OrdinalIgnoreCase) ? "ECTS"
        : unit.StartsWith("cats", StringComparison.OrdinalIgnoreCase) ? "CATS"
        : creditsAreEcts ? "ECTS" : "credits";

    [GeneratedRegex(@"\b(?:module|course|unit|component|elective|option|subject|title|name|project)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameHeader();

    [GeneratedRegex(@"^(?:term|semester)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TermHeader();

    [GeneratedRegex(@"\b(?:ECTS|CATS|credits?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditHeader();

    [GeneratedRegex(@"\b(?:autumn|spring|summer|winter|fall)\b(?:\sterm)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"^\s*(?<n>\d{1,4}(?:\.\d)?)\s*(?<unit>ECTS|CATS|credits?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    // 'Name (40 ECTS', 'Name in AML is a module of 40 ECTS', 'Name carries 40 ECTS'.
    [GeneratedRegex(
        @"^(?:\sin\s\w{1,20})?(?:\smodules?)?(?:\s\(|,?\s(?:carries|carry|is worth|worth|has|weighs|counts for|gives|is)\s(?:an? )?(?:\w{1,20}\s){0,2})(?<n>\d{1,3})[\s-]?(?<unit>ECTS|CATS|credits?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditsBehind();

    [GeneratedRegex(@"(?<n>\b\d{1,3})[\s-]?(?<unit>ECTS|CATS|credits?)\s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditsBefore();

    [GeneratedRegex(
        @"\b(?:starts?|begins?|commences?|runs?)\b[^.;,]{0,40}?\b(?:in|from)\s(?:early |mid |late )?(?<month>" + Months.Pattern + @")\b|\G[^.;,]{0,30}?\bpart-time in (?<month>" + Months.Pattern + @")\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Begins();
}
