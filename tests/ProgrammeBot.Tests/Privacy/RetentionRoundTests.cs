using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;

namespace ProgrammeBot.Tests.Privacy;

public sealed class RetentionRoundTests : AskingBed
{
    private static readonly Retention Keeps = new()
    {
        References = TimeSpan.FromDays(1),
        Answers = TimeSpan.FromDays(2),
        Gaps = TimeSpan.FromDays(3),
        Feedback = TimeSpan.FromDays(4),
        Tickets = TimeSpan.FromDays(5),
        Suggestions = TimeSpan.FromDays(6),
        Audit = TimeSpan.FromDays(7),
    };

    [Fact]
    public async Task Each_kind_goes_on_its_day_and_not_a_second_before()
    {
        await FillAsync();
        var round = new RetentionRound(Store, Keeps, Clock);
        Assert.Empty(await round.RunAsync(Token));

        var went = new List<string>();
        Clock.Turn(TimeSpan.FromSeconds(-1) + TimeSpan.FromDays(1));
        for (var day = 1; day <= 8; day++)
        {
            went.AddRange((await round.RunAsync(Token)).Select(g => $"{day - 1}: {g.Count} {g.Kind}"));
            Clock.Turn(TimeSpan.FromSeconds(2));
            went.AddRange((await round.RunAsync(Token)).Select(g => $"{day}: {g.Count} {g.Kind}"));
            Clock.Turn(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(2));
        }

        Assert.Equal(
            [
                "0: 1 questions that could not be answered in time", "1: 1 references to persons and messages", "2: 1 records of answers", "3: 1 questions of gaps", "4: 1 votes",
                "5: 1 closed tickets", "6: 1 decided suggestions", "7: 1 lines of the audit log",
            ], went);
        Assert.Single(await ReadAsync(unit => unit.Tickets.ListOpenAsync(Place, Token)));
        Assert.Single(await ReadAsync(unit => unit.Suggestions.ListAsync(SuggestionState.Open, Token)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4000)]
    public void A_time_that_makes_no_sense_is_refused(int days) =>
        Assert.Contains("from 1 to 3650", Assert.Throws<ArgumentOutOfRangeException>(() => new Retention { Gaps = TimeSpan.FromDays(days) }).Message, StringComparison.Ordinal);

    private async Task FillAsync()
    {
        var now = Clock.GetUtcNow();
        var gap = new Gap(Ids.NextGap(), "where is the pool?", now);
        var reply = Given("ada");
        var here = Protection.Protect("here");
        await using var unit = await Store.WriteAsync(Token);
        await unit.Outbox.AddAsync(new PendingReply(Ids.NextPending(), Place, here, "what?", now), Token);
        await unit.ReplyReferences.SaveAsync(new ReplyReference(reply.Id, Place, here, Protection.HashOf("m"), now + Keeps.References), Token);
        await unit.Answers.AddAsync(new AnswerRecord(reply.Id, now, ReplyKind.Answer), Token);
        await unit.Gaps.SaveAsync(gap, Token);
        await unit.Gaps.AddAsync(new GapQuestion(Ids.NextGapQuestion(), gap.Id, gap.Question, now, GapReason.Unanswered), Token);
        await unit.Feedback.SaveAsync(new Feedback(Ids.NextFeedback(), reply.Id, Vote.Helpful, now), Token);
        await unit.Tickets.SaveAsync(new Ticket(Ids.NextTicket(), Place, "one?", now).Closed(now), Token);
        await unit.Tickets.SaveAsync(new Ticket(Ids.NextTicket(), Place, "two?", now), Token);
        await unit.Suggestions.SaveAsync(new Suggestion(Ids.NextSuggestion(), "one?", "Yes.", now).DeclinedBy("mod", now, "no"), Token);
        await unit.Suggestions.SaveAsync(new Suggestion(Ids.NextSuggestion(), "two?", "Yes.", now), Token);
        await unit.Audit.AddAsync(new AuditRecord(Ids.NextAudit(), "mod", "gap decided"), Token);
        await unit.CommitAsync(Token);
    }
}
