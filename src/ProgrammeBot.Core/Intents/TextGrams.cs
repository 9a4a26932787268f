namespace ProgrammeBot.Intents;

/// <summary>Cuts a text into the words and letter groups it is compared by.</summary>
/// <remarks>
/// Words and pairs of neighbours (<see cref="Words"/>) say what is asked; groups of three to five letters within a word
/// (<see cref="Letters"/>) forgive inflection and misspelling. Stop words stay: 'how do I' and 'can I' ask for different things.
/// Grams are named by 64-bit hashes; among the hundred thousands of a large set two rarely fall together.
/// </remarks>
internal sealed class TextGrams
{
    /// <summary>More words say no more about what is asked.</summary>
    private const int MaxWords = 200;

    private const int ShortestGroup = 3;
    private const int LongestGroup = 5;
    private const ulong OfWords = 0x9E3779B97F4A7C15;
    private const ulong OfPairs = 0xC2B2AE3D27D4EB4F;
    private const ulong OfLetters = 0x165667B19E3779F9;

    private TextGrams(Dictionary<ulong, int> words, Dictionary<ulong, int> letters)
    {
        Words = words;
        Letters = letters;
    }

    /// <summary>How often each word and each pair of neighbours stands in the text.</summary>
    public IReadOnlyDictionary<ulong, int> Words { get; }

    /// <summary>How often each group of letters does; a word's ends count as letters.</summary>
    public IReadOnlyDictionary<ulong, int> Letters { get; }

    public static TextGrams Of(string text)
    {
        var words = new Dictionary<ulong, int>();
        var letters = new Dictionary<ulong, int>();
        var before = 0UL;
        foreach (var word in Split(text).Take(MaxWords))
        {
            var hash = Hash(word, OfWords);
            Count(words, hash);
            if (before != 0)
            {
                Count(words, Mix(Mix(OfPairs, before), hash));
            }

            before = hash;
            var padded = $" {word} ";
            for (var length = ShortestGroup; length <= LongestGroup && length <= padded.Length; length++)
            {
                for (var at = 0; at + length <= padded.Length; at++)
                {
                    Count(letters, Hash(padded.AsSpan(at, length), OfLetters));
                }
            }
        }

        return new TextGrams(words, letters);
    }

    /// <summary>The words in lower case, apostrophes within them gone; everything else separates.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var word = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0 && c is not ('\'' or '’'))
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static void Count(Dictionary<ulong, int> counts, ulong key) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;

    private static ulong Hash(ReadOnlySpan<char> text, ulong seed)
    {
        var hash = seed;
        foreach (var c in text)
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    /// <summary>A step of FNV-1a over whole words, finished by a shift so that high bits reach the low ones.</summary>
    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x100000001B3UL;
        return hash ^ (hash >> 29);
    }
}
