using System.Collections.Concurrent;
using ProgrammeBot.Semantics;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Faq;

/// <summary>Remembers the vectors of phrasings from one learning to the next, and in a file from one start to the next: an edit encodes only what it changed.</summary>
/// <remarks>
/// Many may encode at once; learnings come one after the other. What one did not ask for is forgotten at its end. Vectors are rounded as the
/// file has them, so that a start with the file and one without give the same scores.
/// </remarks>
internal sealed class RememberingEncoder(ISentenceEncoder encoder, VectorFile? file) : ISentenceEncoder
{
    private volatile ConcurrentDictionary<TextKey, TextVector>? _known;
    private volatile ConcurrentDictionary<TextKey, TextVector>? _learning;

    public string Name => encoder.Name;

    public int Dimensions => encoder.Dimensions;

    public void Encode(string text, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_learning is not { } learning)
        {
            encoder.Encode(text, vector);
            return;
        }

        var key = TextKey.Of(text);
        if (_known is not { } known || !known.TryGetValue(key, out var found))
        {
            found = learning.TryGetValue(key, out var before) ? before : TextVector.Of(encoder, text);
        }

        learning.TryAdd(key, found);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = found.Numbers.Span[i] * found.Scale;
        }
    }

    /// <summary>What is encoded while this runs is remembered; what is not is forgotten after it.</summary>
    public T Learning<T>(Func<T> learn)
    {
        var known = _known ??= FromFile();
        var learning = _learning = new ConcurrentDictionary<TextKey, TextVector>();
        try
        {
            var learnt = learn();
            _known = learning;
            Keep([.. learning.Where(l => !known.ContainsKey(l.Key)).Select(l => (l.Key, l.Value))]);
            return learnt;
        }
        finally
        {
            _learning = null;
        }
    }

    private ConcurrentDictionary<TextKey, TextVector> FromFile()
    {
        var known = new ConcurrentDictionary<TextKey, TextVector>();
        file?.Read((key, vector) => known[key] = vector);
        return known;
    }

    private void Keep(List<(TextKey Key, TextVector Vector)> entries)
    {
        if (entries.Count == 0 || file?.TryAppend() is not { } appender)
        {
            return;
        }

        using (appender)
        {
            try
            {
                foreach (var batch in entries.Chunk(1024))
                {
                    appender.Append(batch);
                }
            }
            catch (IOException)
            {
                // A cache that cannot grow is made again the next time.
            }
        }
    }
}
