using ProgrammeBot.Asking;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Asking;

public sealed class PendingQuestionsTests : AskingBed
{
    private PendingQuestions Pending => field ??= new PendingQuestions("teams", Store, Protection, Ids, Clock);

    [Fact]
    public async Task What_is_kept_is_left_until_it_is_done_and_young_ones_only_for_who_starts()
    {
        var id = Ids.NextPending();
        await Pending.KeepAsync(id, Place, "what?", "there", Token);

        Assert.Empty(await Pending.LeftAsync(all: false, Token));
        var left = Assert.Single(await Pending.LeftAsync(all: true, Token));
        Assert.Equal((id, "what?", "there"), (left.Id, left.Question, Pending.AddressOf(left)));
        Clock.Turn(TimeSpan.FromSeconds(30));
        Assert.Single(await Pending.LeftAsync(all: false, Token));

        await Pending.DoneAsync(id, Token);
        Assert.Empty(await Pending.LeftAsync(all: true, Token));
        Assert.False(await Pending.IsPendingAsync(id, Token));
    }

    [Theory]
    [InlineData("", "?")]
    [InlineData(" \u0000 ", "?")]
    public async Task What_no_store_takes_is_kept_all_the_same(string text, string kept)
    {
        await Pending.KeepAsync(Ids.NextPending(), Place, text, "there", Token);
        await Pending.KeepAsync(Ids.NextPending(), Place, new string('x', PendingReply.MaxQuestionLength + 1), "there", Token);

        Assert.Equal([kept, new string('x', PendingReply.MaxQuestionLength)], (await Pending.LeftAsync(all: true, Token)).Select(l => l.Question));
    }

    [Fact]
    public async Task Only_one_is_at_a_question_at_a_time_and_it_is_free_again_also_after_a_fault()
    {
        var id = Ids.NextPending();
        await Pending.KeepAsync(id, Place, "what?", "there", Token);
        var done = 0;

        await Pending.HoldAsync(id, async _ =>
        {
            await Pending.HoldAsync(id, __ => Task.FromResult(done++));
            await Pending.CatchUpAsync(all: true, (_, _) => Task.FromResult(done++), Token);
            Assert.False(Pending.TryHold(id));
        });
        Assert.Equal(0, done);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Pending.HoldAsync(id, _ => throw new InvalidOperationException()));
        await Pending.CatchUpAsync(all: true, (_, _) => Task.FromResult(done++), Token);
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task Another_platforms_questions_are_left_alone()
    {
        await new PendingQuestions("discord", Store, Protection, Ids, Clock).KeepAsync(Ids.NextPending(), PlaceId.Of("discord", "12"), "what?", "there", Token);

        Assert.Empty(await Pending.LeftAsync(all: true, Token));
    }
}
