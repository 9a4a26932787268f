using ProgrammeBot.Answering;
using ProgrammeBot.App.Faq;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Moderation;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Gate;

public sealed class PublishGateTests : IAsyncLifetime
{
    private static readonly Moderator Operator = new("ada", "operator") { Places = null };
    private static readonly FaqId Pass = new("pass");

    private static readonly FaqContent Half = new()
    {
        Title = "What is the pass mark on the MRes Optics?",
        Answer = "Half the marks [1].",
        Scope = "mres-optics",
        Citations = [FaqCitation.Unplaced("optics", "The pass mark is 50%.")],
        Status = FaqStatus.Live,
    };

    private static readonly FaqContent Park = new() { Title = "Where do I park?", Answer = "Ask the porter.", Status = FaqStatus.Live };

    private readonly TemporaryFolder _folder = new();
    private readonly Northfield _papers = Northfield.WithAllPapers();
    private readonly RecentQuestions _recent = new(TimeProvider.System);
    private readonly LiveFaq _live;
    private SqliteStore _store = null!; // set before each test

    public PublishGateTests() => _live = new LiveFaq(Northfield.Scopes, _papers, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Knowledge Knowledge => new(Northfield.Scopes) { Faq = _live };

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder.FullPath, "store.db"), TimeProvider.System, Token);
        var author = new FaqAuthor("ada");
        await FaqStore.DeskOf(_store).AddAsync(Half, author, Pass, Token);
        await FaqStore.DeskOf(_store).AddAsync(Park, author, new FaqId("park"), Token);
        await FaqStore.DeskOf(_store).AddAsync(Park with { Title = "Is there a canteen on the campus?" }, author, new FaqId("canteen"), Token);
        await _live.RefreshAsync(_store, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _live.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Old_and_new_stand_side_by_side_with_where_each_came_from_and_nothing_is_live()
    {
        var report = await GateOf().TryAsync(Pass, Half with { Answer = "50% of all marks [1]." }, Operator, Token);

        var change = Assert.Single(report.Changes);
        Assert.Equal((GateOrigin.Entry, Half.Title), (change.Question.Origin, change.Question.Text));
        Assert.Equal(("pass", "pass"), (change.Before.Entry, change.After.Entry));
        Assert.StartsWith("Half the marks [1].", change.Before.Text, StringComparison.Ordinal);
        Assert.StartsWith("50% of all marks [1].", change.After.Text, StringComparison.Ordinal);
        Assert.Equal(["optics, Assessment"], change.After.Passages);
        Assert.Equal("Half the marks [1].", _live.Current.Find("pass")!.Content.Answer);
    }

    [Fact]
    public async Task An_edit_that_changes_no_answer_says_so()
    {
        var report = await GateOf().TryAsync(Pass, Half with { Tags = ["marks"] }, Operator, Token);

        Assert.Empty(report.Changes);
        Assert.True(report.Tried[GateOrigin.Entry] >= 1);
        Assert.StartsWith("0 of ", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_that_would_break_come_first_and_those_that_would_be_mended_after_them()
    {
        var tests = new GateTests(
            [Test("t1", "must say so", reply => reply.Text.Contains("porter", StringComparison.Ordinal)), Test("t2", "must say 50", reply => reply.Text.Contains("50% of all", StringComparison.Ordinal)), Test("t3", "must say half", reply => reply.Text.Contains("Half", StringComparison.Ordinal))],
            ["questions.csv, line 4: 'question' is empty"]);

        var report = await GateOf(tests).TryAsync(Pass, Half with { Answer = "50% of all marks [1]." }, Operator, Token);

        Assert.Equal(["t3", "t2", "", "t1"], report.Changes.Select(c => c.Question.Origin == GateOrigin.Test ? c.Question.From : ""));
        Assert.Equal("must say half", Assert.Single(report.Broken).After.Failed);
        Assert.Equal("must say 50", Assert.Single(report.Mended).Before.Failed);
        Assert.Equal(["questions.csv, line 4: 'question' is empty"], report.Faults);
        Assert.Contains("1 tests would break, 1 would be mended", report.ToString(), StringComparison.Ordinal);

        static GateQuestion Test(string id, string what, Func<Reply, bool> passes) => new(GateOrigin.Test, id, Half.Title) { Judge = reply => passes(reply) ? null : what };
    }

    [Fact]
    public async Task What_somebody_asked_lately_is_tried_but_only_for_who_may_see_it()
    {
        var (guild, other) = (PlaceId.Of("discord", "1"), PlaceId.Of("discord", "2"));
        _recent.Add(new RecentQuestion("where can I park?", null, PlaceId.Of("discord", "1", "c")), "discord:1:ben");
        var edit = Park with { Answer = "Behind the hall." };

        var report = await GateOf().TryAsync(new FaqId("park"), edit, new Moderator("ada", "mod") { Places = [guild] }, Token);
        Assert.Contains(report.Changes, c => c.Question is { Origin: GateOrigin.Asked, Text: "where can I park?" });

        Assert.DoesNotContain(GateOrigin.Asked, (await GateOf().TryAsync(new FaqId("park"), edit, new Moderator("ada", "mod") { Places = [other] }, Token)).Tried.Keys);
    }

    [Fact]
    public async Task What_somebody_asked_lately_is_shown_without_what_points_at_them()
    {
        _recent.Add(new RecentQuestion("What is the pass mark on the MRes Optics? My name is Anna Winter, is there a swimming pool?", null, null) { EarlierTurns = ["I am Anna Winter, my mail is anna@mail.example"] }, "web:anna");

        var report = await GateOf().TryAsync(Pass, Half with { Answer = "50% of all marks [1]." }, Operator, Token);

        var asked = Assert.Single(report.Changes, c => c.Question.Origin == GateOrigin.Asked);
        Assert.Equal("What is the pass mark on the MRes Optics? My name is [name], is there a swimming pool?", asked.Question.Text);
        Assert.Empty(asked.Question.EarlierTurns);
        Assert.Contains("50% of all marks [1].", asked.After.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing in them mentions '…'", asked.After.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", report.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Winter", report.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_entry_that_would_take_another_s_questions_shows_on_the_other_s_phrasings()
    {
        var greedy = Park with { Title = "Where do I park my bicycle?", Phrasings = ["Where do I park?", "park"], Answer = "In the shed." };

        var report = await GateOf().TryAsync(null, greedy, Operator, Token);

        Assert.Contains(report.Changes, c => c.Question is { Origin: GateOrigin.Entry, Text: "Where do I park?" } && c.Before.Entry == "park" && c.After.Entry != "park");
        Assert.Equal("park", report.Like[0].Item.Id);
        Assert.True(report.Tried[GateOrigin.Neighbour] > 0);
    }

    [Fact]
    public async Task Taken_out_of_use_an_entry_s_questions_go_back_to_the_documents()
    {
        var change = (await GateOf().TryAsync(Pass, null, Operator, Token)).Changes[0];

        Assert.Equal(("pass", null), (change.Before.Entry, change.After.Entry));
    }

    [Fact]
    public async Task When_the_time_is_out_it_says_what_was_left_out()
    {
        var report = await GateOf(most: TimeSpan.Zero).TryAsync(Pass, Half with { Answer = "Other." }, Operator, Token);

        Assert.Empty(report.Changes);
        Assert.Empty(report.Tried);
        Assert.True(report.LeftOut[GateOrigin.Entry] >= 1);
        Assert.Contains("No time was left for", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_it_shows_are_those_people_get_once_it_is_live()
    {
        // The oracle is the bot itself, after the edit went live.
        string[] questions = [Half.Title, "Where do I park?", "What is the English requirement of the MSc Robotics?", "pass mark optics", "is there a canteen", "hello", "who leads the programme?"];
        var tests = new GateTests([.. questions.Select((q, i) => new GateQuestion(GateOrigin.Test, $"{i}", q))], []);
        var edit = Half with { Title = "pass mark of optics", Phrasings = ["who leads the programme?", "where do I park?"], Answer = "It is 50% [1]." };

        var report = await GateOf(tests).TryAsync(Pass, edit, Operator, Token);
        var before = questions.Select(Ask).ToList();
        await FaqStore.DeskOf(_store).EditAsync(Pass, 1, _ => edit, new FaqAuthor("ada"), Token);
        await _live.RefreshAsync(_store, Token);

        for (var i = 0; i < questions.Length; i++)
        {
            var (now, change) = (Ask(questions[i]), report.Changes.FirstOrDefault(c => c.Question.Origin == GateOrigin.Test && c.Question.From == $"{i}"));
            Assert.Equal(before[i], change?.Before.Text ?? now);
            Assert.Equal(now, change?.After.Text ?? before[i]);
        }

        Assert.Contains(report.Changes, c => c.Question.Origin == GateOrigin.Test);

        string Ask(string question) => new Answerer(_papers, Knowledge, TimeProvider.System).Answer(new Question(question), Token).Reply.Text;
    }

    private PublishGate GateOf(GateTests? tests = null, TimeSpan? most = null) => new(new GateParts
    {
        Corpora = _papers,
        Knowledge = Knowledge,
        Trials = _live,
        Store = _store,
        Time = TimeProvider.System,
        Recent = _recent,
        Tests = () => tests ?? GateTests.None,
        Most = most ?? TimeSpan.FromMinutes(1),
    });
}
