using ProgrammeBot.Semantics;

namespace ProgrammeBot.Tests.Support;

/// <summary>An encoder that needs no weights: texts are near that share words, those of one group counting as the same word.</summary>
internal sealed class WordEncoder(params string[] groups) : ISentenceEncoder
{
    private readonly string[][] _groups = [.. groups.Select(g => g.Split(' '))];
    private int _encoded;

    public string Name => "words " + string.Join('|', groups);

    public int Dimensions => 64;

    /// <summary>How many texts it was given.</summary>
    public int Encoded => Volatile.Read(ref _encoded);

    public void Encode(string text, Span<float> vector)
    {
        Interlocked.Increment(ref _encoded);
        vector.Clear();
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '!', '\n', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meant = _groups.FirstOrDefault(g => g.Contains(word))?[0] ?? word;
            // Seeded by the word: the same one points in the same direction every time.
            var random = new Random(meant.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)));
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] += (float)(random.NextDouble() - 0.5);
            }
        }

        var length = MathF.Sqrt(vector.ToArray().Sum(x => x * x));
        for (var i = 0; i < vector.Length && length > 0; i++)
        {
            vector[i] /= length;
        }
    }
}
