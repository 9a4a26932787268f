namespace ProgrammeBot.Searching.InTree;

/// <summary>How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another.</summary>
/// <remarks>R. Lowrance, R. A. Wagner, 'An extension of the string-to-string correction problem', JACM 22 (1975): letters may come between the swapped ones.</remarks>
internal static class DamerauLevenshtein
{
    /// <summary>The distance, or <paramref name="most"/> + 1 where it is greater.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        // Row and column 0 hold what is further than anything; row and column 1 the empty word.
        var width = b.Length + 2;
        var far = a.Length + b.Length;
        var size = (a.Length + 2) * width;
        Span<int> table = size <= 1024 ? stackalloc int[size] : new int[size];
        table[0] = far;
        for (var i = 0; i <= a.Length; i++)
        {
            table[(i + 1) * width] = far;
            table[((i + 1) * width) + 1] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            table[j + 1] = far;
            table[width + j + 1] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var lastMatch = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var rowOfLetter = a[..(i - 1)].LastIndexOf(b[j - 1]) + 1;
                var columnOfMatch = lastMatch;
                var same = a[i - 1] == b[j - 1];
                if (same)
                {
                    lastMatch = j;
                }

                var changed = table[(i * width) + j] + (same ? 0 : 1);
                var moved = Math.Min(table[((i + 1) * width) + j], table[(i * width) + j + 1]) + 1;
                var swapped = table[(rowOfLetter * width) + columnOfMatch] + (i - rowOfLetter - 1) + 1 + (j - columnOfMatch - 1);
                table[((i + 1) * width) + j + 1] = Math.Min(Math.Min(changed, moved), swapped);
            }
        }

        return Math.Min(most + 1, table[size - 1]);
    }
}
