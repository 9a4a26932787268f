using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task An_entry_nobody_made_is_not_found_and_has_no_history()
    {
        await using var unit = await _store.ReadAsync(Token);

        Assert.Null(await unit.Faq.FindAsync(new FaqId("nobody"), Token));
        Assert.Null(await unit.Faq.FindAsync(default, Token));
        Assert.Empty(await unit.Faq.HistoryAsync(new FaqId("nobody"), Token));
        Assert.Empty(await unit.Faq.ListAsync(null, Token));
    }

    [Fact]
    public async Task A_new_entry_is_its_first_revision_with_its_author_and_the_store_s_time()
    {
        var edit = SomeFaq.Edit("length");

        var saved = Assert.IsType<FaqSave.Saved>(await SaveAsync(edit));

        Assert.Equal(new FaqEntry(edit.Id, edit.Content, 1, edit.By, _clock.GetUtcNow()) { LiveRevision = 1 }, saved.Entry);
        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(saved.Entry, await unit.Faq.FindAsync(edit.Id, Token));
    }

    [Fact]
    public async Task Of_two_people_editing_one_entry_the_second_is_told_and_shown_the_first_s_work()
    {
        await SaveAsync(SomeFaq.Edit("length"));
        var first = Assert.IsType<FaqSave.Saved>(await SaveAsync(SomeFaq.Edit("length", basedOn: 1, title: "Ada's")));

        var second = await SaveAsync(SomeFaq.Edit("length", basedOn: 1, title: "Ben's"));

        Assert.Equal(new FaqSave.Conflict(first.Entry), second);
        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal("Ada's", (await unit.Faq.FindAsync(new FaqId("length"), Token))!.Content.Title);
        Assert.Equal(2, (await unit.Faq.HistoryAsync(new FaqId("length"), Token)).Count);
    }

    [Fact]
    public async Task Of_two_processes_editing_one_entry_at_a_time_one_saves_and_the_others_are_shown_its_work()
    {
        await SaveAsync(SomeFaq.Edit("length"));
        IStore[] processes = [_store, await OpenAsync(), await OpenAsync()];

        var saves = await Task.WhenAll(processes.Select((store, n) => Task.Run(
            async () =>
            {
                // Each has read revision 1 before any of them writes.
                await using var unit = await store.WriteAsync(Token);
                var saved = await unit.Faq.SaveAsync(SomeFaq.Edit("length", basedOn: 1, title: $"By process {n}"), Token);
                await unit.CommitAsync(Token);
                return saved;
            },
            Token)));

        var winner = Assert.Single(saves.OfType<FaqSave.Saved>()).Entry;
        Assert.Equal([new FaqSave.Conflict(winner), new FaqSave.Conflict(winner)], saves.OfType<FaqSave.Conflict>());
        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([2, 1], (await unit.Faq.HistoryAsync(winner.Id, Token)).Select(r => r.Entry.Revision));
    }

    [Fact]
    public async Task A_new_entry_under_a_name_that_is_taken_is_a_conflict()
    {
        var first = Assert.IsType<FaqSave.Saved>(await SaveAsync(SomeFaq.Edit("length", title: "First")));

        Assert.Equal(new FaqSave.Conflict(first.Entry), await SaveAsync(SomeFaq.Edit("length", title: "Second")));
    }

    [Fact]
    public async Task An_edit_based_on_a_revision_to_come_is_a_conflict()
    {
        var first = Assert.IsType<FaqSave.Saved>(await SaveAsync(SomeFaq.Edit("length")));

        Assert.Equal(new FaqSave.Conflict(first.Entry), await SaveAsync(SomeFaq.Edit("length", basedOn: 2)));
    }

    [Fact]
    public async Task An_edit_of_an_entry_nobody_made_is_missing()
    {
        Assert.IsType<FaqSave.Missing>(await SaveAsync(SomeFaq.Edit("nobody", basedOn: 1)));
    }

    [Fact]
    public async Task Every_change_stays_in_the_history_the_newest_first()
    {
        await SaveAsync(SomeFaq.Edit("length", title: "One"));
        _clock.Turn(TimeSpan.FromHours(1));
        await SaveAsync(new FaqEdit(new FaqId("length"), SomeFaq.Content("Two"), 1, "discord:guild:ben", "shorter"));
        _clock.Turn(TimeSpan.FromHours(1));
        await SaveAsync(SomeFaq.Edit("length", basedOn: 2, title: "Two", status: FaqStatus.Retired));

        await using var unit = await _store.ReadAsync(Token);
        var history = await unit.Faq.HistoryAsync(new FaqId("length"), Token);

        Assert.Equal([3, 2, 1], history.Select(r => r.Entry.Revision));
        Assert.Equal(["Two", "Two", "One"], history.Select(r => r.Entry.Content.Title));
        Assert.Equal([FaqStatus.Retired, FaqStatus.Live, FaqStatus.Live], history.Select(r => r.Entry.Content.Status));
        Assert.Equal(("discord:guild:ben", "shorter"), (history[1].Entry.UpdatedBy, history[1].Note));
        Assert.Equal([2, 1, 0], history.Select(r => (r.Entry.UpdatedAt - new TurnedClock().GetUtcNow()).TotalHours));
    }

    [Fact]
    public async Task Entries_are_listed_by_id_in_ordinal_order_all_or_of_one_status()
    {
        await SaveAsync(SomeFaq.Edit("b", status: FaqStatus.Draft));
        await SaveAsync(SomeFaq.Edit("a"));
        await SaveAsync(SomeFaq.Edit("Refund_not_showing_up"));
        await SaveAsync(SomeFaq.Edit("a-b"));
        await SaveAsync(SomeFaq.Edit("a_b", status: FaqStatus.Retired));
        await SaveAsync(SomeFaq.Edit("b", basedOn: 1));

        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal(["Refund_not_showing_up", "a", "a-b", "a_b", "b"], await Ids(null));
        Assert.Equal(["Refund_not_showing_up", "a", "a-b", "b"], await Ids(FaqStatus.Live));
        Assert.Equal(["a_b"], await Ids(FaqStatus.Retired));
        Assert.Empty(await Ids(FaqStatus.Draft));

        async Task<IEnumerable<string>> Ids(FaqStatus? status) =>
            (await unit.Faq.ListAsync(status, Token)).Select(e => e.Id.ToString());
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_an_entry_holds_come_back_unchanged(string words)
    {
        var content = SomeFaq.Content(words) with { Phrasings = [words, words], Answer = words + "\n\t" + words, Scope = words, Tags = [words], OwnerRole = words };
        var edit = new FaqEdit(new FaqId("hostile"), content, 0, words, words);

        await SaveAsync(edit);

        await using var unit = await _store.ReadAsync(Token);
        var revision = Assert.Single(await unit.Faq.HistoryAsync(edit.Id, Token));
        Assert.Equal(content, revision.Entry.Content);
        Assert.Equal((words, words), (revision.Entry.UpdatedBy, revision.Note));
    }

    [Fact]
    public async Task The_largest_entry_comes_back_unchanged()
    {
        var content = new FaqContent
        {
            Title = new string('長', FaqContent.MaxTitleLength),
            Phrasings = [.. Enumerable.Repeat(new string('"', FaqContent.MaxPhrasingLength), FaqContent.MaxPhrasings)],
            Answer = new string('\n', FaqContent.MaxAnswerLength),
            Citations = [.. Enumerable.Repeat(SomeFaq.Citation(new CitedText("d", "t").Cited), FaqContent.MaxCitations)],
            Valid = new Validity(DateOnly.MinValue, DateOnly.MaxValue),
        };

        await SaveAsync(new FaqEdit(new FaqId(new string('?', FaqId.MaxLength)), content, 0, "ada"));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(content, Assert.Single(await unit.Faq.ListAsync(FaqStatus.Draft, Token)).Content);
    }

    [Fact]
    public async Task Any_content_comes_back_equal()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var edit = new FaqEdit(new FaqId($"e{seed}"), SomeFaq.Content(new Random(seed)), 0, "ada");
            await using var unit = await _store.WriteAsync(Token);
            await unit.Faq.SaveAsync(edit, Token);
            Assert.True(edit.Content == (await unit.Faq.FindAsync(edit.Id, Token))!.Content, $"seed {seed}");
        }
    }
}
