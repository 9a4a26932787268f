namespace ProgrammeBot.Faq.Comparing;

/// <summary>The weightiest common subsequence of two lists of pieces, in the memory of one row: a word counts more than the white space beside it.</summary>
/// <remarks>
/// Hirschberg's way of halving: time is the product of the lengths of what differs between the common beginning and end, memory their sum.
/// Of several weightiest ones always the same is found.
/// </remarks>
internal static class CommonPieces
{
    /// <summary>What a piece counts that is no white space: so many spaces are given up for it.</summary>
    private const int OfWord = 8;

    /// <summary>For each piece of the first list whether it stays, and for each of the second whether it was there before; as many as can be.</summary>
    public static (bool[] Stays, bool[] WasThere) Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] left = [.. before.Select(NumberOf)], right = [.. after.Select(NumberOf)];
        var weights = new int[numbers.Count];
        foreach (var (piece, number) in numbers)
        {
            weights[number] = WeightOf(piece);
        }

        var found = new Found(left, right, weights, new bool[left.Length], new bool[right.Length]);
        found.Look(0, left.Length, 0, right.Length);
        return (found.Stays, found.WasThere);

        int NumberOf(string piece)
        {
            if (!numbers.TryGetValue(piece, out var number))
            {
                numbers[piece] = number = numbers.Count;
            }

            return number;
        }
    }

    /// <summary>What it is worth that a piece stays.</summary>
    public static int WeightOf(string piece) => string.IsNullOrWhiteSpace(piece) ? 1 : OfWord;

    private sealed record Found(int[] Left, int[] Right, int[] Weights, bool[] Stays, bool[] WasThere)
    {
        private readonly int[] _forth = new int[Right.Length + 1];
        private readonly int[] _back = new int[Right.Length + 1];

        public void Look(int leftFrom, int leftTo, int rightFrom, int rightTo)
        {
            while (leftFrom < leftTo && rightFrom < rightTo && Left[leftFrom] == Right[rightFrom])
            {
                Keep(leftFrom++, rightFrom++);
            }

            while (leftFrom < leftTo && rightFrom < rightTo && Left[leftTo - 1] == Right[rightTo - 1])
            {
                Keep(--leftTo, --rightTo);
            }

            if (leftFrom == leftTo || rightFrom == rightTo)
            {
                return;
            }

            if (leftTo - leftFrom == 1)
            {
                if (Array.IndexOf(Right, Left[leftFrom], rightFrom, rightTo - rightFrom) is >= 0 and var at)
                {
                    Keep(leftFrom, at);
                }

                return;
            }

            var middle = leftFrom + ((leftTo - leftFrom) / 2);
            var split = Split(leftFrom, middle, leftTo, rightFrom, rightTo);
            Look(leftFrom, middle, rightFrom, split);
            Look(middle, leftTo, split, rightTo);
        }

        private void Keep(int left, int right) => (Stays[left], WasThere[right]) = (true, true);

        /// <summary>Where the second list parts so that the halves have the most in common.</summary>
        private int Split(int leftFrom, int middle, int leftTo, int rightFrom, int rightTo)
        {
            var width = rightTo - rightFrom;
            var forth = _forth.AsSpan(0, width + 1);
            var back = _back.AsSpan(0, width + 1);
            forth.Clear();
            back.Clear();
            for (var i = leftFrom; i < middle; i++)
            {
                var diagonal = 0;
                for (var j = 1; j <= width; j++)
                {
                    var above = forth[j];
                    forth[j] = Left[i] == Right[rightFrom + j - 1] ? diagonal + Weights[Left[i]] : Math.Max(above, forth[j - 1]);
                    diagonal = above;
                }
            }

            for (var i = leftTo - 1; i >= middle; i--)
            {
                var diagonal = 0;
                for (var j = width - 1; j >= 0; j--)
                {
                    var below = back[j];
                    back[j] = Left[i] == Right[rightFrom + j] ? diagonal + Weights[Left[i]] : Math.Max(below, back[j + 1]);
                    diagonal = below;
                }
            }

            var best = 0;
            for (var j = 1; j <= width; j++)
            {
                best = forth[j] + back[j] > forth[best] + back[best] ? j : best;
            }

            return rightFrom + best;
        }
    }
}
