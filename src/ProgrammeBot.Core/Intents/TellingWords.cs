using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Intents;

/// <summary>The words that say what is asked, weighed by how rare they are among the phrasings, and which topics know them.</summary>
/// <remarks>A question that shares only the common words of an entry, or that asks for another thing about the same subject, leaves its own telling words uncovered.</remarks>
internal sealed class TellingWords
{
    private const double OfFilling = 0.15;

    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
    private readonly HashSet<(string Term, int Topic)> _known = [];
    private readonly int _phrasings;

    /// <param name="texts">The phrasings.</param>
    /// <param name="owners">For each the number of its topic.</param>
    public TellingWords(IReadOnlyList<string> texts, IReadOnlyList<int> owners)
    {
        _phrasings = texts.Count;
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var term in EnglishAnalyzer.Analyze(texts[i]).Where(t => !t.IsStopWord).Select(t => t.Term).Distinct())
            {
                _frequencies[term] = _frequencies.GetValueOrDefault(term) + 1;
                _known.Add((term, owners[i]));
            }
        }
    }

    /// <summary>The telling words of a question with their weights, which sum up to 1; none where it has none.</summary>
    public IReadOnlyList<(string Term, double Weight)> Of(string text)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in EnglishAnalyzer.Analyze(text).Where(t => !t.IsStopWord))
        {
            var weight = Math.Log((1.0 + _phrasings) / (1 + _frequencies.GetValueOrDefault(token.Term))) + 0.1;
            words[token.Term] = weight * (QuestionWords.IsFilling(text[token.Start..token.End].ToLowerInvariant()) ? OfFilling : 1);
        }

        var total = words.Values.Sum();
        return [.. words.Select(w => (w.Key, w.Value / total))];
    }

    /// <summary>The share of them that a topic's phrasings hold; 1 where there are none.</summary>
    public double CoveredBy(int topic, IReadOnlyList<(string Term, double Weight)> words) =>
        words.Count == 0 ? 1 : words.Where(w => _known.Contains((w.Term, topic))).Sum(w => w.Weight);
}
