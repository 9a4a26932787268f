using ProgrammeBot.Passages;
using ProgrammeBot.Semantics;

namespace ProgrammeBot.Tests.Semantics;

public sealed class PassageVectorsTests
{
    private const int Dimensions = 64;
    private const int Seed = 11;

    private readonly Random _random = new(Seed);
    private readonly VectorTable _table = new(Dimensions);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_nearest_are_those_that_comparing_each_gives()
    {
        var (vectors, passages) = Some(300, 4);
        foreach (var scopes in new string[]?[] { null, ["msc"], ["", "mres"], [], ["phd"] })
        {
            var question = Vector();
            var expected = passages.Where(p => scopes?.Contains(p.Scope) ?? true)
                .Select(p => new NearPassage(p.Id, p.Rows.Max(r => _table[r].Cosine(question)))).ToList();

            var found = vectors.Nearest(question, scopes, 20, Cancellation);

            Assert.Equal(expected.OrderByDescending(n => n.Cosine).ThenBy(n => n.Passage).Take(20), found.Best);
            Assert.Equal(expected.Select(n => (double)n.Cosine).DefaultIfEmpty(0).Average(), found.Mean, 1e-6);
        }
    }

    [Fact]
    public void A_passage_is_as_near_as_its_nearest_text()
    {
        var (vectors, passages) = Some(20, 5);
        var question = Vector();

        Assert.All(passages, p => Assert.Equal(p.Rows.Max(r => _table[r].Cosine(question)), vectors.CosineTo(p.Id, question)));
        Assert.Null(vectors.CosineTo(new("none", 0), question));
        Assert.Null(vectors.CosineTo(default, question));
    }

    [Fact]
    public void Among_very_many_the_near_ones_are_still_found()
    {
        var (vectors, _) = Some(PassageVectors.MostCompared + 5_000, 1);
        var question = Vector();
        var builder = new PassageVectors.Builder(_table);
        var near = _table.Add(TextKey.Of("near"), Near(question));
        var nearer = _table.Add(TextKey.Of("nearer"), question);
        for (var i = 0; i < vectors.Count; i++)
        {
            builder.Add(new("doc", i), null, [i == 7_777 ? near : i == 30_001 ? nearer : i]);
        }

        var found = builder.Build().Nearest(question, null, 2, Cancellation);

        Assert.Equal([new PassageId("doc", 30_001), new PassageId("doc", 7_777)], found.Best.Select(n => n.Passage));
        Assert.Equal(0, found.Mean, 0.05);
    }

    [Fact]
    public void A_question_without_a_word_is_near_to_nothing() =>
        Assert.Empty(Some(5, 1).Vectors.Nearest(TextVector.Of(new float[Dimensions]), null, 3, Cancellation).Best);

    [Fact]
    public void A_cancelled_search_stops() =>
        Assert.Throws<OperationCanceledException>(() => Some(5, 1).Vectors.Nearest(Vector(), null, 3, new CancellationToken(canceled: true)));

    [Fact]
    public void Passages_come_in_their_order()
    {
        var builder = new PassageVectors.Builder(_table);
        builder.Add(new("b", 1), null, [_table.Add(TextKey.Of("b"), Vector())]);

        Assert.Throws<ArgumentException>(() => builder.Add(new("b", 1), null, [0]));
        Assert.Throws<ArgumentException>(() => builder.Add(new("a", 9), null, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new("c", 0), null, []));
    }

    [Fact]
    public void Rows_are_read_while_others_are_added()
    {
        var keys = Enumerable.Range(0, 5_000).Select(i => (Key: TextKey.Of("t" + i), Vector: Vector())).ToList();

        Parallel.For(0, 4 * keys.Count, i =>
        {
            var (key, vector) = keys[i % keys.Count];
            Assert.Equal(vector.Scale, _table[_table.Add(key, vector)].Scale);
            Assert.True(_table.TryFind(key, out var row) && _table[row].Numbers.Span.SequenceEqual(vector.Numbers.Span));
        });

        Assert.Equal(keys.Count, _table.Count);
    }

    private (PassageVectors Vectors, List<(PassageId Id, string Scope, int[] Rows)> Passages) Some(int count, int mostRows)
    {
        var builder = new PassageVectors.Builder(_table);
        var passages = new List<(PassageId Id, string Scope, int[] Rows)>();
        string[] scopes = ["", "msc", "mres"];
        for (var i = 0; i < count; i++)
        {
            int[] rows = [.. Enumerable.Range(0, _random.Next(1, mostRows + 1)).Select(n => _table.Add(TextKey.Of($"{i}.{n}"), Vector()))];
            passages.Add((new("doc", i), scopes[i % 3], rows));
            builder.Add(new("doc", i), i % 3 == 0 ? null : scopes[i % 3], rows);
        }

        return (builder.Build(), passages);
    }

    private TextVector Vector()
    {
        float[] numbers = [.. Enumerable.Range(0, Dimensions).Select(_ => (float)(_random.NextDouble() - 0.5))];
        var length = MathF.Sqrt(numbers.Sum(n => n * n));
        return TextVector.Of([.. numbers.Select(n => n / length)]);
    }

    /// <summary>A tenth of the way from it to another.</summary>
    private TextVector Near(TextVector vector)
    {
        var other = Vector();
        return TextVector.Of([.. Enumerable.Range(0, Dimensions).Select(i => (0.9f * vector.Scale * vector.Numbers.Span[i]) + (0.1f * other.Scale * other.Numbers.Span[i]))]);
    }
}
