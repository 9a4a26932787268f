using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

/// <summary>What every store promises. This file: units of work; one further file for each kind of record.</summary>
public abstract partial class StoreConformance(IStoreBed bed) : IAsyncLifetime
{
    private readonly TurnedClock _clock = new();
    private readonly List<IStore> _opened = [];
    private IStore _store = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        await bed.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_committed_is_there_when_the_store_is_opened_again()
    {
        await SaveAsync(SomeFaq.Edit("length"));
        await _store.DisposeAsync();

        var again = await OpenAsync();

        await using var unit = await again.ReadAsync(Token);
        Assert.NotNull(await unit.Faq.FindAsync(new FaqId("length"), Token));
    }

    [Fact]
    public async Task What_is_not_committed_leaves_nothing()
    {
        var text = new CitedText("guide", "text");
        await using (var unit = await _store.WriteAsync(Token))
        {
            await unit.Faq.SaveAsync(SomeFaq.Edit("length"), Token);
            await unit.Feedback.SaveAsync(Vote(1, answer: 1), Token);
            await unit.CitedTexts.KeepAsync(text, Token);
            await unit.Places.SaveAsync(new Place(SomePlaces.Channel, SomePlaces.Settings), Token);
            await unit.Answers.AddAsync(Answered(1), Token);
            await unit.ReplyReferences.SaveAsync(Reference(1, "m"), Token);
            await unit.Tickets.SaveAsync(SomeTicket(1), Token);
            await unit.Outbox.AddAsync(Pending(1), Token);
            await unit.Negatives.AddAsync(Negative.Of(Example(1), new FaqId("length"), "Who?", "ben", _clock.GetUtcNow()), Token);
            await unit.Gaps.SaveAsync(SomeGap(1), Token);
            await unit.Gaps.AddAsync(SomeQuestion(2, 1), Token);
            await unit.Suggestions.SaveAsync(SomeSuggestion(1), Token);
            await unit.Audit.AddAsync(Done(1), Token);
            await unit.SignIns.AddAsync(Link(1, "link"), Token);
            await unit.Marks.SetAsync("job", "done", Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Empty(await after.Faq.ListAsync(null, Token));
        Assert.Empty(await after.Faq.HistoryAsync(new FaqId("length"), Token));
        Assert.Empty(await after.Feedback.ListAsync(default, 10, Token));
        Assert.Null(await after.CitedTexts.FindAsync(text.Cited, Token));
        Assert.Empty(await after.Places.ListAsync(SomePlaces.Guild, Token));
        Assert.Null(await after.Answers.FindAsync(new AnswerId(SomePlaces.Id(1)), Token));
        Assert.Null(await after.ReplyReferences.FindAsync(SomePlaces.Hash("m"), Token));
        Assert.Empty(await after.Tickets.ListOpenAsync(SomePlaces.Guild, Token));
        Assert.Empty(await after.Outbox.ListAsync("discord", Token));
        Assert.Empty(await after.Negatives.ListAsync(null, Token));
        Assert.Empty(await after.Gaps.ListAsync(null, Token));
        Assert.Empty(await after.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token));
        Assert.Empty(await after.Suggestions.ListAsync(null, Token));
        Assert.Empty(await after.Audit.ListAsync(default, 10, Token));
        Assert.Empty(await after.SignIns.ListAsync(Token));
        Assert.Null(await after.Marks.FindAsync("job", Token));
    }

    [Fact]
    public async Task A_unit_sees_its_own_writes()
    {
        await using var unit = await _store.WriteAsync(Token);
        await unit.Faq.SaveAsync(SomeFaq.Edit("length"), Token);
        await unit.Feedback.SaveAsync(Vote(1, answer: 1), Token);

        Assert.NotNull(await unit.Faq.FindAsync(new FaqId("length"), Token));
        Assert.Single(await unit.Feedback.ListAsync(default, 10, Token));
    }

    [Fact]
    public async Task A_reader_sees_the_store_as_it_was_when_it_began()
    {
        await SaveAsync(SomeFaq.Edit("length", title: "Before"));
        await using var reader = await _store.ReadAsync(Token);
        await using (var writer = await _store.WriteAsync(Token))
        {
            await writer.Faq.SaveAsync(SomeFaq.Edit("length", basedOn: 1, title: "After"), Token);
            await writer.Faq.SaveAsync(SomeFaq.Edit("new"), Token);
            Assert.Equal("Before", (await reader.Faq.FindAsync(new FaqId("length"), Token))!.Content.Title);
            await writer.CommitAsync(Token);
        }

        Assert.Equal("Before", (await reader.Faq.FindAsync(new FaqId("length"), Token))!.Content.Title);
        Assert.Single(await reader.Faq.ListAsync(null, Token));
        await using var later = await _store.ReadAsync(Token);
        Assert.Equal("After", (await later.Faq.FindAsync(new FaqId("length"), Token))!.Content.Title);
    }

    [Fact]
    public async Task Of_many_writers_none_is_lost_and_each_sees_the_one_before()
    {
        // Two openings of the same data stand for two processes.
        IStore[] stores = [_store, await OpenAsync()];
        const int Writers = 16, Each = 5;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(
            async () =>
            {
                for (var i = 0; i < Each; i++)
                {
                    await using var unit = await stores[w % 2].WriteAsync(Token);
                    var before = await unit.Faq.FindAsync(new FaqId("counter"), Token);
                    var saved = await unit.Faq.SaveAsync(SomeFaq.Edit("counter", before?.Revision ?? 0, $"{w}-{i}"), Token);
                    Assert.IsType<FaqSave.Saved>(saved);
                    await unit.CommitAsync(Token);
                }
            },
            Token)));

