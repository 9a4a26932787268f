using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Searching.InTree;

/// <summary>A corpus over segments, read in place.</summary>
/// <remarks>Scores are those of one segment over the same live documents, to the last bit.</remarks>
public sealed class InTreeCorpus : ICorpus
{
    private readonly LiveSegment[] _segments;
    private readonly (int Segment, int Document)[] _byRank;
    private readonly RecentDocuments _recent = new();
    private readonly Lazy<IReadOnlyList<DocumentMetadata>> _withTables;

    private InTreeCorpus(IReadOnlyList<SegmentView> views, RankingParameters parameters)
    {
        _segments = [.. views.Select(v => new LiveSegment(v))];
        _byRank = Rank(_segments);
        _withTables = new(() => [.. Documents!.Where((_, rank) => Read(_byRank[rank]).Blocks.Any(b => b.Table >= 0))]);
        Documents = [.. _byRank.Select(d => _segments[d.Segment].Segment.Metadata(d.Document))];
        var statistics = StatisticsOf(_segments);
        Index = InTreeIndex = new InTreeIndex(_segments, statistics, parameters);
        Vocabulary = new InTreeVocabulary(_segments, statistics.PassageCount);
    }

    public IReadOnlyList<DocumentMetadata> Documents { get; }

    public IReadOnlyList<DocumentMetadata> WithTables => _withTables.Value;

    public IPassageIndex Index { get; }

    public IVocabulary Vocabulary { get; }

    /// <summary>The index under its own type.</summary>
    public InTreeIndex InTreeIndex { get; }

    /// <exception cref="ArgumentException">Two segments hold a live document of one id.</exception>
    public static InTreeCorpus Create(IReadOnlyList<SegmentView> segments, RankingParameters? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return new(segments, parameters ?? RankingParameters.Default);
    }

    /// <summary>A corpus of one segment in memory.</summary>
    public static InTreeCorpus FromDocuments(IReadOnlyList<IndexedDocument> documents, RankingParameters? parameters = null)
    {
        using var stream = new MemoryStream();
        SegmentWriter.Write(documents, stream);
        return Create([new(Segment.Open(stream.ToArray()), new HashSet<string>())], parameters);
    }

    public SourceDocument? Find(string documentId) => Place(documentId) is { } place ? _recent.Get((place.Index, place.Document), Read) : null;

    public Passage? Find(PassageId passage)
    {
        if (passage.Document is null || Place(passage.Document) is not { } place)
        {
            return null;
        }

        var first = place.Segment.FirstPassage(place.Document);
        return (uint)passage.Ordinal < (uint)(place.Segment.FirstPassage(place.Document + 1) - first) ? place.Segment.Passage(first + passage.Ordinal) : null;
    }

    public IReadOnlyList<Passage> PassagesOf(string documentId) => Place(documentId) is { } place ? place.Segment.PassagesOf(place.Document) : [];

    private SourceDocument Read((int Segment, int Document) place) => _segments[place.Segment].Segment.Document(place.Document);

    private (Segment Segment, int Index, int Document)? Place(string documentId)
    {
        ArgumentNullException.ThrowIfNull(documentId);
        for (var i = 0; i < _segments.Length; i++)
        {
            var segment = _segments[i];
            var document = segment.Segment.FindDocument(documentId);
            if (document >= 0 && segment.IsLiveDocument(document))
            {
                return (segment.Segment, i, document);
            }
        }

        return null;
    }

    private static (int Segment, int Document)[] Rank(LiveSegment[] segments)
    {
        var live = new List<(string Id, int Segment, int Document)>();
        for (var s = 0; s < segments.Length; s++)
        {
            segments[s].Ranks = new int[segments[s].Segment.DocumentCount];
            var document = 0;
            foreach (var id in segments[s].Segment.DocumentIds())
            {
                if (segments[s].IsLiveDocument(document))
                {
                    live.Add((id, s, document));
                }

                document++;
            }
        }

        live.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var rank = 0; rank < live.Count; rank++)
        {
            if (rank > 0 && live[rank].Id == live[rank - 1].Id)
            {
                throw new ArgumentException($"Two segments hold a live document with the id '{live[rank].Id}'.", nameof(segments));
            }

            segments[live[rank].Segment].Ranks[live[rank].Document] = rank;
        }

        return [.. live.Select(d => (d.Segment, d.Document))];
    }

    private static IndexStatistics StatisticsOf(LiveSegment[] segments)
    {
        var passages = segments.Sum(s => s.PassageCount);
        var averages = default(FieldAverages);
        for (var field = 0; field < Fields.Count; field++)
        {
            averages[field] = Math.Max(1, segments.Sum(s => s.TotalLengths[field])) / (double)Math.Max(1, passages);
        }

        return new(passages, averages);
    }
}
