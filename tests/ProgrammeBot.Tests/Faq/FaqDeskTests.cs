using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Faq;
using ProgrammeBot.Intents;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq;

public sealed class FaqDeskTests : IAsyncLifetime
{
    private static readonly FaqAuthor Ada = new("discord:12:ada");

    private readonly TemporaryFolder _folder = new();
    private readonly LiveFaq _live = new(Northfield.Scopes, Northfield.WithAllPapers(), null);
    private SqliteStore _store = null!; // set before each test
    private FaqDesk _desk = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await OpenAsync();
        _desk = DeskOf(_store);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _live.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_entry_is_live_in_this_process_when_the_call_returns()
    {
        var saved = await AddAsync("Is there a gym on campus?");

        Assert.Equal(("is-there-a-gym-on-campus", 1, "discord:12:ada"), (saved.Id.ToString(), saved.Revision, saved.UpdatedBy));
        Assert.Equal(1, _live.Current.Find("is-there-a-gym-on-campus")!.Revision);
        Assert.Equal("is-there-a-gym-on-campus", _live.Current.Match("is there a gym on campus", 1)[0].Entry);
    }

    [Fact]
    public async Task Entries_with_the_same_title_get_names_of_their_own_and_a_name_that_is_taken_is_a_conflict()
    {
        var first = await AddAsync("Gym?");

        Assert.Equal("gym-2", (await AddAsync("Gym?")).Id.ToString());
        Assert.Equal(new FaqOutcome.Conflict(first), await _desk.AddAsync(new FaqDraft { Title = "Pool?" }, Ada, first.Id, Token));
    }

    [Fact]
    public async Task Of_two_people_editing_one_entry_the_second_is_shown_the_first_s_work_and_nothing_is_lost()
    {
        var entry = await AddAsync("Gym?");
        var first = Assert.IsType<FaqOutcome.Saved>(await _desk.EditAsync(entry.Id, 1, new FaqDraft { Answer = "Yes." }, Ada, Token)).Entry;

        Assert.Equal(new FaqOutcome.Conflict(first), await _desk.EditAsync(entry.Id, 1, new FaqDraft { Answer = "No." }, new FaqAuthor("ben"), Token));
        Assert.Equal("Yes.", _live.Current.Find("gym")!.Content.Answer);
        Assert.Equal(2, (await _desk.HistoryAsync(entry.Id, Token)).Count);
    }

