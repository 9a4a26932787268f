using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>'15 modules', 'three distinct phases': a number of things said to follow or to exist.</summary>
/// <param name="Count">How many.</param>
/// <param name="Shown">As written, from the number to the noun.</param>
/// <param name="Noun">What, folded.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">Behind the noun.</param>
internal sealed partial record Announcement(int Count, string Shown, string Noun, int Start, int End)
{
    /// <summary>The announcements of a sentence; numbers to choose, bounds, ranges and amounts announce nothing.</summary>
    public static IEnumerable<Announcement> In(string sentence)
    {
        foreach (Match m in Counted().Matches(sentence))
        {
            var count = FigureReader.CountOf(m.Groups["n"].Value);
            if (count is >= 2 and <= 100 && !Unsure().IsMatch(sentence[..m.Index]) && !Choice().IsMatch(sentence[..m.Index]) && !Part().IsMatch(sentence[(m.Index + m.Length)..])
                && !Measure().IsMatch(m.Value))
            {
                yield return new Announcement(count, m.Value, Words.Fold(m.Groups["noun"].Value), m.Index, m.Index + m.Length);
            }
        }
    }

    [GeneratedRegex(
        @"(?<![\w£€$.,/–-])(?<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s"
        + @"(?:(?!(?:of|or|to|and|in|per|from|more|other|further)\b)[\p{L}-]{1,30}\s){0,3}?(?<noun>criteria|(?!(?:this|is|was|has|its|as|vs|ects|cats|credits)\b)[\p{L}-]{3,30}(?<!s)s)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:\b(?:to|or|between \w+ and|least|most|up to|over|than|about|around|approximately|roughly|nearly|almost|some|maximum of|minimum of|maximum|minimum|top|first|last|next|past|other|any|level|year|week|term|section|part|chapter|group)|[–-])\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsure();

    [GeneratedRegex(@"\b(?:choos\w*|chose\w*|select\w*|tak\w+|pick\w*|includ\w*|such as|for example|e\.g|must|requires?|need\w*|complet\w+|enrol\w*)\b[^.;]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^[,\s]{0,2}(?:per\b|each\b|a (?:week|term|year)\b|of (?:the|these|them|those)\b|or more\b|including\b|such as\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:ECTS|CATS|credits?|points?|marks?|hours?|minutes?|days?|weeks?|months?|years?|terms?|semesters?|words?|pages?|pounds?|percent\w*|people|students?|applicants?|members?|graduates?|countries|universities|companies|times|thousands?|millions?|copies|lectures?|places?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measure();
}
