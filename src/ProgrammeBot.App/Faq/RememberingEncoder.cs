using System.Collections.Concurrent;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.App.Faq;

/// <summary>Remembers the vectors of phrasings from one learning to the next, so that an edit encodes only what it changed.</summary>
/// <remarks>Many may encode at once; learnings come one after the other. What one did not ask for is forgotten at its end.</remarks>
internal sealed class RememberingEncoder(ISentenceEncoder encoder) : ISentenceEncoder
{
    private volatile ConcurrentDictionary<string, float[]> _known = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, float[]>? _learning;

    public string Name => encoder.Name;

    public int Dimensions => encoder.Dimensions;

    public void Encode(string text, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_known.TryGetValue(text, out var known))
        {
            known.AsSpan().CopyTo(vector);
        }
        else
        {
            encoder.Encode(text, vector);
            known = _learning is null ? null : vector.ToArray();
        }

        if (known is not null)
        {
            _learning?.TryAdd(text, known);
        }
    }

    /// <summary>What is encoded while this runs is remembered; what is not is forgotten after it.</summary>
    public T Learning<T>(Func<T> learn)
    {
        _learning = new ConcurrentDictionary<string, float[]>(StringComparer.Ordinal);
        try
        {
            var learnt = learn();
            _known = _learning;
            return learnt;
        }
        finally
        {
            _learning = null;
        }
    }
}
