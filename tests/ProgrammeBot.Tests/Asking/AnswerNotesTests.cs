using ProgrammeBot.Asking;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.BadDays;

namespace ProgrammeBot.Tests.Asking;

public sealed class AnswerNotesTests : AskingBed
{
    private readonly CancellationTokenSource end = new();

    [Fact]
    public async Task What_was_noted_is_kept_also_at_the_end_and_nothing_twice()
    {
        var notes = new AnswerNotes(Store, Clock);
        var answers = Enumerable.Range(0, 450).Select(_ => Answer()).ToList();
        await using (var unit = await Store.WriteAsync(Token))
        {
            await unit.Answers.AddAsync(answers[7], Token); // as a vote may have brought it before
            await unit.CommitAsync(Token);
        }

        answers.ForEach(notes.Note);
        await end.CancelAsync();
        await notes.RunAsync(e => throw e, end.Token);

        Assert.Equal(450, await CountAsync());
        Assert.Equal(answers[449], await ReadAsync(unit => unit.Answers.FindAsync(answers[449].Id, Token)));
        Assert.Equal(0, notes.Dropped);
    }

    [Fact]
    public async Task A_store_that_fails_is_told_once_and_tried_again_until_it_can_be_written()
    {
        var store = new StoreWithTroubles(Store) { Fails = true };
        var (notes, told) = (new AnswerNotes(store, Clock), 0);
        notes.Note(Answer());
        var running = notes.RunAsync(_ => told++, end.Token);
        await Clock.TurnToWaitAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), Token);
        notes.Note(Answer());
        store.Fails = false;
        await Clock.TurnToWaitAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), Token);
        await end.CancelAsync();
        await running;

        Assert.Equal((1, 2, 0L), (told, await CountAsync(), notes.Dropped));
    }

    [Fact]
    public async Task What_cannot_be_kept_at_the_end_or_has_no_room_is_counted()
    {
        var notes = new AnswerNotes(new StoreWithTroubles(Store) { Fails = true }, Clock);
        for (var i = 0; i < 10_003; i++)
        {
            notes.Note(Answer());
        }

        Assert.Equal(3, notes.Dropped);
        await end.CancelAsync();
        await notes.RunAsync(_ => { }, end.Token);
        Assert.Equal(10_003, notes.Dropped);
    }

    private AnswerRecord Answer() => new(Ids.NextAnswer(), Clock.GetUtcNow(), ReplyKind.Answer);

    private async Task<int> CountAsync() => (int)(await ReadAsync(unit => unit.Answers.CountAsync(DateTimeOffset.MinValue, Token))).Sum(c => (long)c.Count);
}
