using System.Collections.Concurrent;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Searching.InTree;

/// <summary>The documents read last: one question reads the same ones many times, and the next question most of them again.</summary>
/// <remarks>
/// Two generations: when the younger holds more than <c>budget</c> code units of text, it becomes the older and what was the older goes. So no
/// more than two budgets are held, and two documents, however large they are. Many may read at once.
/// </remarks>
internal sealed class RecentDocuments(int budget = RecentDocuments.Budget)
{
    /// <summary>Code units of text a generation holds: all of a department's documents, a part of a large library's.</summary>
    private const int Budget = 1 << 20;

    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>A document read before, or read now.</summary>
    public SourceDocument Get((int Segment, int Document) place, Func<(int Segment, int Document), SourceDocument> read)
    {
        var young = _young;
        if (young.Documents.TryGetValue(place, out var known))
        {
            return known;
        }

        var document = _old.Documents.TryGetValue(place, out var old) ? old : read(place);
        var kept = young.Documents.GetOrAdd(place, document);
        if (ReferenceEquals(kept, document) && Interlocked.Add(ref young.Length, document.Text.Length) > budget)
        {
            Turn(young);
        }

        return kept;
    }

    private void Turn(Generation full)
    {
        lock (_turning)
        {
            if (ReferenceEquals(_young, full))
            {
                (_old, _young) = (full, new Generation());
            }
        }
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<(int Segment, int Document), SourceDocument> Documents = new();

        public long Length;
    }
}
