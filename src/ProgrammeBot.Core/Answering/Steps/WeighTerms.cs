using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Weighs the words of the question by how rare they are in the passages.</summary>
internal sealed class WeighTerms : IAnsweringStep
{
    private const double OfFilling = 0.15;
    private const double OfEveryday = 0.7;
    private const double OfUnknownEveryday = 0.15;
    private const double OfCarried = 0.4;
    private const double OfKind = 0.3;

    /// <summary>A question without a word of this weight says nothing but its kind.</summary>
    private const double Telling = 0.8;

    public QuestionSoFar Take(QuestionSoFar question, CancellationToken cancellationToken)
    {
        var terms = new Dictionary<string, WeighedTerm>(StringComparer.Ordinal);
        Weigh(question.Wanted, 1, false, question.Corpus.Vocabulary, terms);
        Weigh(question.Carried, OfCarried, true, question.Corpus.Vocabulary, terms);
        var added = terms.Values.All(t => t.Weight < Telling) ? KindWords.For(question.Holding) : "";
        if (added.Length > 0)
        {
            terms.Clear();
            Weigh(added, OfKind, false, question.Corpus.Vocabulary, terms);
            foreach (var unknown in terms.Values.Where(t => !t.Known).ToList())
            {
                terms.Remove(unknown.Term);
            }
        }

        var weighed = terms.Values.OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal).ToList();
        return (question with { Terms = weighed, Added = added, Phrases = PieceTerms.Of(question.Wanted).Pairs }).Noting(
            "terms", string.Join(' ', weighed.Select(t => FormattableString.Invariant($"{t.Word}{(t.Known ? "" : "?")}^{t.Weight:0.0}"))));
    }

    private static void Weigh(string text, double factor, bool carried, IVocabulary vocabulary, Dictionary<string, WeighedTerm> terms)
    {
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            if (token.IsStopWord || terms.ContainsKey(token.Term))
            {
                continue;
            }

            var word = text[token.Start..token.End];
            var frequency = vocabulary.PassageFrequency(word);
            var filling = QuestionWords.IsFilling(word.ToLowerInvariant());
            var everyday = !filling && EverydayWords.Contains(token.Term);
            var weight = InverseFrequency(frequency, vocabulary.PassageCount) * factor
                * (filling ? OfFilling : !everyday ? 1 : frequency == 0 ? OfUnknownEveryday : OfEveryday);
            terms[token.Term] = new WeighedTerm(token.Term, word, weight, frequency > 0, carried) { IsTelling = !filling && (!everyday || frequency > 0) };
        }
    }

    /// <summary>ln(1 + (N − n + ½) / (n + ½)): Robertson and Spärck Jones' weight, kept above 0 as Lucene does.</summary>
    private static double InverseFrequency(int frequency, int passages) =>
        Math.Log(1 + ((Math.Max(passages, frequency) - frequency + 0.5) / (frequency + 0.5)));
}
