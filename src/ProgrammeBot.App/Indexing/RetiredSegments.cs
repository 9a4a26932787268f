using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.App.Indexing;

/// <summary>Keeps segments that are no longer served for a while.</summary>
/// <remarks>
/// A search computes on spans of a mapped file, and a span does not keep the file mapped. Whoever searches holds the corpus, but the run-time
/// may see that the last few instructions no longer need it. Not unmapping for a minute makes that harmless; the corpora themselves may go at once.
/// </remarks>
internal sealed class RetiredSegments(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Queue<(long Since, Segment Segment)> _waiting = [];

    public int Count => _waiting.Count;

    public void Retire(IEnumerable<Segment> before, IEnumerable<Segment> after)
    {
        while (_waiting.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) >= Longest)
        {
            _waiting.Dequeue();
        }

        var now = time.GetTimestamp();
        foreach (var segment in before.Except(after))
        {
            _waiting.Enqueue((now, segment));
        }
    }
}
