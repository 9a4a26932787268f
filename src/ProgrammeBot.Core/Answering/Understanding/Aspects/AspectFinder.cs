using System.Numerics;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Answering.Understanding.Aspects;

/// <summary>Finds which aspects a question asks for: those whose phrasings are nearest to it in words and meaning.</summary>
/// <remarks>
/// A phrasing's likeness is <see cref="OfMeaning"/> times the cosine of the sentence vectors and the rest times that of the words, weighed by rarity
/// among the phrasings; an aspect's is the mean of its best phrasing and of its best three. Immutable; many may ask at once.
/// </remarks>
internal sealed class AspectFinder
{
    private const double OfMeaning = 0.65;
    private const int Best = 3;
    private const int Most = 3;

    /// <summary>Likeness of questions that ask for something else, and of those that ask for just this; measured on the phrasings, each left out once.</summary>
    private const double Chance = 0.33;
    private const double Sure = 0.5;

    /// <summary>How far behind the first a likeness counts a third.</summary>
    private const double Behind = 0.05;

    private const double OfStopWord = 0.3;

    private readonly IReadOnlyList<Aspect> _aspects;
    private readonly int[] _ends;
    private readonly string[] _phrasings;
    private readonly float[]? _vectors;
    private readonly Dictionary<string, List<(int Phrasing, double Weight)>> _byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly double[] _lengths;

    public AspectFinder(AspectBook book, ISentenceEncoder? encoder)
        : this(book.Aspects, encoder is null ? null : book.VectorsFor(encoder))
    {
    }

    /// <param name="aspects">The aspects.</param>
    /// <param name="vectors">The vectors of all their phrasings, one behind the other; null to go by words alone.</param>
    public AspectFinder(IReadOnlyList<Aspect> aspects, float[]? vectors)
    {
        _aspects = aspects;
        _vectors = vectors;
        _phrasings = [.. _aspects.SelectMany(a => a.Asks)];
        _ends = new int[_aspects.Count];
        for (var i = 0; i < _aspects.Count; i++)
        {
            _ends[i] = (i == 0 ? 0 : _ends[i - 1]) + _aspects[i].Asks.Count;
        }

        var words = _phrasings.Select(WordsOf).ToList();
        foreach (var term in words.SelectMany(w => w.Keys))
        {
            _rarity[term] = _rarity.GetValueOrDefault(term) + 1;
        }

        foreach (var term in _rarity.Keys.ToList())
        {
            _rarity[term] = Math.Log((_phrasings.Length + 1) / (_rarity[term] + 0.5));
        }

        _lengths = new double[_phrasings.Length];
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (term, counts) in words[i])
            {
                var weight = counts * _rarity[term];
                _lengths[i] += weight * weight;
                if (!_byTerm.TryGetValue(term, out var list))
                {
                    _byTerm[term] = list = [];
                }

                list.Add((i, weight));
            }

            _lengths[i] = Math.Sqrt(_lengths[i]);
        }
    }

    /// <summary>The aspects asked for, the likeliest first; none where the question is near to none.</summary>
    /// <param name="question">The question without names of programmes.</param>
    /// <param name="vector">Its sentence vector; empty where there is no encoder.</param>
    public IReadOnlyList<AskedAspect> Find(string question, ReadOnlySpan<float> vector)
    {
        var likeness = Likenesses(question, vector);
        var ranked = new List<(int Aspect, double Likeness, int Nearest)>(_aspects.Count);
        var start = 0;
        Span<int> own = stackalloc int[Best];
        for (var i = 0; i < _aspects.Count; i++)
        {
            var count = BestOf(likeness, start, _ends[i], own);
            start = _ends[i];
            if (count > 0)
            {
                var sum = 0.0;
                foreach (var phrasing in own[..count])
                {
                    sum += likeness[phrasing];
                }

                ranked.Add((i, (likeness[own[0]] + (sum / count)) / 2, own[0]));
            }
        }

        ranked.Sort((a, b) => b.Likeness.CompareTo(a.Likeness));
        return ranked.Count == 0
            ? []
            : [.. ranked.Take(Most)
                .Select(r => new AskedAspect(_aspects[r.Aspect], Math.Clamp((r.Likeness - Chance) / (Sure - Chance), 0, 1) * Math.Exp((r.Likeness - ranked[0].Likeness) / Behind), _phrasings[r.Nearest]))
                .Where(a => a.Share > 0)];
    }

    /// <summary>The places of the best of a stretch, best first and the earlier before its equals; says how many there are.</summary>
    private static int BestOf(double[] likeness, int from, int until, Span<int> best)
    {
        var count = 0;
        for (var i = from; i < until; i++)
        {
            if (count == best.Length && likeness[i] <= likeness[best[^1]])
            {
                continue;
            }

            count = Math.Min(count + 1, best.Length);
            var at = count - 1;
            for (; at > 0 && likeness[best[at - 1]] < likeness[i]; at--)
            {
                best[at] = best[at - 1];
            }

            best[at] = i;
        }

        return count;
    }

    private double[] Likenesses(string question, ReadOnlySpan<float> vector)
    {
        var likeness = new double[_phrasings.Length];
        double length = 0;
        foreach (var (term, counts) in WordsOf(question))
        {
            var weight = counts * _rarity.GetValueOrDefault(term, Math.Log((_phrasings.Length + 1) / 0.5));
            length += weight * weight;
            foreach (var (phrasing, itsWeight) in _byTerm.GetValueOrDefault(term, []))
            {
                likeness[phrasing] += weight * itsWeight;
            }
        }

        length = Math.Sqrt(length);
        var meant = _vectors is not null && vector.Length > 0;
        for (var i = 0; i < likeness.Length; i++)
        {
            var words = length == 0 || _lengths[i] == 0 ? 0 : likeness[i] / (length * _lengths[i]);
            likeness[i] = meant ? (OfMeaning * Cosine(_vectors.AsSpan(i * vector.Length, vector.Length), vector)) + ((1 - OfMeaning) * words) : words;
        }

        return likeness;
    }

    /// <summary>Both of length 1, so that the product is the cosine.</summary>
    private static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at <= a.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            sum += new Vector<float>(a[at..]) * new Vector<float>(b[at..]);
        }

        var total = Vector.Sum(sum);
        for (; at < a.Length; at++)
        {
            total += a[at] * b[at];
        }

        return total;
    }

    private static Dictionary<string, double> WordsOf(string text)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in EnglishAnalyzer.Analyze(text))
        {
            words[token.Term] = token.IsStopWord ? OfStopWord : 1;
        }

        return words;
    }
}
