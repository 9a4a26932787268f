using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Spells out chat short forms, puts idioms plainly and mends misspelt words: only words that neither the index nor English has.</summary>
internal sealed partial class CorrectSpelling : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var mended = new List<string>();
        var text = Idioms.Plain(Mend(question.Text, question.Corpus.Vocabulary, mended), mended);
        return mended.Count == 0 ? question : (question with { Text = text }).Noting("spelling", string.Join(", ", mended));
    }

    public static string Mend(string text, IVocabulary vocabulary, ICollection<string> mended) =>
        Word().Replace(text, match =>
        {
            var better = IsFigureBeforeUnit(text, match) || IsName(text, match) ? null : MendWord(match.Value, vocabulary);
            if (better is null)
            {
                return match.Value;
            }

            mended.Add($"{match.Value} → {better}");
            return better;
        });

    /// <summary>'4 years' and 'a 2:1' are figures, 'free 4 all' and '2 get in' are talk.</summary>
    private static bool IsFigureBeforeUnit(string text, Match word) => word.Value is "2" or "4" && FigureOf().IsMatch(text[word.Index..]);

    /// <summary>A capital behind a word of small letters makes a name: 'Leeds' is not 'leads'. Within a title ('Soft Gripers') it does not.</summary>
    private static bool IsName(string text, Match word) =>
        char.IsUpper(word.Value[0]) && word.Value.Skip(1).All(char.IsLower) && WordBefore().Match(text[..word.Index]) is { Success: true } before && char.IsLower(before.Groups[1].ValueSpan[0]);

    private static string? MendWord(string word, IVocabulary vocabulary)
    {
        var lower = word.ToLowerInvariant();
        if (ChatSpeak.Expand(lower) is { } expanded)
        {
            return expanded;
        }

        if (word.Length >= 3 && !EnglishWords.Contains(lower) && vocabulary.PassageFrequency(lower) == 0 && AskingWords.Nearest(lower) is { } asking)
        {
            return asking;
        }

        if (word.Length < 4 || word.Any(char.IsDigit) || EnglishWords.Contains(lower) || vocabulary.PassageFrequency(lower) > 0)
        {
            return null;
        }

        var nearest = vocabulary.Nearest(lower, 3);
        if (nearest.Count == 0)
        {
            return null;
        }

        // The first letter is rarely the wrong one: among equals it decides.
        var best = nearest.Where(n => n.Distance == nearest[0].Distance).OrderByDescending(n => n.Word[0] == lower[0]).First();
        return best.Distance == 1 || best.Word[0] == lower[0] ? best.Word : null;
    }

    [GeneratedRegex(@"(\p{L}+) $", RegexOptions.CultureInvariant)]
    private static partial Regex WordBefore();

    [GeneratedRegex(@"^\d+\s*([:.,/%-]\s*\d|%|(years?|yrs?|months?|weeks?|days?|hours?|hrs|terms?|semesters?|modules?|electives?|courses?|credits?|ects|pages?|programmes?|things?|questions?|degrees?|people|times)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureOf();

    // Not the words of a code, an address or a figure.
    [GeneratedRegex(@"(?<![\p{L}\p{N}./@_-])[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?![\p{N}@_/])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
