using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering;

/// <summary>The yes, the no or the figure that an answer leads with: only where one clause of the quote says it by itself.</summary>
/// <remarks>
/// A wrong 'yes' is worse than none. So all telling words of the question must stand in one clause, nothing in the quote may hedge, and
/// a figure leads only where it is the one of its kind. Otherwise the quote speaks for itself.
/// </remarks>
internal static partial class AnswerLeads
{
    /// <summary>A lead that ends in a colon and a blank, or nothing.</summary>
    public static string For(QuestionSoFar question, EvidenceUnit unit)
    {
        var words = unit.Words;
        if (unit.Cells.Count > 0 || words.TrimEnd().EndsWith(':') || Hedged().IsMatch(words))
        {
            return "";
        }

        return question.Kind switch
        {
            QuestionKind.YesNo => Polarity(question, words),
            QuestionKind.HowLong => Only(Durations().Matches(words)),
            QuestionKind.HowMuchMoney => Only(Amounts().Matches(words)),
            _ => "",
        };
    }

    private static string Polarity(QuestionSoFar question, string words)
    {
        if (Polar().IsMatch(words) || Negated().IsMatch(question.Text) || Either().IsMatch(question.Text) || question.Carried.Length > 0)
        {
            return "";
        }

        var telling = question.Terms.Where(t => t.IsTelling).ToList();
        if (telling.Count < 2 || telling.Exists(t => !t.Known))
        {
            return "";
        }

        var clause = Clauses().Split(words).FirstOrDefault(c => PieceTerms.Of(c) is var terms && telling.TrueForAll(t => terms.Has(t.Term)));
        return clause is null ? "" : Negated().IsMatch(clause) ? $"{question.Says.No}: " : $"{question.Says.Yes}: ";
    }

    private static string Only(MatchCollection found) => found.Count == 1 ? $"{found[0].Value}: " : "";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W*(yes|no)\b", Options)]
    private static partial Regex Polar();

    [GeneratedRegex(@"\b(may|might|could|can|some|sometimes|normally|usually|typically|often|generally|exceptionally|case[- ]by[- ]case|unless|except|excluding|only|if|where|provided|depend(s|ing)?|as a rule|at least|at most|up to|around|about|approximately|ca|most|many|few|rarely|hardly|between|however|but|although|though|while)\b", Options)]
    private static partial Regex Hedged();

    [GeneratedRegex(@"\b(not|no|never|cannot|neither|nor|none|nothing|without|N/A)\b|n['’]t\b", Options)]
    private static partial Regex Negated();

    [GeneratedRegex(@"\bor\b", Options)]
    private static partial Regex Either();

    [GeneratedRegex(@"[;:,]\s+|\s+(?:and|which|that|who)\s+|\s[–—-]\s", Options)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(?:\d[\d.,]*|one|two|three|four|five|six|twelve|eighteen)(?:\s*(?:to|-|–)\s*\d+)?[\s-](?:calendar |working )?(?:years?|months?|weeks?|days?|hours?|minutes?|pages?)\b", Options)]
    private static partial Regex Durations();

    [GeneratedRegex(@"[£$€]\s?\d[\d,.]*\d(?:k|m)?(?:\s*(?:to|-|–)\s*[£$€]?\s?\d[\d,.]*\d(?:k|m)?)?", Options)]
    private static partial Regex Amounts();
}
