using System.Buffers;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Our engine: BM25F over the fields of a passage, then the best ones once more by how near the question's words stand together.</summary>
public sealed class InTreeIndex : IPassageIndex
{
    private readonly LiveSegment[] _segments;
    private readonly IndexStatistics _statistics;
    private readonly RankingParameters _parameters;

    internal InTreeIndex(LiveSegment[] segments, IndexStatistics statistics, RankingParameters parameters)
    {
        _segments = segments;
        _statistics = statistics;
        _parameters = parameters;
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

        var weights = terms.Terms.Select(t => t.Weight * InversePassageFrequency(t.Term)).ToArray();
        var best = new BestPassages(Math.Max(limit, _parameters.ProximityDepth));
        for (var segment = 0; segment < _segments.Length; segment++)
        {
            Score(segment, terms, weights, query.Scopes, best, cancellationToken);
        }

        return [.. best.Sorted().Take(limit).Select(p => new Hit(_segments[p.Segment].Segment.Passage(p.Passage), p.Score))];
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
