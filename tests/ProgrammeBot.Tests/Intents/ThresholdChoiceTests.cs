using ProgrammeBot.Intents;

namespace ProgrammeBot.Tests.Intents;

public sealed class ThresholdChoiceTests
{
    [Fact]
    public void Between_what_is_in_scope_and_what_is_not_it_takes_the_middle()
    {
        var chosen = ThresholdChoice.Of([new(0.9, true, true), new(0.7, true, true), new(0.3, false, false), new(0.1, false, false)]);

        Assert.Equal(new ThresholdChoice(0.5, 1, 1), chosen);
    }

    [Fact]
    public void A_right_answer_is_worth_more_than_a_refusal()
    {
        // To refuse the one outside at .8 would cost both inside.
        var chosen = ThresholdChoice.Of([new(0.7, true, true), new(0.6, true, true), new(0.8, false, false)]);

        Assert.Equal((1, 0), (chosen.InScopeAccuracy, chosen.OutOfScopeRecall));
    }

    [Fact]
    public void It_does_as_well_as_any_threshold_there_is()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var judged = Enumerable.Range(0, random.Next(1, 40)).Select(i => new JudgedMatch(random.Next(20) / 19.0, i == 0 || random.Next(3) > 0, random.Next(4) > 0)).ToList();
            var chosen = ThresholdChoice.Of(judged);

            var best = Enumerable.Range(0, 2001).Select(t => Worth(judged, t / 2000.0)).Max();
            Assert.True(Worth(judged, chosen.Threshold) >= best - 1e-9, $"round {round}: {chosen}");
            Assert.Equal(Worth(judged, chosen.Threshold), chosen.InScopeAccuracy + (judged.All(j => j.InScope) ? 0 : ThresholdChoice.OutOfScopeWorth * chosen.OutOfScopeRecall), 9);
        }
    }

    private static double Worth(List<JudgedMatch> judged, double threshold)
    {
        var (inside, outside) = (judged.Where(j => j.InScope).ToList(), judged.Where(j => !j.InScope).ToList());
        return (inside.Count(j => j.Right && j.Score >= threshold) / (double)inside.Count)
            + (outside.Count == 0 ? 0 : ThresholdChoice.OutOfScopeWorth * outside.Count(j => j.Score < threshold) / outside.Count);
    }
}
