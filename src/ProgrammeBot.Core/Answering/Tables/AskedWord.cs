using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Tables;

/// <summary>A word of a question, where it stands, and what it is analysed to.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Term">As analysed.</param>
/// <param name="IsStopWord">Whether it carries no meaning of its own.</param>
/// <param name="Before">What stands between it and the word before it.</param>
internal sealed partial record AskedWord(string Text, string Term, bool IsStopWord, string Before)
{
    /// <summary>Says that what follows is not wanted.</summary>
    public bool IsNegation => Text is "not" or "non" or "except" or "excepting" or "excluding" or "without" or "besides" or "outside" or "other" or "apart" or "neither"
        || Text.EndsWith("n't", StringComparison.Ordinal) || Text.EndsWith("n’t", StringComparison.Ordinal);

    /// <summary>Joins two values of one column.</summary>
    public bool IsJoining => Text is "or" or "and" or "nor" or "in" or "the" or "not" or "non" or "neither" or "either" or "both";

    public bool IsFilling => IsStopWord || QuestionWords.IsFilling(Text);

    public static IReadOnlyList<AskedWord> In(string text)
    {
        var words = new List<AskedWord>();
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            var tokens = EnglishAnalyzer.Analyze(word);
            words.Add(new AskedWord(word, tokens.Count == 0 ? word : tokens[0].Term, tokens.Count == 0 || tokens[0].IsStopWord, text[end..match.Index]));
            end = match.Index + match.Length;
        }

        return words;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’]\p{L}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
