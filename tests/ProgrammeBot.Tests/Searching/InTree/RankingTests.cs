using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class RankingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100)]
    [InlineData(3)]
    public void The_engine_gives_the_order_and_scores_of_the_formula_written_straight_down(int depth)
    {
        var parameters = RankingParameters.Default with { ProximityDepth = depth };
        for (var seed = 0; seed < 150; seed++)
        {
            var drawn = new RandomDocuments(seed);
            var documents = drawn.Documents(1 + drawn.Next(12));
            var oracle = new NaiveRanking(documents, parameters);
            var index = InTreeCorpus.FromDocuments(documents, parameters).Index;
            for (var i = 0; i < 4; i++)
            {
                var question = drawn.Text(1 + drawn.Next(8));
                AssertSame(oracle.Find(question), index.Find(new(question), 1000, Cancellation), $"seed {seed}, '{question}'");
            }
        }
    }

    [Fact]
    public void An_explanation_adds_up_to_the_score()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var drawn = new RandomDocuments(seed);
            var index = InTreeCorpus.FromDocuments(drawn.Documents(8), RankingParameters.Default with { ProximityDepth = 4 }).InTreeIndex;
            var question = new PassageQuery(drawn.Text(5));
            foreach (var hit in index.Find(question, 100, Cancellation))
            {
                Assert.Equal(hit.Score, index.Explain(question, hit.Passage.Id)?.Score);
            }
        }
    }

    [Fact]
    public void An_explanation_prints_itself()
    {
        var index = InTreeCorpus.FromDocuments([IndexedDocuments.Of("fees", "The tuition fee is £42,600."), IndexedDocuments.Of("other", "No word of it.")]).InTreeIndex;

        var explanation = index.Explain(new("tuition fees"), new("fees", 0));

        Assert.Equal(
            """
            fees#0 0.9950
              0.3510 tuition: weight 1, idf 0.693; Body 1 in 5 words = 0.923
              0.5054 fee: weight 1, idf 0.693; Title 1 in 1 words = 1.500, Body 1 in 5 words = 0.923
              0.1386 tuition + fee: 1 as asked, nearness 1.000
            """,
            explanation?.ToString());
        Assert.Null(index.Explain(new("tuition"), new("fees", int.MaxValue)));
        Assert.Null(index.Explain(new("tuition"), new("nothing", 0)));
    }

    [Fact]
    public void A_smaller_limit_gives_the_beginning_of_the_longer_list()
    {
        var drawn = new RandomDocuments(1);
        var index = InTreeCorpus.FromDocuments(drawn.Documents(30), RankingParameters.Default with { ProximityDepth = 5 }).Index;
        var question = new PassageQuery("tuition fees of the machine learning programme");
        var all = index.Find(question, 100, Cancellation);

        for (var limit = 0; limit < all.Count; limit++)
        {
            Assert.Equal(all.Take(limit).Select(h => (h.Passage.Id, h.Score)), index.Find(question, limit, Cancellation).Select(h => (h.Passage.Id, h.Score)));
        }
    }

    internal static void AssertSame(IReadOnlyList<(string Id, double Score)> expected, IReadOnlyList<Hit> actual, string where)
    {
        Assert.True(expected.Count == actual.Count, $"{where}: {expected.Count} expected, {actual.Count} found");
        for (var i = 0; i < expected.Count; i++)
        {
            // Scores that differ by rounding alone may stand in either order in the oracle, whose sums run in another order.
            Assert.True(Math.Abs(expected[i].Score - actual[i].Score) < 1e-9, $"{where}: at {i} {expected[i]} expected, {actual[i].Passage.Id} {actual[i].Score} found");
            var tied = expected.Where(e => Math.Abs(e.Score - actual[i].Score) < 1e-9).Select(e => e.Id);
            Assert.True(tied.Contains(actual[i].Passage.Id.ToString()), $"{where}: {actual[i].Passage.Id} is out of order");
        }
    }
}
