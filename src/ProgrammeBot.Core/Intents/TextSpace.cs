using ProgrammeBot.Semantics;

namespace ProgrammeBot.Intents;

/// <summary>The grams of the phrasings, numbered and weighed by rarity: what makes a vector of a text.</summary>
internal sealed class TextSpace
{
    // The shares of words, letters and meaning in a likeness; what lacks an encoder shares the rest.
    private const double OfWords = 1;
    private const double OfLetters = 1;
    private const double OfMeaning = 1.6;

    /// <summary>In sets larger than this, a gram that stands in one phrasing only is left out: half of all, and a guess each.</summary>
    private const int LargeSet = 4000;

    private readonly Dictionary<ulong, (int Number, float Rarity)> _words;
    private readonly Dictionary<ulong, (int Number, float Rarity)> _letters;
    private readonly float _unknown;
    private readonly ISentenceEncoder? _encoder;

    public TextSpace(IReadOnlyList<TextGrams> phrasings, ISentenceEncoder? encoder)
    {
        _encoder = encoder;
        _unknown = Rarity(0, phrasings.Count);
        _words = Number(phrasings, p => p.Words, 0);
        _letters = Number(phrasings, p => p.Letters, _words.Count);
    }

    /// <summary>How many grams there are.</summary>
    public int Grams => _words.Count + _letters.Count;

    /// <summary>How many numbers a meaning has; 0 without an encoder.</summary>
    public int Meanings => _encoder?.Dimensions ?? 0;

    public TextVector VectorOf(string text, TextGrams grams)
    {
        var meaning = new float[Meanings];
        _encoder?.Encode(text, meaning);
        return VectorOf(grams, meaning);
    }

    /// <param name="grams">The text's.</param>
    /// <param name="meaning">The text's, as encoded; it becomes the vector's own.</param>
    public TextVector VectorOf(TextGrams grams, float[] meaning)
    {
        var meant = meaning.AsSpan().ContainsAnyExcept(0f);
        if (grams.Words.Count == 0)
        {
            return TextVector.Empty;
        }

        var total = OfWords + OfLetters + (meant ? OfMeaning : 0);
        var found = new List<(int Number, float Weight)>(grams.Words.Count + grams.Letters.Count);
        Weigh(grams.Words, _words, Math.Sqrt(OfWords / total), found);
        Weigh(grams.Letters, _letters, Math.Sqrt(OfLetters / total), found);
        found.Sort((a, b) => a.Number.CompareTo(b.Number));
        var share = (float)Math.Sqrt(OfMeaning / total);
        for (var i = 0; i < meaning.Length; i++)
        {
            meaning[i] *= share;
        }

        return new TextVector([.. found.Select(f => f.Number)], [.. found.Select(f => f.Weight)], meaning);
    }

    private void Weigh(
        IReadOnlyDictionary<ulong, int> counts, Dictionary<ulong, (int Number, float Rarity)> known, double share, List<(int Number, float Weight)> into)
    {
        var from = into.Count;
        double squares = 0;
        foreach (var (gram, count) in counts)
        {
            var often = 1 + MathF.Log(count);
            if (known.TryGetValue(gram, out var numbered))
            {
                into.Add((numbered.Number, often * numbered.Rarity));
                squares += into[^1].Weight * (double)into[^1].Weight;
            }
            else
            {
                squares += often * _unknown * (double)(often * _unknown);
            }
        }

        var scale = squares > 0 ? (float)(share / Math.Sqrt(squares)) : 0;
        for (var i = from; i < into.Count; i++)
        {
            into[i] = (into[i].Number, into[i].Weight * scale);
        }
    }

    private static Dictionary<ulong, (int Number, float Rarity)> Number(
        IReadOnlyList<TextGrams> phrasings, Func<TextGrams, IReadOnlyDictionary<ulong, int>> of, int first)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var gram in phrasings.SelectMany(p => of(p).Keys))
        {
            frequencies[gram] = frequencies.GetValueOrDefault(gram) + 1;
        }

        var least = phrasings.Count > LargeSet ? 2 : 1;
        var numbered = new Dictionary<ulong, (int, float)>();
        foreach (var (gram, frequency) in frequencies.Where(f => f.Value >= least))
        {
            numbered[gram] = (first + numbered.Count, Rarity(frequency, phrasings.Count));
        }

        return numbered;
    }

    /// <summary>ln((1 + N) / (1 + n)) + 1: the smoothed inverse frequency, never 0.</summary>
    private static float Rarity(int frequency, int phrasings) => MathF.Log((1f + phrasings) / (1f + frequency)) + 1;
}