    [Fact]
    public async Task An_edit_leaves_the_fields_it_does_not_name()
    {
        var entry = await AddAsync("Gym?", new FaqDraft { Answer = "Yes.", Tags = ["sport"], Scope = "msc-robotics" });

        var edited = Assert.IsType<FaqOutcome.Saved>(await _desk.EditAsync(entry.Id, null, new FaqDraft { Phrasings = ["Where to work out?"], Scope = "" }, Ada, Token)).Entry;

        Assert.Equal(entry.Content with { Phrasings = ["Where to work out?"], Scope = null }, edited.Content);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_named_with_field_and_limit_and_nothing_is_written()
    {
        var invalid = Assert.IsType<FaqOutcome.Invalid>(await _desk.AddAsync(new FaqDraft { Title = new string('x', 301), Answer = new string('x', 8001) }, Ada, null, Token));

        Assert.Equal([new FaqFault("Title", "has 301 characters, at most 300 are kept", 300), new FaqFault("Answer", "has 8001 characters, at most 8000 are kept", 8000)], invalid.Faults);
        Assert.Empty(await _desk.ListAsync(null, Token));
    }

    [Fact]
    public async Task An_undo_says_again_what_was_said_before_and_can_itself_be_undone()
    {
        var entry = await AddAsync("Gym?", new FaqDraft { Answer = "Yes." });
        await _desk.EditAsync(entry.Id, 1, new FaqDraft { Answer = "No." }, Ada, Token);

        var undone = Assert.IsType<FaqOutcome.Saved>(await _desk.UndoAsync(entry.Id, 2, Ada, Token)).Entry;
        Assert.Equal((entry.Content, 3), (undone.Content, undone.Revision));
        Assert.Equal("undone", (await _desk.HistoryAsync(entry.Id, Token))[0].Note);
        Assert.Equal("Yes.", _live.Current.Find("gym")!.Content.Answer);

        var again = Assert.IsType<FaqOutcome.Saved>(await _desk.UndoAsync(entry.Id, 3, Ada, Token)).Entry;
        Assert.Equal("No.", again.Content.Answer);
    }

    [Fact]
    public async Task A_first_revision_has_nothing_to_undo_and_an_undo_based_on_an_older_one_is_a_conflict()
    {
        var entry = await AddAsync("Gym?");
        Assert.Equal(new FaqOutcome.Unchanged(entry), await _desk.UndoAsync(entry.Id, 1, Ada, Token));

        await _desk.EditAsync(entry.Id, 1, new FaqDraft { Answer = "No." }, Ada, Token);
        Assert.IsType<FaqOutcome.Conflict>(await _desk.UndoAsync(entry.Id, 1, Ada, Token));
    }

    [Theory]
    [InlineData(FaqStatus.Live)]
    [InlineData(FaqStatus.Draft)]
    public async Task A_retired_entry_answers_no_more_and_comes_back_as_what_it_was(FaqStatus before)
    {
        var entry = await AddAsync("Gym?", new FaqDraft { Status = before });

        var retired = Assert.IsType<FaqOutcome.Saved>(await _desk.RetireAsync(entry.Id, null, Ada, Token)).Entry;
        Assert.Equal(FaqStatus.Retired, retired.Content.Status);
        Assert.Null(_live.Current.Find("gym"));
        Assert.Equal(new FaqOutcome.Unchanged(retired), await _desk.RetireAsync(entry.Id, null, Ada, Token));

        var restored = Assert.IsType<FaqOutcome.Saved>(await _desk.RestoreAsync(entry.Id, null, Ada, Token)).Entry;
        Assert.Equal(before, restored.Content.Status);
        Assert.Equal(new FaqOutcome.Unchanged(restored), await _desk.RestoreAsync(entry.Id, null, Ada, Token));
    }

    [Fact]
    public async Task An_entry_nobody_made_is_missing_to_every_change()
    {
        var nobody = new FaqId("nobody");

        Assert.IsType<FaqOutcome.Missing>(await _desk.EditAsync(nobody, null, new FaqDraft(), Ada, Token));
        Assert.IsType<FaqOutcome.Missing>(await _desk.UndoAsync(nobody, null, Ada, Token));
        Assert.IsType<FaqOutcome.Missing>(await _desk.RetireAsync(nobody, null, Ada, Token));
        Assert.IsType<FaqOutcome.Missing>(await _desk.RestoreAsync(nobody, 1, Ada, Token));
        Assert.IsType<FaqOutcome.Missing>(await _desk.RejectAsync(nobody, "Who?", Ada, Token));
        Assert.Null(await _desk.FindAsync(nobody, Token));
    }

    [Fact]
    public async Task An_entry_like_one_that_is_there_is_told_before_it_is_saved_and_saved_all_the_same()
    {
        var gym = await AddAsync("Is there a gym on campus?", new FaqDraft { Phrasings = ["Where can I work out?"] });
        await AddAsync("When is the thesis due?");
        var content = new FaqContent { Title = "Is there any gym on the campus?" };

        var like = Assert.Single(_desk.Like(content));
        Assert.Equal(gym.Id.ToString(), like.Item.Id);
        Assert.InRange(like.Score, _live.Current.Near, 1);
        Assert.Empty(_desk.Like(content, except: gym.Id));
        Assert.Empty(_desk.Like(new FaqContent { Title = "Do you teach Latin?" }));
        Assert.IsType<FaqOutcome.Saved>(await _desk.AddAsync(content, Ada, null, Token));
    }

    [Fact]
    public async Task The_same_question_on_another_programme_is_no_duplicate()
    {
        await AddAsync("How long does it take?", new FaqDraft { Scope = "msc-robotics" });

        Assert.Single(_desk.Like(new FaqContent { Title = "How long does it take?", Scope = "msc-robotics" }));
        Assert.Single(_desk.Like(new FaqContent { Title = "How long does it take?" }));
        Assert.Empty(_desk.Like(new FaqContent { Title = "How long does it take?", Scope = "ma-poetry" }));
    }

    [Fact]
    public async Task An_entry_does_not_answer_the_words_it_was_rejected_for_until_the_example_is_taken_back()
    {
        var gym = await AddAsync("Is there a gym on campus?");
        var rejected = Assert.IsType<FaqOutcome.Rejected>(await _desk.RejectAsync(gym.Id, "  Is there a GYM\non campus ", Ada, Token));

        Assert.Equal("Is there a GYM on campus", rejected.Example.Phrasing);
        Assert.DoesNotContain(_live.Current.Match("is there a gym on campus?", 5), m => m.Entry == gym.Id.ToString());
        Assert.Contains(_live.Current.Match("is there a gym on the campus", 5), m => m.Entry == gym.Id.ToString());

        Assert.True(await _desk.AcceptAsync(rejected.Example.Id, Token));
        Assert.False(await _desk.AcceptAsync(rejected.Example.Id, Token));
        Assert.Contains(_live.Current.Match("is there a gym on campus?", 5), m => m.Entry == gym.Id.ToString());
    }

    [Fact]
    public async Task A_passage_can_be_rejected_and_words_that_cannot_be_kept_are_not()
    {
        var passage = SomePlaces.Passage(new CitedText("guide", "text").Cited);

        var kept = Assert.IsType<FaqOutcome.Rejected>(await _desk.RejectAsync(passage, "Who?", Ada, Token)).Example;
        Assert.Equal((passage, null, "discord:12:ada"), (kept.Passage, kept.Entry, kept.By));
        Assert.Equal([new FaqFault("Phrasing", "is blank")], Assert.IsType<FaqOutcome.Invalid>(await _desk.RejectAsync(passage, " \0 ", Ada, Token)).Faults);
        Assert.Equal(500, Assert.Single(Assert.IsType<FaqOutcome.Invalid>(await _desk.RejectAsync(passage, new string('x', 501), Ada, Token)).Faults).Limit);
    }

    [Fact]
    public async Task What_is_typed_finds_entries_at_once_also_those_that_another_process_wrote()
    {
        await using var other = await OpenAsync();
        await AddAsync("Is there a gym on campus?");
        Assert.Single(await _desk.SuggestAsync("gym", 25, null, Token));

        await DeskOf(other).AddAsync(new FaqDraft { Title = "Gym fees?", Status = FaqStatus.Draft }, Ada, null, Token);

        Assert.Equal(["gym-fees", "is-there-a-gym-on-campus"], (await _desk.SuggestAsync("gym", 25, null, Token)).Select(e => e.Id.ToString()));
        Assert.Equal(["is-there-a-gym-on-campus"], (await _desk.SuggestAsync("gym", 25, FaqStatus.Live, Token)).Select(e => e.Id.ToString()));
    }

    [Fact]
    public async Task An_import_brings_all_in_or_none_and_tells_once()
    {
        var told = new CountedChanges();
        var desk = new FaqDesk(_store, FaqBook.Empty, told, new UlidSource(TimeProvider.System, new Random(1).NextBytes));
        FaqImportedEntry one = new(new FaqId("one"), SomeFaq.Content("One?")), two = new(new FaqId("two"), SomeFaq.Content("Two?"));

        Assert.Equal(new FaqImported(2, 0, 0), await desk.ImportAsync([one, two], Ada, onlyIntoEmpty: true, Token));
        Assert.Equal(1, told.Count);
        Assert.Null(await desk.ImportAsync([one], Ada, onlyIntoEmpty: true, Token));
        Assert.Equal(new FaqImported(0, 1, 1), await desk.ImportAsync([one, two with { Content = SomeFaq.Content("2?") }], Ada, onlyIntoEmpty: false, Token));
        Assert.Equal(2, told.Count);

        await Assert.ThrowsAsync<FormatException>(() => desk.ImportAsync(Broken(), Ada, onlyIntoEmpty: false, Token));
        Assert.Null(await desk.FindAsync(new FaqId("three"), Token));
        Assert.Equal(2, told.Count);

        IEnumerable<FaqImportedEntry> Broken()
        {
            yield return new FaqImportedEntry(new FaqId("three"), SomeFaq.Content());
            throw new FormatException();
        }
    }

    [Fact]
    public async Task A_change_that_is_committed_is_saved_though_its_caller_has_gone()
    {
        using var gone = new CancellationTokenSource();
        var desk = new FaqDesk(_store, FaqBook.Empty, new LeavingCaller(gone), new UlidSource(TimeProvider.System, new Random(1).NextBytes));

        Assert.IsType<FaqOutcome.Saved>(await desk.AddAsync(new FaqDraft { Title = "Gym?" }, Ada, null, gone.Token));
        Assert.NotNull(await _desk.FindAsync(new FaqId("gym"), Token));
    }

    [Fact]
    public async Task A_hook_may_open_units_of_its_own()
    {
        var desk = new FaqDesk(_store, FaqBook.Empty, new WritingChanges(_store), new UlidSource(TimeProvider.System, new Random(1).NextBytes));

        Assert.IsType<FaqOutcome.Saved>(await desk.AddAsync(new FaqDraft { Title = "Gym?" }, Ada, null, Token).WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    [Fact]
    public async Task Nothing_of_a_hook_is_called_where_nothing_was_written()
    {
        var told = new CountedChanges();
        var desk = new FaqDesk(_store, FaqBook.Empty, told, new UlidSource(TimeProvider.System, new Random(1).NextBytes));

        await desk.EditAsync(new FaqId("nobody"), null, new FaqDraft(), Ada, Token);
        await desk.AddAsync(new FaqDraft { Title = " " }, Ada, null, Token);
        Assert.Equal(0, told.Count);
    }

    private async Task<FaqEntry> AddAsync(string title, FaqDraft? draft = null) =>
        Assert.IsType<FaqOutcome.Saved>(await _desk.AddAsync((draft ?? new FaqDraft()) with { Title = title }, Ada, null, Token)).Entry;

    private FaqDesk DeskOf(SqliteStore store) => new(
        store, _live, new LiveFaqChanges(_live, store, NullLogger<LiveFaqChanges>.Instance), new UlidSource(TimeProvider.System, new Random(1).NextBytes));

    private async Task<SqliteStore> OpenAsync() => await SqliteStore.OpenAsync(_folder["data/programmebot.db"], TimeProvider.System, Token);

    private sealed class CountedChanges : IFaqChanges
    {
        public int Count { get; private set; }

        public ValueTask ChangedAsync(CancellationToken cancellationToken)
        {
            Count++;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class LeavingCaller(CancellationTokenSource gone) : IFaqChanges
    {
        public async ValueTask ChangedAsync(CancellationToken cancellationToken)
        {
            await gone.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class WritingChanges(SqliteStore store) : IFaqChanges
    {
        public async ValueTask ChangedAsync(CancellationToken cancellationToken)
        {
            await using var unit = await store.WriteAsync(cancellationToken);
        }
    }
}
