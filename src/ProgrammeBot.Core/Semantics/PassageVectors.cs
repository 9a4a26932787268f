using System.Numerics;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Semantics;

/// <summary>Which rows of a table are the vectors of which passages; finds the passages nearest to a question.</summary>
/// <remarks>
/// Immutable. Up to <see cref="MostCompared"/> rows each is compared. Of more, the signs are compared first (a few instructions
/// a row), and the vectors only of the passages that come out best by them.
/// </remarks>
public sealed class PassageVectors
{
    /// <summary>How many rows are compared in full.</summary>
    public const int MostCompared = 30_000;

    private const int LeastByVector = 2_000;
    private const int Sampled = 500;
    private const int CancellationGrain = 1 << 14;

    private readonly VectorTable _table;
    private readonly PassageId[] _passages;
    private readonly string[] _scopes;
    private readonly int[] _first;
    private readonly int[] _rows;
    private readonly int[] _all;

    private PassageVectors(VectorTable table, PassageId[] passages, string[] scopes, int[] first, int[] rows) =>
        (_table, _passages, _scopes, _first, _rows, _all) = (table, passages, scopes, first, rows, [.. Enumerable.Range(0, passages.Length)]);

    /// <summary>How many passages have vectors.</summary>
    public int Count => _passages.Length;

    public static PassageVectors None(VectorTable table) => new Builder(table).Build();

    public float? CosineTo(PassageId passage, TextVector question)
    {
        var at = passage.Document is null ? -1 : Array.BinarySearch(_passages, passage);
        return at < 0 || question.Scale == 0 ? null : BestCosine(at, question);
    }

    /// <inheritdoc cref="IMeaning.Nearest"/>
    public Nearness Nearest(TextVector question, IReadOnlyCollection<string>? scopes, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        cancellationToken.ThrowIfCancellationRequested();
        var within = Within(scopes);
        if (within.Length == 0 || question.Scale == 0 || limit == 0)
        {
            return Nearness.None;
        }

        var exact = _rows.Length <= MostCompared;
        var compared = exact ? within : NearBySigns(within, question, Math.Max(LeastByVector, 2L * limit), cancellationToken);
        var worstFirst = new PriorityQueue<NearPassage, NearPassage>(Comparer<NearPassage>.Create((a, b) => ByCosine(b, a)));
        var sum = 0.0;
        foreach (var passage in compared)
        {
            var near = new NearPassage(_passages[passage], BestCosine(passage, question));
            sum += near.Cosine;
            if (worstFirst.Count < limit)
            {
                worstFirst.Enqueue(near, near);
            }
            else if (ByCosine(near, worstFirst.Peek()) < 0)
            {
                worstFirst.EnqueueDequeue(near, near);
            }
        }

        var best = worstFirst.UnorderedItems.Select(i => i.Element).ToList();
        best.Sort(ByCosine);
        return new(best, exact ? sum / compared.Length : MeanOfSample(within, question), within.Length);
    }

    private static int ByCosine(NearPassage a, NearPassage b)
    {
        var byCosine = b.Cosine.CompareTo(a.Cosine);
        return byCosine != 0 ? byCosine : a.Passage.CompareTo(b.Passage);
    }

    /// <summary>The places of the passages of some scopes.</summary>
    private int[] Within(IReadOnlyCollection<string>? scopes)
    {
        if (scopes is null)
        {
            return _all;
        }

        var wanted = scopes as IReadOnlySet<string> ?? scopes.ToHashSet(StringComparer.Ordinal);
        // Neighbours are mostly of one document, so of one scope.
        var (last, isWanted) = ((string?)null, false);
        var within = new List<int>();
        for (var i = 0; i < _passages.Length; i++)
        {
            if (!ReferenceEquals(last, _scopes[i]))
            {
                (last, isWanted) = (_scopes[i], wanted.Contains(_scopes[i]));
            }

            if (isWanted)
            {
                within.Add(i);
            }
        }

        return [.. within];
    }

    private float BestCosine(int passage, TextVector question)
    {
        var best = float.NegativeInfinity;
        for (var i = _first[passage]; i < _first[passage + 1]; i++)
        {
            best = MathF.Max(best, question.Cosine(_table[_rows[i]]));
        }

        return best;
    }

    private double MeanOfSample(int[] within, TextVector question)
    {
        var count = Math.Min(Sampled, within.Length);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += BestCosine(within[(int)((long)i * within.Length / count)], question);
        }

        return sum / count;
    }

    /// <summary>At least <paramref name="wanted"/> passages (or all) with the fewest signs apart from the question's, in their order.</summary>
    private int[] NearBySigns(int[] within, TextVector question, long wanted, CancellationToken cancellationToken)
    {
        Span<ulong> signs = stackalloc ulong[_table.SignWords];
        VectorTable.WriteSigns(question.Numbers.Span, signs);
        var apart = new int[within.Length];
        var counts = new int[_table.Dimensions + 1];
        for (var i = 0; i < within.Length; i++)
        {
            if (i % CancellationGrain == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var least = _table.Dimensions;
            for (var row = _first[within[i]]; row < _first[within[i] + 1]; row++)
            {
                least = Math.Min(least, SignsApart(signs, _table.SignsOf(_rows[row])));
            }

            apart[i] = least;
            counts[least]++;
        }

        var (most, sum) = (0, (long)counts[0]);
        while (most < _table.Dimensions && sum < wanted)
        {
            sum += counts[++most];
        }

        var near = new int[sum];
        var at = 0;
        for (var i = 0; i < within.Length; i++)
        {
            if (apart[i] <= most)
            {
                near[at++] = within[i];
            }
        }

        return near;
    }

    private static int SignsApart(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var apart = 0;
        for (var i = 0; i < a.Length; i++)
        {
            apart += BitOperations.PopCount(a[i] ^ b[i]);
        }

        return apart;
    }

    /// <summary>Takes passages in the order of their ids.</summary>
    public sealed class Builder(VectorTable table)
    {
        private readonly List<PassageId> _passages = [];
        private readonly List<string> _scopes = [];
        private readonly List<int> _first = [];
        private readonly List<int> _rows = [];

        /// <summary>All rows named so far, some perhaps more than once.</summary>
        public IReadOnlyList<int> Rows => _rows;

        /// <param name="passage">Behind all that were added before.</param>
        /// <param name="scope">Null is general.</param>
        /// <param name="rows">At least one.</param>
        public void Add(PassageId passage, string? scope, IReadOnlyCollection<int> rows)
        {
            ArgumentNullException.ThrowIfNull(rows);
            ArgumentOutOfRangeException.ThrowIfZero(rows.Count, nameof(rows));
            if (_passages.Count > 0 && passage.CompareTo(_passages[^1]) <= 0)
            {
                throw new ArgumentException($"{passage} comes behind {_passages[^1]}.", nameof(passage));
            }

            _passages.Add(passage);
            _scopes.Add(scope ?? "");
            _first.Add(_rows.Count);
            _rows.AddRange(rows);
        }

        /// <summary>What was added so far.</summary>
        public PassageVectors Build() => new(table, [.. _passages], [.. _scopes], [.. _first, _rows.Count], [.. _rows]);
    }
}
