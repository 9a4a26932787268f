using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>Decides which segments are written together into one: every update adds a small one, and every search visits each.</summary>
internal static class MergePolicy
{
    /// <summary>The segments to merge next, in their order; empty when it is good as it is.</summary>
    /// <remarks>
    /// A segment half of whose documents are gone is written anew. Else segments are tiers by size, each tier <see cref="IndexerOptions.SegmentsPerTier"/>
    /// times the one before, and a tier with more than so many segments is merged: so a document is written again once per tier, not once per update.
    /// Nothing grows beyond what one segment may hold, since that bounds memory.
    /// </remarks>
    public static IReadOnlyList<StoredSegment> Next(IReadOnlyList<StoredSegment> segments, IndexerOptions options)
    {
        foreach (var tier in segments.GroupBy(s => Tier(s, options)).OrderBy(t => t.Key))
        {
            var fitting = new List<StoredSegment>();
            var passages = 0L;
            foreach (var segment in tier.OrderBy(s => s.Passages).ThenBy(s => s.File, StringComparer.Ordinal))
            {
                passages += segment.Passages;
                if (passages > options.PassagesPerSegment)
                {
                    break;
                }

                fitting.Add(segment);
            }

            if (tier.Count() > options.SegmentsPerTier && fitting.Count > 1)
            {
                return [.. segments.Where(fitting.Contains)];
            }
        }

        return [.. segments.Where(s => s.Deleted.Count * 2 > s.Documents).Take(1)];
    }

    private static int Tier(StoredSegment segment, IndexerOptions options)
    {
        var tier = 0;
        for (var size = (long)options.SegmentsPerTier; size <= segment.Passages; size *= options.SegmentsPerTier)
        {
            tier++;
        }

        return tier;
    }
}
