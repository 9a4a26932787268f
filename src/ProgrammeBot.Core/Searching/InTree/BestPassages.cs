namespace ProgrammeBot.Searching.InTree;

/// <summary>A passage of a segment with its score. The better comes first; equal ones by document, then by place.</summary>
internal readonly record struct ScoredPassage(double Score, int DocumentRank, int Passage, int Segment) : IComparable<ScoredPassage>
{
    // Passages of one document stand in one segment in their order, so the place in the segment decides between them.
    public int CompareTo(ScoredPassage other) =>
        Score != other.Score ? other.Score.CompareTo(Score)
        : DocumentRank != other.DocumentRank ? DocumentRank.CompareTo(other.DocumentRank)
        : Passage.CompareTo(other.Passage);

    public static bool operator <(ScoredPassage left, ScoredPassage right) => left.CompareTo(right) < 0;

    public static bool operator >(ScoredPassage left, ScoredPassage right) => left.CompareTo(right) > 0;

    public static bool operator <=(ScoredPassage left, ScoredPassage right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ScoredPassage left, ScoredPassage right) => left.CompareTo(right) >= 0;
}

/// <summary>Keeps the best n of what it is offered.</summary>
internal sealed class BestPassages(int limit)
{
    private readonly PriorityQueue<ScoredPassage, ScoredPassage> _worstFirst = new(Comparer<ScoredPassage>.Create((a, b) => b.CompareTo(a)));

    public void Offer(ScoredPassage passage)
    {
        if (_worstFirst.Count < limit)
        {
            _worstFirst.Enqueue(passage, passage);
        }
        else if (limit > 0 && passage < _worstFirst.Peek())
        {
            _worstFirst.EnqueueDequeue(passage, passage);
        }
    }

    /// <summary>Best first.</summary>
    public List<ScoredPassage> Sorted()
    {
        var sorted = _worstFirst.UnorderedItems.Select(i => i.Element).ToList();
        sorted.Sort();
        return sorted;
    }
}
