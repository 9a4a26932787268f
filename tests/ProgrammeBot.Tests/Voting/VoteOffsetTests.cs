using ProgrammeBot.Intents;
using ProgrammeBot.Stores;
using ProgrammeBot.Voting;

namespace ProgrammeBot.Tests.Voting;

public sealed class VoteOffsetTests
{
    [Fact]
    public void It_is_bounded_falls_with_no_helpful_vote_and_rises_with_no_other()
    {
        var random = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var (helpful, other) = (random.Next(400) / 4.0, random.Next(400) / 4.0);
            var offset = VoteOffset.Of(helpful, other);
            Assert.InRange(offset, -IntentEntry.MaxOffset, IntentEntry.MaxOffset);
            Assert.True(VoteOffset.Of(helpful + 1, other) >= offset, $"{helpful} {other}");
            Assert.True(VoteOffset.Of(helpful, other + 0.25) <= offset, $"{helpful} {other}");
            Assert.Equal(-offset, VoteOffset.Of(other, helpful), 9);
        }
    }

    [Fact]
    public void Few_votes_do_nothing_and_many_that_agree_go_nearly_all_the_way()
    {
        for (var helpful = 0; helpful <= 6; helpful++)
        {
            Assert.Equal(0, VoteOffset.Of(helpful, 6 - helpful));
        }

        Assert.Equal(0, VoteOffset.Of(50, 50));
        Assert.InRange(VoteOffset.Of(1_000, 0), IntentEntry.MaxOffset * 0.85, IntentEntry.MaxOffset);
        Assert.InRange(VoteOffset.Of(0, 20), -IntentEntry.MaxOffset, -IntentEntry.MaxOffset * 0.4);
    }

    /// <summary>By hand: 10 of 10 at z = 2.576 is 10 / (10 + 6.635776) = 0.6011.</summary>
    [Fact]
    public void The_interval_is_Wilson_s()
    {
        var (low, high) = VoteOffset.Interval(10, 0);
        Assert.Equal(0.6011, low, 4);
        Assert.Equal(1, high, 9);
        Assert.Equal((0, 1), VoteOffset.Interval(0, 0));
    }

    [Fact]
    public void What_speaks_against_the_words_speaks_less_against_the_match()
    {
        var at = DateTimeOffset.UnixEpoch;
        double Of(FeedbackReason reason, int count = 40) => VoteOffset.Of(Enumerable.Repeat(new Feedback(default, default, Vote.NotHelpful, at, reason), count));

        Assert.True(Of(FeedbackReason.Wrong) < Of(FeedbackReason.NotMyProgramme));
        Assert.True(Of(FeedbackReason.NotMyProgramme) < Of(FeedbackReason.Unclear));
        Assert.Equal(0, Of(FeedbackReason.Unclear, 16));
    }
}
