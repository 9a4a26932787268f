using ProgrammeBot.App.Indexing;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.Tests.Indexing;

public sealed class MergePolicyTests
{
    private static readonly IndexerOptions Options = new() { SegmentsPerTier = 4, PassagesPerSegment = 1000 };

    [Fact]
    public void Few_segments_are_left_alone()
    {
        Assert.Empty(MergePolicy.Next([Segment(1), Segment(1), Segment(1), Segment(1), Segment(900)], Options));
    }

    [Fact]
    public void Too_many_of_one_size_are_merged_and_a_large_one_is_not_written_again_for_them()
    {
        var next = MergePolicy.Next([Segment(900), Segment(1), Segment(2), Segment(3), Segment(1), Segment(2)], Options);

        Assert.Equal([1, 2, 3, 1, 2], next.Select(s => s.Passages));
    }

    [Fact]
    public void Nothing_grows_beyond_what_one_segment_may_hold()
    {
        Assert.Empty(MergePolicy.Next([.. Enumerable.Repeat(0, 20).Select(_ => Segment(600))], Options));
        Assert.Equal(3, MergePolicy.Next([.. Enumerable.Repeat(0, 20).Select(_ => Segment(300))], Options).Count);
    }

    [Fact]
    public void A_segment_half_of_which_is_gone_is_written_anew()
    {
        Assert.Empty(MergePolicy.Next([Segment(900, documents: 4, deleted: 2)], Options));
        Assert.Single(MergePolicy.Next([Segment(900, documents: 4, deleted: 3)], Options));
    }

    [Fact]
    public void Merging_comes_to_an_end_and_writes_a_passage_a_few_times_only()
    {
        List<StoredSegment> segments = [];
        var written = 0L;
        for (var update = 0; update < 3000; update++)
        {
            segments.Add(Segment(1));
            while (MergePolicy.Next(segments, Options) is { Count: > 0 } merged)
            {
                Assert.True(merged.Count > 1);
                segments.RemoveAll(merged.Contains);
                segments.Add(Segment(merged.Sum(s => s.Passages)));
                written += segments[^1].Passages;
            }
        }

        Assert.InRange(segments.Count, 3, 25);
        Assert.InRange(written, 1, 3000 * 8);
        Assert.Equal(3000, segments.Sum(s => s.Passages));
    }

    private static StoredSegment Segment(int passages, int documents = 1, int deleted = 0) =>
        new(Guid.NewGuid().ToString("N") + ".segment", 1, "", documents, passages) { Deleted = [.. Enumerable.Range(0, deleted).Select(i => $"d{i}")] };
}
