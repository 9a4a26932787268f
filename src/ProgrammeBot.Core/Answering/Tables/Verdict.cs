using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Tables;

/// <summary>The yes or no that one row proves: 'is soft grippers a spring module', 'is it worth 5 credits'.</summary>
internal static partial class Verdict
{
    /// <summary>Null where the row does not settle it.</summary>
    public static bool? Of(RowTable table, IReadOnlyList<TableRow> rows, string question)
    {
        // A row called off, a question with 'not' or 'or', or one that reports another's words has no plain yes.
        if (rows is not [{ IsCalledOff: false } row] || !Polar().IsMatch(question) || Unsettled().IsMatch(question))
        {
            return null;
        }

        var words = AskedWord.In(question);
        var verdicts = new List<bool?>();
        var claimed = words.Select(w => w.IsFilling || row.NameTerms.Contains(w.Term) || Asking().IsMatch(w.Text) || w.Text.Equals(row.Initials, StringComparison.OrdinalIgnoreCase)
            || row.Cells.Contains(w.Text, StringComparer.OrdinalIgnoreCase) || table.Columns.Any(c => c.NameTerms.Contains(w.Term) && !c.IsCategory)).ToArray();
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var asked = table.Columns[c].Values.Where(v => Stands(words, v.Terms, row)).ToList();
            if (asked.Count > 0)
            {
                verdicts.Add(asked is [var one] ? Same(row.Cells[c], one.Value, one.Terms) : null);
                Claim(words, claimed, asked.SelectMany(v => v.Terms));
            }
            else if (table.Columns[c].IsFigure && Figure().Match(question) is { Success: true } figure && CreditColumn().IsMatch(table.Columns[c].Name))
            {
                verdicts.Add(RowCondition.FigureIn(row.Cells[c]) is { } cell ? cell == decimal.Parse(figure.Groups[1].Value, CultureInfo.InvariantCulture) : null);
                Claim(words, claimed, [figure.Groups[1].Value]);
            }
        }

        return verdicts.Count == 0 || verdicts.Contains(null) || claimed.Contains(false) ? null : verdicts.TrueForAll(v => v == true);
    }

    private static bool Stands(IReadOnlyList<AskedWord> words, IReadOnlyList<string> terms, TableRow row) =>
        terms.All(t => words.Any(w => w.Term == t)) && !terms.All(row.NameTerms.Contains);

    private static void Claim(IReadOnlyList<AskedWord> words, bool[] claimed, IEnumerable<string> terms)
    {
        var these = terms.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            claimed[i] |= these.Contains(words[i].Term) || these.Contains(words[i].Text);
        }
    }

    /// <summary>A cell that names the value among others ('Autumn-Summer'), or no value at all, settles nothing; nor does 'core' for 'compulsory', which it is in all but name.</summary>
    private static bool? Same(string cell, string value, IReadOnlyList<string> terms)
    {
        var itself = RowQuery.WithoutBrackets(cell);
        if (itself.Equals(value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return itself.Length == 0 || SeasonSpan.Of(itself) is not null || AskedWord.In(cell).Any(w => terms.Contains(w.Term)) || (Obligatory().IsMatch(value) && Obligatory().IsMatch(itself)) ? null : false;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*((so|and|but|hi|hello|hey|also)\W+)*(is|are|was|does|do|will)\b", Options)]
    private static partial Regex Polar();

    [GeneratedRegex(@"\b(or|not|only|never|no|except|without|until|unless|both|always|still|if|more|less|least|most|than|over|under|which|what|when|how)\b|n['’]t\b", Options)]
    private static partial Regex Unsettled();

    [GeneratedRegex(@"^(modules?|electives?|courses?|class|unit|subject|terms?|semesters?|credits?|ects|cats|points?|worth|run|runs|running|offered|taught|held|take|place|takes|taking|part|a|an|the|in|during)$", Options)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(\d{1,3})[\s-]*(?:credits?|ects|cats|points)\b", Options)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(credits?|ects|cats)\b", Options)]
    private static partial Regex CreditColumn();

    [GeneratedRegex(@"^(core|compulsory|mandatory|obligatory|required)\b", Options)]
    private static partial Regex Obligatory();
}
