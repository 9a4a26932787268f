namespace ProgrammeBot.Searching.InTree;

/// <summary>A segment as a corpus sees it.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="DeletedDocuments">Ids of its documents that are gone, or that a newer segment holds anew. Others than the segment's count for nothing.</param>
public sealed record SegmentView(Segment Segment, IReadOnlySet<string> DeletedDocuments);
