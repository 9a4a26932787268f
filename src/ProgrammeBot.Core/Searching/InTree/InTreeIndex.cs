using System.Buffers;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Our engine: BM25F over the fields of a passage, then the best ones once more by how near the question's words stand together.</summary>
public sealed class InTreeIndex : IPassageIndex
{
    private readonly LiveSegment[] _segments;
    private readonly IndexStatistics _statistics;
    private readonly RankingParameters _parameters;

    private readonly ProximityReranker _reranker;

    internal InTreeIndex(LiveSegment[] segments, IndexStatistics statistics, RankingParameters parameters)
    {
        _segments = segments;
        _statistics = statistics;
        _parameters = parameters;
        _reranker = new(segments, parameters);
    }

    public IReadOnlyList<Hit> Find(PassageQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        cancellationToken.ThrowIfCancellationRequested();
        var terms = QueryTerms.Of(query.Text, _parameters);
        if (limit == 0 || terms.Terms.Count == 0)
        {
            return [];
        }

        var weights = WeightsOf(terms);
        var ranked = Rank(query, terms, weights, Math.Max(limit, _parameters.ProximityDepth), cancellationToken);
        var near = _reranker.Rerank([.. ranked.Take(_parameters.ProximityDepth)], terms, weights);
        return [.. near.Concat(ranked.Skip(_parameters.ProximityDepth)).Take(limit).Select(p => new Hit(_segments[p.Segment].Segment.Passage(p.Passage), p.Score))];
    }

    /// <summary>Why a passage has the score it has for a question; null when there is no such passage. Scopes are not looked at.</summary>
    public ScoreExplanation? Explain(PassageQuery query, PassageId passage)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Locate(passage) is not { } place)
        {
            return null;
        }

        var terms = QueryTerms.Of(query.Text, _parameters);
        var weights = WeightsOf(terms);
        var found = new List<TermExplanation>();
        for (var t = 0; t < weights.Length; t++)
        {
            if (Explain(place, terms.Terms[t], weights[t]) is { } explanation)
            {
                found.Add(explanation);
            }
        }

        var ranked = Rank(query with { Scopes = null }, terms, weights, _parameters.ProximityDepth, CancellationToken.None);
        var reranked = ranked.Exists(p => p.Segment == place.Segment && p.Passage == place.Passage);
        return new(passage, found, reranked ? _reranker.Explain(place, terms, weights) : [], reranked);
    }

    private ScoredPassage? Locate(PassageId id)
    {
        for (var s = 0; s < _segments.Length; s++)
        {
            var segment = _segments[s].Segment;
            var document = id.Document is null ? -1 : segment.FindDocument(id.Document);
            if (document >= 0 && _segments[s].IsLiveDocument(document))
            {
                var first = segment.FirstPassage(document);
                return id.Ordinal >= 0 && id.Ordinal < segment.FirstPassage(document + 1) - first ? new(0, 0, first + id.Ordinal, s) : null;
            }
        }

        return null;
    }

    private TermExplanation? Explain(ScoredPassage place, QueryTerm term, double weight)
    {
        var segment = _segments[place.Segment].Segment;
        var entry = segment.FindTerm(term.Term);
        if (entry < 0)
        {
            return null;
        }

        var cursor = segment.Postings(entry);
        if (!cursor.MoveTo(place.Passage) || cursor.Ordinal != place.Passage)
        {
            return null;
        }

        segment.LengthsOf(place.Passage, out var lengths);
        var fields = new List<FieldExplanation>();
        for (var field = 0; field < Fields.Count; field++)
        {
            if (cursor.Frequencies[field] > 0)
            {
                var counted = Bm25F.FieldFrequency(cursor.Frequencies[field], lengths[field], _statistics.AverageLengths[field], _parameters.For(field));
                fields.Add(new((Field)field, cursor.Frequencies[field], lengths[field], counted));
            }
        }

        var frequency = Bm25F.Frequency(cursor.Frequencies, lengths, _statistics.AverageLengths, _parameters);
        return new(term.Term, term.Weight, weight / term.Weight, fields, weight * Bm25F.Saturate(frequency, _parameters.Saturation));
    }

    private double[] WeightsOf(QueryTerms terms) => [.. terms.Terms.Select(t => t.Weight * InversePassageFrequency(t.Term))];

    private List<ScoredPassage> Rank(PassageQuery query, QueryTerms terms, double[] weights, int limit, CancellationToken cancellationToken)
    {
        var best = new BestPassages(limit);
        for (var segment = 0; segment < _segments.Length; segment++)
        {
            Score(segment, terms, weights, query.Scopes, best, cancellationToken);
        }

        return best.Sorted();
    }

    private double InversePassageFrequency(string term)
    {
        var frequency = 0;
        foreach (var segment in _segments)
        {
            var place = segment.Segment.FindTerm(term);
            frequency += place < 0 ? 0 : segment.PassageFrequency(place);
        }

        return Bm25F.InversePassageFrequency(_statistics.PassageCount, frequency);
    }

    private void Score(int at, QueryTerms terms, double[] weights, IReadOnlyCollection<string>? scopes, BestPassages best, CancellationToken cancellationToken)
    {
        var live = _segments[at];
        var segment = live.Segment;
        var scores = ArrayPool<double>.Shared.Rent(segment.PassageCount);
        Array.Clear(scores, 0, segment.PassageCount);
        try
        {
            for (var t = 0; t < weights.Length; t++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var place = segment.FindTerm(terms.Terms[t].Term);
                if (place < 0)
                {
                    continue;
                }

                var cursor = segment.Postings(place);
                while (cursor.MoveNext())
                {
                    segment.LengthsOf(cursor.Ordinal, out var lengths);
                    var frequency = Bm25F.Frequency(cursor.Frequencies, lengths, _statistics.AverageLengths, _parameters);
                    scores[cursor.Ordinal] += weights[t] * Bm25F.Saturate(frequency, _parameters.Saturation);
                }
            }

            for (var passage = 0; passage < segment.PassageCount; passage++)
            {
                if (scores[passage] > 0 && live.IsLive(passage) && InScope(segment, passage, scopes))
                {
                    best.Offer(new(scores[passage], live.Ranks[segment.DocumentOf(passage)], passage, at));
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private static bool InScope(Segment segment, int passage, IReadOnlyCollection<string>? scopes)
    {
        if (scopes is null)
        {
            return true;
        }

        var scope = segment.ScopeOf(passage);
        return scopes.Contains(scope == 0 ? "" : segment.Text(scope - 1));
    }
}
