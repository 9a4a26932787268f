using ProgrammeBot.Semantics;

namespace ProgrammeBot.Intents;

/// <summary>Tells which entry a text asks for, by words, letters and meaning together.</summary>
/// <remarks>
/// An immutable snapshot: many may match at once, and an edit makes another matcher. The same entries give the same scores.
/// A linear classifier and the likeness to the entries' phrasings and centres speak together; see <see cref="IntentScore"/>.
/// </remarks>
public sealed class IntentMatcher
{
    /// <summary>Entries that are looked at closely: the first by a cheap measure.</summary>
    private const int Candidates = 12;

    private readonly IReadOnlyList<IntentEntry> _entries;
    private readonly IReadOnlyList<string> _topics;
    private readonly int[] _topicOf;
    private readonly TextSpace _space;
    private readonly TextVector[] _vectors;
    private readonly string[] _texts;
    private readonly int[] _firsts;
    private readonly Centres _centres;
    private readonly LinearClassifier _linear;
    private readonly TellingWords _telling;

    private IntentMatcher(IReadOnlyList<IntentEntry> entries, ISentenceEncoder? encoder, CancellationToken cancellationToken)
    {
        _entries = entries;
        _topics = [.. entries.Select(e => e.Topic).Distinct(StringComparer.Ordinal)];
        var numbers = _topics.Select((topic, i) => (topic, i)).ToDictionary(t => t.topic, t => t.i, StringComparer.Ordinal);
        _topicOf = [.. entries.Select(e => numbers[e.Topic])];
        var told = entries.Select(e => e.Texts.Where(t => !string.IsNullOrWhiteSpace(t)).ToList()).ToList();
        _texts = [.. told.SelectMany(t => t)];
        _firsts = new int[entries.Count + 1];
        for (var i = 0; i < told.Count; i++)
        {
            _firsts[i + 1] = _firsts[i] + told[i].Count;
        }

        var grams = _texts.Select(TextGrams.Of).ToArray();
        _space = new TextSpace(grams, encoder);
        _vectors = new TextVector[_texts.Length];
        Parallel.For(0, _texts.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => _vectors[i] = _space.VectorOf(_texts[i], grams[i]));
        var owners = told.SelectMany((t, i) => Enumerable.Repeat(_topicOf[i], t.Count)).ToArray();
        _telling = new TellingWords(_texts, owners);
        _centres = Centres.Of(_vectors, owners, _topics.Count, _space);
        _linear = LinearClassifier.Train(_vectors, owners, _topics.Count, _space, cancellationToken);
    }

    /// <summary>How many entries it knows.</summary>
    public int Count => _entries.Count;

    /// <summary>Learns the entries.</summary>
    /// <param name="entries">What can be asked for.</param>
    /// <param name="encoder">Tells the meaning; null to go by words and letters alone.</param>
    /// <param name="cancellationToken">Stops the learning.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public static IntentMatcher Learn(IReadOnlyList<IntentEntry> entries, ISentenceEncoder? encoder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.GroupBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The entry '{twice.Key}' stands twice.", nameof(entries));
        }

        return new IntentMatcher(entries, encoder, cancellationToken);
    }

    /// <summary>The entries the text most likely asks for, best first; equal scores in the order of the entries. Blank text finds none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The most entries given.</param>
    /// <param name="visible">Whether an entry may be given, by its id; null is all. What may not be given does not stand in the way either.</param>
    public IReadOnlyList<IntentMatch> Match(string text, int limit, Func<string, bool>? visible = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var vector = _space.VectorOf(text, TextGrams.Of(text));
        if (vector.IsEmpty || _entries.Count == 0)
        {
            return [];
        }

        var margins = new float[_topics.Count];
        _linear.Margins(vector, margins);
        var centres = new float[_topics.Count];
        _centres.Likenesses(vector, centres);
        var (grams, meaning) = (new float[_space.Grams], new float[_space.Meanings]);
        vector.AddTo(grams, meaning, 1);
        var telling = _telling.Of(text);
        return [.. Enumerable.Range(0, _entries.Count)
            .Where(i => _firsts[i] < _firsts[i + 1] && (visible is null || visible(_entries[i].Id)))
            .OrderByDescending(i => margins[_topicOf[i]] + centres[_topicOf[i]]).ThenBy(i => i)
            .Take(Math.Max(Candidates, limit))
            .Select(i => (Entry: i, Match: Closely(i, margins[_topicOf[i]], centres[_topicOf[i]], NearestOf(i, grams, meaning), telling)))
            .OrderByDescending(m => m.Match.Score).ThenBy(m => m.Entry)
            .Take(limit)
            .Select(m => m.Match)];
    }

    private IntentMatch Closely(int at, float margin, float centre, (float Likeness, int At) nearest, IReadOnlyList<(string Term, double Weight)> telling)
    {
        var entry = _entries[at];
        var signals = new IntentSignals(margin, nearest.Likeness, centre, _telling.CoveredBy(_topicOf[at], telling));
        return new IntentMatch(entry.Id, entry.Topic, Math.Clamp(IntentScore.Of(signals) + entry.Offset, 0, 1), _texts[nearest.At], signals);
    }

    private (float Likeness, int At) NearestOf(int entry, float[] grams, float[] meaning)
    {
        var (best, nearest) = (float.NegativeInfinity, _firsts[entry]);
        for (var i = _firsts[entry]; i < _firsts[entry + 1]; i++)
        {
            var likeness = _vectors[i].Times(grams, meaning);
            if (likeness > best)
            {
                (best, nearest) = (likeness, i);
            }
        }

        return (best, nearest);
    }
}
