using System.Collections;

namespace ProgrammeBot.Searching.InTree;

/// <summary>A segment without its deleted documents, with the numbers that leaves.</summary>
internal sealed class LiveSegment
{
    private readonly BitArray? _deletedPassages;

    public LiveSegment(SegmentView view)
    {
        Segment = view.Segment;
        DeletedDocuments = [.. view.DeletedDocuments.Select(Segment.FindDocument).Where(d => d >= 0).Order()];
        PassageCount = Segment.PassageCount;
        for (var field = 0; field < Fields.Count; field++)
        {
            TotalLengths[field] = Segment.TotalLength(field);
        }

        if (DeletedDocuments.Count > 0)
        {
            _deletedPassages = new(Segment.PassageCount);
            foreach (var document in DeletedDocuments)
            {
                Subtract(document);
            }
        }
    }

    public Segment Segment { get; }

    /// <summary>Places of the deleted documents in the segment, rising.</summary>
    public List<int> DeletedDocuments { get; }

    public int PassageCount { get; private set; }

    public long[] TotalLengths { get; } = new long[Fields.Count];

    /// <summary>The rank of each document among all of the corpus, by id; set once, before the corpus is handed out.</summary>
    public int[] Ranks { get; set; } = [];

    public bool HasDeletions => _deletedPassages is not null;

    public bool IsLive(int passage) => _deletedPassages is null || !_deletedPassages[passage];

    public bool IsLiveDocument(int document) => DeletedDocuments.Count == 0 || DeletedDocuments.BinarySearch(document) < 0;

    /// <summary>In how many live passages a term of the dictionary stands.</summary>
    public int PassageFrequency(int term)
    {
        if (_deletedPassages is null)
        {
            return Segment.PassageFrequency(term);
        }

        var count = 0;
        var cursor = Segment.Postings(term);
        while (cursor.MoveNext())
        {
            count += _deletedPassages[cursor.Ordinal] ? 0 : 1;
        }

        return count;
    }

    private void Subtract(int document)
    {
        for (var passage = Segment.FirstPassage(document); passage < Segment.FirstPassage(document + 1); passage++)
        {
            _deletedPassages![passage] = true;
            PassageCount--;
            Segment.LengthsOf(passage, out var lengths);
            for (var field = 0; field < Fields.Count; field++)
            {
                TotalLengths[field] -= lengths[field];
            }
        }
    }
}
