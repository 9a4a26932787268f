using System.Collections.Concurrent;

namespace ProgrammeBot.Semantics;

/// <summary>Remembers the vectors of the last texts: one question is encoded by several steps, each for itself.</summary>
/// <remarks>It keeps hashes of the texts, not the texts, and no more than twice <paramref name="most"/> of them. Many may encode at once.</remarks>
/// <param name="encoder">What encodes a text that is not remembered.</param>
/// <param name="most">When so many are new, those of before are forgotten.</param>
public sealed class RecentlyEncoded(ISentenceEncoder encoder, int most = 64) : ISentenceEncoder
{
    private volatile ConcurrentDictionary<TextKey, float[]> _young = new();
    private volatile ConcurrentDictionary<TextKey, float[]> _old = new();

    public string Name => encoder.Name;

    public int Dimensions => encoder.Dimensions;

    public void Encode(string text, Span<float> vector)
    {
        if (vector.Length != Dimensions)
        {
            throw new ArgumentException($"The vector has {vector.Length} numbers, not {Dimensions}.", nameof(vector));
        }

        var key = TextKey.Of(text);
        var young = _young;
        if (young.TryGetValue(key, out var known) || _old.TryGetValue(key, out known))
        {
            known.CopyTo(vector);
            return;
        }

        encoder.Encode(text, vector);
        young[key] = vector.ToArray();
        if (young.Count >= most)
        {
            // Two at once turn it twice: then something is encoded once more.
            (_old, _young) = (young, new ConcurrentDictionary<TextKey, float[]>());
        }
    }
}
