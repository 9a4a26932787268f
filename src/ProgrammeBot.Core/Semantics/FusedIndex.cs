using ProgrammeBot.Passages;
using ProgrammeBot.Searching;

namespace ProgrammeBot.Semantics;

/// <summary>Stands before a corpus's index and lifts passages that say the same in other words.</summary>
/// <remarks>
/// A passage's score is its lexical score as a share of the best one's, plus <see cref="MeaningWeight"/> times its cosine, rescaled so that
/// 1 is the nearest passage of the scopes and 0 their mean (and all below it). Passages near in meaning come in although they share
/// no word with the query, except where no word of it stands in the scopes at all, and among a handful of passages, whose mean is no
/// measure. A query with a code in it goes by its words alone. The figures behind this are in docs/engine.md.
/// </remarks>
public sealed class FusedIndex(ICorpus corpus, IMeaning meaning, double meaningWeight = FusedIndex.MeaningWeight) : IPassageIndex
{
    /// <summary>From 0.25 to 0.75 it hardly matters where questions are short; long scientific claims want no more than this.</summary>
    public const double MeaningWeight = 0.35;

    /// <summary>How far down each of the two rankings is read, at the least.</summary>
    private const int Depth = 100;

    /// <summary>Fewer passages than these are a handful.</summary>
    private const int LeastMeasured = 10;

    /// <summary>One question is often asked of several scopes, one after another.</summary>
    private volatile Tuple<string, TextVector>? _last;

    public IReadOnlyList<Hit> Find(PassageQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var byWords = corpus.Index.Find(query, limit == 0 ? 0 : Math.Max(limit, Depth), cancellationToken);
        if (byWords.Count == 0 || CodeWords.HasCode(query.Text))
        {
            return Best(byWords, limit);
        }

        var question = query.Vector ?? VectorOf(query.Text);
        var nearness = meaning.Nearest(question, query.Scopes, Math.Max(limit, Depth), cancellationToken);
        if (nearness.Best.Count == 0 || nearness.Best[0].Cosine - nearness.Mean <= 0)
        {
            return Best(byWords, limit);
        }

        return Best(Fuse(byWords, question, nearness), limit);
    }

    private TextVector VectorOf(string text)
    {
        var last = _last;
        if (last is null || last.Item1 != text)
        {
            _last = last = Tuple.Create(text, TextVector.Of(meaning.Encoder, text));
        }

        return last.Item2;
    }

    private List<Hit> Fuse(IReadOnlyList<Hit> byWords, TextVector question, Nearness nearness)
    {
        var (best, span) = (byWords[0].Score, nearness.Best[0].Cosine - nearness.Mean);
        var seen = new HashSet<PassageId>();
        var hits = new List<Hit>();
        foreach (var hit in byWords)
        {
            seen.Add(hit.Passage.Id);
            hits.Add(hit with { Score = (hit.Score / best) + Meant(meaning.CosineTo(hit.Passage.Id, question)) });
        }

        foreach (var near in nearness.Count < LeastMeasured ? [] : nearness.Best)
        {
            if (Meant(near.Cosine) is > 0 and var score && seen.Add(near.Passage) && corpus.Find(near.Passage) is { } passage)
            {
                hits.Add(new Hit(passage, score));
            }
        }

        hits.Sort((a, b) => b.Score.CompareTo(a.Score) is var byScore and not 0 ? byScore : a.Passage.Id.CompareTo(b.Passage.Id));
        return hits;

        double Meant(float? cosine) => cosine is { } known ? meaningWeight * Math.Max(0, (known - nearness.Mean) / span) : 0;
    }

    private static IReadOnlyList<Hit> Best(IReadOnlyList<Hit> hits, int limit) => hits.Count <= limit ? hits : [.. hits.Take(limit)];
}
