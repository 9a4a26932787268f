using System.Runtime.CompilerServices;

namespace ProgrammeBot.Answering.Understanding;

/// <summary>Tells ordinary English words, which are never "corrected", from misspelt ones.</summary>
/// <remarks>The list (see <c>Words/README.md</c>) is searched where it lies in the assembly: nothing is loaded.</remarks>
internal static class EnglishWords
{
    private static readonly Lazy<byte[]> List = new(Read);

    /// <param name="word">Lower-case letters a to z; anything else is no ordinary word.</param>
    public static bool Contains(string word)
    {
        if (word.Length is < 2 or > 40 || !word.All(char.IsAsciiLetterLower))
        {
            return false;
        }

        Span<byte> wanted = stackalloc byte[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            wanted[i] = (byte)word[i];
        }

        var list = List.Value.AsSpan();
        int low = 0, high = list.Length;
        while (low < high)
        {
            var start = StartOfLine(list, low + ((high - low) / 2));
            var end = start + list[start..].IndexOf((byte)'\n');
            var order = list[start..end].SequenceCompareTo(wanted);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (end + 1, high) : (low, start);
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StartOfLine(ReadOnlySpan<byte> list, int at) => list[..at].LastIndexOf((byte)'\n') + 1;

    private static byte[] Read()
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("english-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its list of English words.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
