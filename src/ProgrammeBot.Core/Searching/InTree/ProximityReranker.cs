namespace ProgrammeBot.Searching.InTree;

/// <summary>Adds to the best passages' scores what the nearness of the question's words is worth.</summary>
internal sealed class ProximityReranker(LiveSegment[] segments, RankingParameters parameters)
{
    /// <summary>The fields in which nearness counts.</summary>
    private static readonly Field[] Looked = [Field.HeadingPath, Field.Body];

    /// <summary>The same passages with their scores raised, best first.</summary>
    public List<ScoredPassage> Rerank(List<ScoredPassage> best, QueryTerms query, double[] weights)
    {
        if (query.Pairs.Count == 0)
        {
            return best;
        }

        var byPlace = best.ToArray();
        Array.Sort(byPlace, (a, b) => a.Segment != b.Segment ? a.Segment.CompareTo(b.Segment) : a.Passage.CompareTo(b.Passage));
        var places = Places(byPlace, query);
        for (var i = 0; i < byPlace.Length; i++)
        {
            byPlace[i] = byPlace[i] with { Score = byPlace[i].Score + Bonus(i, query, weights, places) };
        }

        Array.Sort(byPlace);
        return [.. byPlace];
    }

    /// <summary>What each pair of the question's words adds to one passage's score.</summary>
    public IReadOnlyList<PairExplanation> Explain(ScoredPassage passage, QueryTerms query, double[] weights)
    {
        var places = Places([passage], query);
        return [.. query.Pairs.Select(p => Explain(0, p, query, weights, places)).Where(p => p.Score > 0)];
    }

    private PositionTable Places(ScoredPassage[] byPlace, QueryTerms query)
    {
        var places = new PositionTable(byPlace.Length, query.Terms.Count);
        for (var from = 0; from < byPlace.Length;)
        {
            var to = from + 1;
            while (to < byPlace.Length && byPlace[to].Segment == byPlace[from].Segment)
            {
                to++;
            }

            Read(segments[byPlace[from].Segment].Segment, byPlace, from, to, query, places);
            from = to;
        }

        return places;
    }

    private static void Read(Segment segment, ScoredPassage[] passages, int from, int to, QueryTerms query, PositionTable places)
    {
        for (var term = 0; term < query.Terms.Count; term++)
        {
            var place = segment.FindTerm(query.Terms[term].Term);
            if (place < 0 || !query.IsPaired(term))
            {
                continue;
            }

            var cursor = segment.Postings(place);
            for (var i = from; i < to && cursor.MoveTo(passages[i].Passage); i++)
            {
                if (cursor.Ordinal == passages[i].Passage)
                {
                    places.Read(ref cursor, i, term);
                }
            }
        }
    }

    private double Bonus(int passage, QueryTerms query, double[] weights, PositionTable places)
    {
        var sum = 0.0;
        foreach (var pair in query.Pairs)
        {
            var (ordered, near) = Count(passage, pair, places);
            sum += Proximity.Score(Math.Min(weights[pair.First], weights[pair.Second]), ordered, near, parameters);
        }

        return sum;
    }

    private PairExplanation Explain(int passage, QueryPair pair, QueryTerms query, double[] weights, PositionTable places)
    {
        var (ordered, near) = Count(passage, pair, places);
        var score = Proximity.Score(Math.Min(weights[pair.First], weights[pair.Second]), ordered, near, parameters);
        return new(query.Terms[pair.First].Term, query.Terms[pair.Second].Term, ordered, near, score);
    }

    private (int Ordered, double Near) Count(int passage, QueryPair pair, PositionTable places)
    {
        var (ordered, near) = (0, 0.0);
        foreach (var field in Looked)
        {
            var first = places.Of(passage, pair.First, field);
            var second = places.Of(passage, pair.Second, field);
            if (first.Length > 0 && second.Length > 0)
            {
                ordered += Proximity.Ordered(first, second, pair.Gap);
                near += Proximity.Near(first, second, parameters.NearnessWindow);
            }
        }

        return (ordered, near);
    }
}
