using ProgrammeBot.Answering.Understanding.Aspects;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Answering.Evidence;

/// <summary>By which words the documents in use speak of the aspects asked for, and what each is worth.</summary>
internal sealed class AspectEvidence
{
    /// <summary>A word that stands in many passages tells this much less than the rarest.</summary>
    private const double LeastWorth = 0.4;

    /// <summary>The aspect's words count this share of the question's own, where the aspect is sure.</summary>
    private const double OfQuestion = 0.7;

    /// <summary>But as much as a few rare words at the least: the question may have none of its own.</summary>
    private const double LeastWeight = 4;

    /// <summary>That of a question that asks for no aspect.</summary>
    public static readonly AspectEvidence None = new([], [], "", 0);

    private readonly IReadOnlyList<AskedAspect> _aspects;
    private readonly List<(string[] Terms, double Worth)> _says;

    private AspectEvidence(IReadOnlyList<AskedAspect> aspects, List<(string[] Terms, double Worth)> says, string text, double share)
    {
        _aspects = aspects;
        _says = says;
        Text = text;
        Share = share;
    }

    /// <summary>The words, to be searched for.</summary>
    public string Text { get; }

    /// <summary>How much of the question asks for the first aspect: 0 to 1; 0 where no document speaks of any.</summary>
    public double Share { get; }

    public static AspectEvidence Of(IReadOnlyList<AskedAspect> aspects, IVocabulary vocabulary)
    {
        var says = new List<(string[] Terms, double Rarity, double Share)>();
        foreach (var asked in aspects)
        {
            var held = new List<(string[] Terms, double Rarity, double Share)>();
            var first = int.MaxValue;
            for (var at = 0; at < asked.Aspect.Says.Count; at++)
            {
                var words = asked.Aspect.Says[at];
                var tokens = EnglishAnalyzer.Analyze(words).Where(t => !t.IsStopWord).GroupBy(t => t.Position).Select(p => p.First()).ToList();
                var frequencies = tokens.Select(t => vocabulary.PassageFrequency(words[t.Start..t.End])).ToList();
                if (tokens.Count > 0 && frequencies.TrueForAll(f => f > 0))
                {
                    first = Math.Min(first, at);
                    held.Add(([.. tokens.Select(t => t.Term)], Math.Log(1 + (vocabulary.PassageCount / (double)frequencies.Min())), asked.Share));
                }
            }

            // Where none of the words that tell most stands in any document, the others stand there by chance.
            if (first < Aspect.MostTelling)
            {
                says.AddRange(held);
            }
        }

        if (says.Count == 0)
        {
            return None;
        }

        var rarest = says.Max(s => s.Rarity);
        var most = aspects[0].Share;
        return new AspectEvidence(
            aspects,
            [.. says.Select(s => (s.Terms, Math.Max(LeastWorth, s.Rarity / rarest) * s.Share / most)).OrderByDescending(s => s.Item2)],
            string.Join(' ', aspects.Where(a => a.Share > 0.3 * most).SelectMany(a => a.Aspect.Says)),
            most);
    }

    /// <summary>What the aspect weighs beside the words of the question.</summary>
    /// <param name="words">Their weight.</param>
    public double WeightBeside(double words) => Share * Math.Max(LeastWeight, OfQuestion * words);

    /// <summary>How far a word is only a way of asking for the aspect: 0 to 1. Where the aspect is met, it need not stand in the answer.</summary>
    public double Explains(string term)
    {
        var most = 0.0;
        foreach (var asked in _aspects)
        {
            if (asked.Share > most && asked.Aspect.IsOnlyAskedWith(term))
            {
                most = asked.Share;
            }
        }

        return most;
    }

    /// <summary>How much of the aspect stands in a piece: 0 to 1.</summary>
    public double In(PieceTerms piece)
    {
        // The worthiest first.
        foreach (var (terms, worth) in _says)
        {
            if (Array.TrueForAll(terms, piece.Has))
            {
                return worth;
            }
        }

        return 0;
    }
}