        await using var reader = await _store.ReadAsync(Token);
        var history = await reader.Faq.HistoryAsync(new FaqId("counter"), Token);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Reverse(), history.Select(r => r.Entry.Revision));
        Assert.Equal(Writers * Each, history.Select(r => r.Entry.Content.Title).Distinct().Count());
    }

    [Fact]
    public async Task Readers_meanwhile_see_whole_units_only()
    {
        // Every unit writes two votes on one answer: nobody may ever see one alone.
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; i <= 40; i++)
                {
                    await using var unit = await _store.WriteAsync(Token);
                    await unit.Feedback.SaveAsync(Vote(2 * i, answer: i), Token);
                    await unit.Feedback.SaveAsync(Vote((2 * i) + 1, answer: i), Token);
                    await unit.CommitAsync(Token);
                }
            },
            Token);

        var looks = 0;
        do
        {
            await using var unit = await _store.ReadAsync(Token);
            var seen = await unit.Feedback.ListAsync(default, 100, Token);
            Assert.All(seen.GroupBy(f => f.Answer), votes => Assert.Equal(2, votes.Count()));
            looks++;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.True(looks > 0);
    }

    [Fact]
    public async Task A_writer_waits_for_the_one_before_and_may_give_up()
    {
        using var patience = new CancellationTokenSource();
        await using (await _store.WriteAsync(Token))
        {
            var waiting = _store.WriteAsync(patience.Token).AsTask();
            Assert.False(waiting.IsCompleted);

            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await SaveAsync(SomeFaq.Edit("length"));
    }

    [Fact]
    public async Task A_cancelled_call_has_written_nothing_and_the_unit_goes_on()
    {
        var cancelled = new CancellationToken(canceled: true);
        await using (var unit = await _store.WriteAsync(Token))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Faq.SaveAsync(SomeFaq.Edit("length"), cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Feedback.SaveAsync(Vote(1, answer: 1), cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion>(), cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Answers.AddAsync(Answered(1) with { Passages = [SomePlaces.Passage(new CitedText("d", "t").Cited)] }, cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Tickets.SaveAsync(SomeTicket(1), cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Gaps.SaveAsync(SomeGap(1), cancelled));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.Suggestions.SaveAsync(SomeSuggestion(1), cancelled));
            await unit.Faq.SaveAsync(SomeFaq.Edit("kept"), Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.CommitAsync(cancelled));
            await unit.CommitAsync(Token);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.ReadAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.WriteAsync(cancelled));
        await using var after = await _store.ReadAsync(Token);
        Assert.Equal("kept", Assert.Single(await after.Faq.ListAsync(null, Token)).Id.ToString());
        Assert.Empty(await after.Feedback.ListAsync(default, 10, Token));
        Assert.Null(await after.Answers.FindAsync(new AnswerId(SomePlaces.Id(1)), Token));
        Assert.Empty(await after.Tickets.ListOpenAsync(SomePlaces.Guild, Token));
    }

    [Fact]
    public async Task A_unit_for_reading_refuses_to_write()
    {
        await using var unit = await _store.ReadAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Faq.SaveAsync(SomeFaq.Edit("length"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Feedback.SaveAsync(Vote(1, answer: 1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.CitedTexts.KeepAsync(new CitedText("d", "t"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion>(), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Places.SaveAsync(new Place(SomePlaces.Channel, PlaceSettings.None), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Places.RemoveUnderAsync(SomePlaces.Channel, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Answers.AddAsync(Answered(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.ReplyReferences.SaveAsync(Reference(1, "m"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.ReplyReferences.PurgeAsync(Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Tickets.SaveAsync(SomeTicket(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Outbox.AddAsync(Pending(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Negatives.RemoveAsync(Example(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Gaps.SaveAsync(SomeGap(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Suggestions.SaveAsync(SomeSuggestion(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Audit.AddAsync(Done(1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.SignIns.UseAsync(SomePlaces.Hash("link"), SomePlaces.Hash("s"), _clock.GetUtcNow(), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Marks.SetAsync("job", null, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.CommitAsync(Token));
    }

    [Fact]
    public async Task A_committed_unit_and_a_disposed_one_refuse_everything()
    {
        var unit = await _store.WriteAsync(Token);
        await unit.CommitAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Faq.SaveAsync(SomeFaq.Edit("length"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.Faq.FindAsync(new FaqId("length"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.CommitAsync(Token));

        await unit.DisposeAsync();
        await unit.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await unit.Faq.FindAsync(new FaqId("length"), Token));
        await SaveAsync(SomeFaq.Edit("the-right-to-write-was-given-back-once"));
    }

    [Fact]
    public async Task A_disposed_store_lets_the_writer_end_and_refuses_later_units()
    {
        var writer = await _store.WriteAsync(Token);
        await writer.Faq.SaveAsync(SomeFaq.Edit("length"), Token);
        var disposing = _store.DisposeAsync().AsTask();
        await writer.CommitAsync(Token);
        await writer.DisposeAsync();
        await disposing;

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _store.ReadAsync(Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await _store.WriteAsync(Token));
        await using var unit = await (await OpenAsync()).ReadAsync(Token);
        Assert.Single(await unit.Faq.ListAsync(null, Token));
    }

    private static Feedback Vote(int id, int answer, Vote vote = ProgrammeBot.Stores.Vote.Helpful, FeedbackReason? reason = null, string words = "")
    {
        return new Feedback(new FeedbackId(Id(id)), new AnswerId(Id(answer)), vote, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), reason, words);

        static Ulid Id(int number) => Ulid.TryParse($"01J000000000000000000{number:00000}", out var id) ? id : throw new ArgumentOutOfRangeException(nameof(number));
    }

    private async Task<IStore> OpenAsync()
    {
        var store = await bed.OpenAsync(_clock);
        _opened.Add(store);
        return store;
    }

    private async Task<FaqSave> SaveAsync(FaqEdit edit)
    {
        await using var unit = await _store.WriteAsync(Token);
        var saved = await unit.Faq.SaveAsync(edit, Token);
        await unit.CommitAsync(Token);
        return saved;
    }
}
