using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.Synonyms;

namespace ProgrammeBot.Answering.Steps;

/// <summary>Weighs the words of the question by how rare they are in the passages.</summary>
internal sealed class WeighTerms(SynonymBook synonyms) : IAnsweringStep
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

        Widen(terms, synonyms.For($"{question.Wanted} {question.Carried}", [.. question.Programmes.Select(p => p.Id)]), question.Corpus.Vocabulary);
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
            // 'exam' is known where 'examinations' stands.
            var frequency = WordFamilies.Others(token.Term).Aggregate(vocabulary.PassageFrequency(word), (most, other) => Math.Max(most, vocabulary.PassageFrequency(other)));
            var filling = QuestionWords.IsFilling(word.ToLowerInvariant());
            // A year that no document has is told in a line of its own, not looked for.
            var everyday = !filling && (EverydayWords.Contains(token.Term) || (frequency == 0 && word is ['2', '0', >= '0' and <= '9', >= '0' and <= '9', ..]));
            var weight = InverseFrequency(frequency, vocabulary.PassageCount) * factor
                * (filling ? OfFilling : !everyday ? 1 : frequency == 0 ? OfUnknownEveryday : OfEveryday);
            terms[token.Term] = new WeighedTerm(token.Term, word, weight, frequency > 0, carried) { IsTelling = !filling && (!everyday || frequency > 0) };
        }
    }

    /// <summary>What may stand for a word is met for less; a word that no document has weighs no more than what stands for it.</summary>
    private static void Widen(Dictionary<string, WeighedTerm> terms, Widening widening, IVocabulary vocabulary)
    {
        foreach (var (key, term) in terms.ToList())
        {
            var known = widening.For(key).Where(s => s.Terms.Count > 0 && s.Words.Split(' ').All(w => vocabulary.PassageFrequency(w) > 0)).ToList();
            if (known.Count > 0)
            {
                terms[key] = term with
                {
                    Known = true,
                    Weight = term.Known ? term.Weight : Math.Min(term.Weight, known.Max(s => s.Words.Split(' ').Max(w => InverseFrequency(vocabulary.PassageFrequency(w), vocabulary.PassageCount)))),
                    Alternatives = [.. known.Select(s => (s.Terms, s.Weight))],
                };
            }
        }
    }

    /// <summary>ln(1 + (N − n + ½) / (n + ½)): Robertson and Spärck Jones' weight, kept above 0 as Lucene does.</summary>
    private static double InverseFrequency(int frequency, int passages) =>
        Math.Log(1 + ((Math.Max(passages, frequency) - frequency + 0.5) / (frequency + 0.5)));
}
