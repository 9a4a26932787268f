using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Words that make one thing two: the fee for home students is not the fee for international ones.</summary>
internal static partial class Qualifiers
{
    /// <summary>The qualifiers in <paramref name="words"/>, in canonical form, sorted.</summary>
    /// <param name="words">The clause of a figure, and the headings above it.</param>
    /// <param name="own">Words that name the programme itself and so tell nothing apart.</param>
    public static SortedSet<string> In(string words, IReadOnlySet<string> own)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Match m in Word().Matches(words))
        {
            var word = m.Value.ToLowerInvariant().Replace(' ', '-').Replace("pg-", "pg", StringComparison.Ordinal);
            word = word switch
            {
                "uk" or "domestic" => "home",
                "overseas" or "non-uk" => "international",
                "master-of-research" => "mres",
                "distance" or "distance-learning" => "online",
                "1st" => "first",
                "2nd" => "second",
                "3rd" => "third",
                _ => word,
            };
            if (!own.Contains(word))
            {
                found.Add(word);
            }
        }

        return found;
    }

    [GeneratedRegex(
        @"\b(?:home|domestic|non-uk|uk|international|overseas|EU|full[- ]time|part[- ]time|online|distance(?:[- ]learning)?|executive|accelerated"
        + @"|MSc|MRes|MEng|BSc|BEng|MPhil|PhD|MBA|MA|PG ?Dip(?:loma)?|PG ?Cert(?:ificate)?|diploma|certificate|foundation|pre-sessional|undergraduate"
        + @"|first|second|third|fourth|final|1st|2nd|3rd|round \w+|stage \w+|early|late|priority|extended|deferred|deferral|resit|re-sit|scholarship|alumni|loan"
        + @"|per (?:year|annum|month|term|module|credit|week|day)|instalments?|installments?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
