using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>Whether a sentence holds the kind of thing a question asks for: a number, an amount, a date, a person.</summary>
internal static partial class AnswerShapes
{
    /// <param name="kind">What is asked for.</param>
    /// <param name="words">The sentence or row, as it stands in the document.</param>
    public static bool Holds(QuestionKind kind, string words) => kind switch
    {
        QuestionKind.HowMany => Number().IsMatch(AcademicYear().Replace(words, " ")),
        QuestionKind.HowMuchMoney => Money().IsMatch(words),
        QuestionKind.HowLong => Duration().IsMatch(words),
        QuestionKind.When => Time().IsMatch(words),
        QuestionKind.Who => Person().IsMatch(words),
        QuestionKind.Where => Place().IsMatch(words),
        _ => true,
    };

    /// <summary>Kinds without which a sentence is no answer at all.</summary>
    public static bool IsStrict(QuestionKind kind) =>
        kind is QuestionKind.HowMuchMoney or QuestionKind.HowMany or QuestionKind.HowLong or QuestionKind.When or QuestionKind.Who;

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred|half|none|single|both|all|every|exactly|ONE|N/A)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    /// <summary>A year is a number, but answers no 'how many'.</summary>
    [GeneratedRegex(@"\b(19|20)\d\d([-/–]\d\d(\d\d)?)?\b", Options)]
    private static partial Regex AcademicYear();

    [GeneratedRegex(@"[£$€]\s?\d|\d[\d,.]*\s?(pounds|euros?|dollars|GBP|EUR|USD|pence)\b|\d[\d.-]*\s?%\s+(more|less)\b|\bpremium\b.*\d|\d.*\bpremium\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)[\s-]*(to|-|–|and|or)?[\s-]*(\d[\d.,]*)?[\s-]*(calendar )?(years?|months?|weeks?|days?|hours?|minutes?|pages?|terms?|working days)\b|\bto (early |late |mid-)?[A-Z][a-z]+\b|\bmaximum\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Autumn|Spring|Summer|Winter|[12][90]\d\d(-\d\d)?|(first|second|third|final|autumn|spring|summer|winter) (term|semester|year|week)|annually|weekly|bi-weekly|monthly|deadline|term|beginning|at the (start|end)|within \d+|throughout)\b|\d{1,2}(st|nd|rd|th)\b", Options)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Dame)\.?\s+[A-Z]|\b(by|led by|the|delivered by) [A-Z][\w-]+ [A-Z][\w-]+|\b([Dd]irector|[Cc]ommittee|[Tt]utor|[Ss]upervisor|[Ss]taff|[Aa]cademic|[Tt]eam|[Aa]ssistant|[Rr]egistry|[Ee]xpert|[Ll]eader|School|Office|Institution)s?\b", Options)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(www\.|https?:)|\b(at|in|from|on|via|available|under|website|page|campus|office)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
