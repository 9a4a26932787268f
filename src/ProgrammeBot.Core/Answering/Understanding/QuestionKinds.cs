using System.Text.RegularExpressions;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Tells the kind of a question by its question words; the first rule that fits decides.</summary>
internal static partial class QuestionKinds
{
    private static readonly (Regex Pattern, QuestionKind Kind)[] Rules =
    [
        (Comparing(), QuestionKind.Compare),
        (Money(), QuestionKind.HowMuchMoney),
        (Duration(), QuestionKind.HowLong),
        (Number(), QuestionKind.HowMany),
        (Time(), QuestionKind.When),
        (Person(), QuestionKind.Who),
        (Place(), QuestionKind.Where),
        (Polar(), QuestionKind.YesNo),
    ];

    /// <param name="text">The question.</param>
    /// <param name="facet">Whether the kind compared is wanted instead of the comparison.</param>
    public static QuestionKind Of(string text, bool facet = false)
    {
        foreach (var (pattern, kind) in Rules)
        {
            if (pattern.IsMatch(text) && !(facet && kind == QuestionKind.Compare))
            {
                return facet && kind is (QuestionKind.YesNo or QuestionKind.Where or QuestionKind.Who) && Size().IsMatch(text) ? QuestionKind.HowMany : kind;
            }
        }

        return facet && Size().IsMatch(text) ? QuestionKind.HowMany : QuestionKind.Open;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What is bigger or more has a number.</summary>
    [GeneratedRegex(@"\b(bigger|larger|smaller|more|fewer|less|higher|lower|size)\b", Options)]
    private static partial Regex Size();

    [GeneratedRegex(@"\b(compared?|comparison|versus|vs\.?|differences?|differ)\b", Options)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"\bhow much (is|are|does|do|did|will|would|money|tuition|the fees?)\b.*\b(fees?|tuition|salary|stipend|cost|costs|price|earn|earns|paid|pay|make|makes|charge)\b|\b(what|which|exact|average|typical)\b.*\b(fees?|salary|salaries|stipend|price|wages?|pay)\b|\bhow (much|expensive)\b.*\b(cost|costs|earn|earns|paid|pay|salary|fee|fees|make)\b|\b(earn|earns|get paid|salary|salaries|stipend)\b", Options)]
    private static partial Regex Money();

    [GeneratedRegex(@"\bhow long\b|\b(what|which) (is the )?(duration|length)\b|\bhow many (years|months|weeks|days|hours)\b|\bduration of\b", Options)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\bhow (many|much|large|big|heavy|high)\b|\bnumber of\b|\b(percentages?|percent|split|breakdown|weighting)\b|\bwhat (share|proportion|percent|mark|score|grade|band)\b|\btotal\b.*\b(credits|hours|ects)\b|\bhow (old|far|often)\b|\b(exact|precise|exactly)\b.*\b(number|scores?|figure|amount|marks?|grades?)\b|\b(ielts|toefl|pte|gre|gmat|test|minimum)\s+scores?\b|\bhow (do|does|are|is)\b.*\b(weigh|weighs|weighed|weighted|split)\b|\b(weight|weighting|split|breakdown) (of|between)\b|\b(maximum|minimum|max|min)\b", Options)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\W*((so|and|but|also|hi|hello|hey|ok|please|exactly)\W+)*when\b|\bwhen (is|are|was|were|do|does|did|can|could|will|would|should|must|may|exactly)\b|\b(by|until|till|til|from|and|or|know|tell me) when\b|\b(what|which) (date|day|month|year|term|semester|time)\b|\bin (what|which) (term|year|month|semester)\b|\bdeadline\b|\bsince when\b|\b(start|end) date\b", Options)]
    private static partial Regex Time();

    [GeneratedRegex(@"\bwho(m|se)?\b|\bwhat person\b|\b(name|leader|director|head|lead|convenor|coordinator) of\b", Options)]
    private static partial Regex Person();

    [GeneratedRegex(@"\bwhere\b|\bwhich (place|campus|city|page|website|office|building)\b", Options)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\W*((so|and|but|hi|hello|hey|also)\W+)*(is|are|am|was|were|do|does|did|can|could|will|would|should|shall|must|may|might|has|have|had|need|isn't|aren't|don't|doesn't|can't|won't)\b", Options)]
    private static partial Regex Polar();
}
