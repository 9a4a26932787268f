using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task The_votes_on_an_answer_come_the_oldest_first_and_no_others()
    {
        var votes = new[] { Vote(3, answer: 1), Vote(1, answer: 1, ProgrammeBot.Stores.Vote.NotHelpful, FeedbackReason.OutOfDate, "since May"), Vote(2, answer: 2) };
        await VoteAsync(votes);

        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal([votes[1], votes[0]], await unit.Feedback.OfAsync(votes[0].Answer, Token));
        Assert.Equal([votes[2]], await unit.Feedback.OfAsync(votes[2].Answer, Token));
        Assert.Empty(await unit.Feedback.OfAsync(Vote(9, answer: 9).Answer, Token));
    }

    [Theory]
    [InlineData(FeedbackReason.Wrong)]
    [InlineData(FeedbackReason.OutOfDate)]
    [InlineData(FeedbackReason.NotMyProgramme)]
    [InlineData(FeedbackReason.Unclear)]
    [InlineData(FeedbackReason.Other)]
    public async Task A_reason_can_follow_the_thumb(FeedbackReason reason)
    {
        var later = Vote(1, answer: 1, ProgrammeBot.Stores.Vote.NotHelpful, reason, "words");
        Assert.Equal([true, true], await VoteAsync(Vote(1, answer: 1), later));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([later], await unit.Feedback.ListAsync(default, 10, Token));
    }

    [Fact]
    public async Task A_vote_under_the_id_of_a_vote_on_another_answer_changes_nothing()
    {
        Assert.Equal([true, false], await VoteAsync(Vote(1, answer: 1), Vote(1, answer: 2, ProgrammeBot.Stores.Vote.NotHelpful)));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([Vote(1, answer: 1)], await unit.Feedback.ListAsync(default, 10, Token));
    }

    [Fact]
    public async Task Votes_are_listed_in_pages_by_id()
    {
        var votes = Enumerable.Range(1, 5).Select(i => Vote(i, answer: 6 - i)).ToArray();
        await VoteAsync([.. votes.Reverse()]);

        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal(votes[..2], await unit.Feedback.ListAsync(default, 2, Token));
        Assert.Equal(votes[2..], await unit.Feedback.ListAsync(votes[1].Id, int.MaxValue, Token));
        Assert.Empty(await unit.Feedback.ListAsync(votes[4].Id, 2, Token));
        Assert.Empty(await unit.Feedback.ListAsync(default, 0, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.Feedback.ListAsync(default, -1, Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_a_voter_writes_comes_back_unchanged(string words)
    {
        var vote = Vote(1, answer: 1, ProgrammeBot.Stores.Vote.NotHelpful, FeedbackReason.Other, words);
        await VoteAsync(vote);

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([vote], await unit.Feedback.ListAsync(default, 10, Token));
    }

    [Fact]
    public async Task The_votes_on_what_came_from_an_entry_come_the_newest_first()
    {
        var fees = new FaqId("fees");
        await LogAsync(
            Answered(1) with { Faq = new FaqRevisionId(fees, 1) }, Answered(2) with { Faq = new FaqRevisionId(fees, 2) },
            Answered(3) with { Faq = new FaqRevisionId(new FaqId("Fees"), 1) }, Answered(4));
        await VoteAsync(Vote(11, answer: 1), Vote(13, answer: 2), Vote(12, answer: 1), Vote(14, answer: 3), Vote(15, answer: 4), Vote(16, answer: 5));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([Vote(13, answer: 2), Vote(12, answer: 1), Vote(11, answer: 1)], await unit.Feedback.OfEntryAsync(fees, 10, Token));
        Assert.Equal([Vote(13, answer: 2)], await unit.Feedback.OfEntryAsync(fees, 1, Token));
        Assert.Empty(await unit.Feedback.OfEntryAsync(new FaqId("nobody"), 10, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.Feedback.OfEntryAsync(fees, -1, Token));
    }

    [Fact]
    public async Task Votes_before_a_time_are_forgotten()
    {
        var vote = Vote(1, answer: 1);
        var later = new Feedback(Vote(2, answer: 1).Id, vote.Answer, vote.Vote, vote.At.AddMilliseconds(1));
        await VoteAsync(vote, later);

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(0, await unit.Feedback.RemoveBeforeAsync(vote.At, Token));
        Assert.Equal(1, await unit.Feedback.RemoveBeforeAsync(later.At, Token));
        Assert.Equal([later], await unit.Feedback.ListAsync(default, 10, Token));
    }

    private async Task<List<bool>> VoteAsync(params Feedback[] votes)
    {
        var kept = new List<bool>();
        await using var unit = await _store.WriteAsync(Token);
        foreach (var vote in votes)
        {
            kept.Add(await unit.Feedback.SaveAsync(vote, Token));
        }

        await unit.CommitAsync(Token);
        return kept;
    }
}
