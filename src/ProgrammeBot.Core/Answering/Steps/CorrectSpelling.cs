using System.Text.RegularExpressions;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Spells out chat short forms and mends misspelt words: only words that neither the index nor English has.</summary>
internal sealed partial class CorrectSpelling : IAnsweringStep
{
    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var mended = new List<string>();
        var text = Mend(question.Text, question.Corpus.Vocabulary, mended);
        return mended.Count == 0 ? question : (question with { Text = text }).Noting("spelling", string.Join(", ", mended));
    }

    public static string Mend(string text, IVocabulary vocabulary, ICollection<string> mended) =>
        Word().Replace(text, match =>
        {
            var better = MendWord(match.Value, vocabulary);
            if (better is null)
            {
                return match.Value;
            }

            mended.Add($"{match.Value} → {better}");
            return better;
        });

    private static string? MendWord(string word, IVocabulary vocabulary)
    {
        var lower = word.ToLowerInvariant();
        if (ChatSpeak.Expand(lower) is { } expanded)
        {
            return expanded;
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

    // Not the words of a code, an address or a figure.
    [GeneratedRegex(@"(?<![\p{L}\p{N}./@_-])[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?![\p{N}@_/])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
