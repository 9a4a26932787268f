using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Finds amounts and dates in a sentence.</summary>
internal static partial class FigureReader
{
    private static readonly string[] NumberWords =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <param name="reading">The sentence.</param>
    /// <param name="creditsAreEcts">Whether the document counts in ECTS, so that its bare 'credits' are ECTS.</param>
    public static IReadOnlyList<Figure> Read(string reading, bool creditsAreEcts)
    {
        var figures = new List<Figure>();
        foreach (Match m in Date().Matches(reading))
        {
            var month = Months.Of(m.Groups["month"].Value);
            var day = int.Parse(m.Groups["day"].Value, CultureInfo.InvariantCulture);
            if (month > 0 && day is >= 1 and <= 31)
            {
                var year = m.Groups["year"] is { Success: true, Value: var y } ? y : null;
                figures.Add(new(FigureUnit.Date, $"{month:00}-{day:00}", m.Value, m.Index, m.Index + m.Length, year));
            }
        }

        foreach (Match m in Amount().Matches(reading))
        {
            if (figures.Exists(f => m.Index < f.End && f.Start < m.Index + m.Length))
            {
                continue;
            }

            var unit = UnitOf(m, creditsAreEcts);
            var scale = unit switch
            {
                FigureUnit.Months when m.Groups["unit"].Value.Contains("year", StringComparison.OrdinalIgnoreCase) => 12,
                FigureUnit.Money when m.Groups["unit"].Value is "k" or "K" => 1_000,
                FigureUnit.Money when m.Groups["unit"].Value.StartsWith('m') => 1_000_000,
                FigureUnit.Money when m.Groups["unit"].Value.StartsWith('b') => 1_000_000_000,
                _ => 1m,
            };
            var value = m.Groups["currency"].Value + Number(m.Groups["n"].Value, scale);
            if (m.Groups["m"].Success)
            {
                value += "-" + Number(m.Groups["m"].Value, scale);
            }

            figures.Add(new(unit, value, m.Value.Trim(), m.Index, m.Index + m.Length));
        }

        figures.Sort((a, b) => a.Start.CompareTo(b.Start));
        return figures;
    }

    /// <summary>The number that a word or digits stand for; -1 for none.</summary>
    public static int CountOf(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : Array.FindIndex(NumberWords, w => w.Equals(words, StringComparison.OrdinalIgnoreCase));

    private static string Number(string digits, decimal scale)
    {
        var n = CountOf(digits);
        var value = n >= 0 ? n : decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (value * scale).ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static FigureUnit UnitOf(Match m, bool creditsAreEcts)
    {
        if (m.Groups["currency"].Success)
        {
            return FigureUnit.Money;
        }

        var unit = m.Groups["unit"].Value.ToLowerInvariant();
        var bare = unit.Length == 0 || unit is "k" or "m" or "million" or "bn" or "billion";
        return bare ? FigureUnit.Bare
            : unit[0] == '%' || unit.StartsWith("per", StringComparison.Ordinal) ? FigureUnit.Percent
            : unit.StartsWith("ects", StringComparison.Ordinal) ? FigureUnit.Ects
            : unit.StartsWith("cats", StringComparison.Ordinal) || unit.StartsWith("uk", StringComparison.Ordinal) ? FigureUnit.Cats
            : unit.StartsWith("credit", StringComparison.Ordinal) ? (creditsAreEcts ? FigureUnit.Ects : FigureUnit.Credits)
            : unit[0] == 'h' ? FigureUnit.Hours
            : unit.Contains("month", StringComparison.Ordinal) || unit.Contains("year", StringComparison.Ordinal) ? FigureUnit.Months
            : unit.StartsWith("week", StringComparison.Ordinal) ? FigureUnit.Weeks
            : unit.Contains("day", StringComparison.Ordinal) ? FigureUnit.Days
            : unit.StartsWith("page", StringComparison.Ordinal) ? FigureUnit.Pages
            : unit.StartsWith("word", StringComparison.Ordinal) ? FigureUnit.Words
            : FigureUnit.Places;
    }

    private const string N = @"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?";
    private const string Words = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty";

    [GeneratedRegex(
        @"(?<![\w.,/£€$-])(?<currency>[£€$])?\s?(?<n>" + N + "|(?:" + Words + @")\b)(?:\s?(?:-|–|to)\s?[£€$]?(?<m>" + N + "|(?:" + Words + @")\b))?"
        + @"(?:[\s-]?(?<unit>%|per ?cent|ECTS(?:\scredits?)?|CATS(?:\scredits?)?|UK\scredits?|credits?\b|hours?\b|hrs?\b|(?:calendar\s)?(?:months?|years?)\b"
        + @"|weeks?\b|(?:working\s)?days?\b|pages?\b|words?\b|places?\b|k\b|m\b|million\b|bn\b|billion\b))?(?![\w/]|[.,]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s(?<month>" + Months.Pattern + @")|(?<month>" + Months.Pattern + @")\s(?<day>\d{1,2})(?:st|nd|rd|th)?)\b(?:,?\s(?<year>20\d\d)\b)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
