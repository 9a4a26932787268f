using ProgrammeBot.App.Faq;
using ProgrammeBot.Asking;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Gate;

public sealed class GatedEditsTests : IAsyncLifetime
{
    private const string Parking = "Where can I park my bicycle?";

    private static readonly Moderator Ada = FaqBed.Operator(), Ben = FaqBed.Operator("ben");
    private static readonly FaqId Park = new("park");

    private readonly Northfield _papers = Northfield.WithAllPapers();
    private readonly LiveFaq _live;
    private FaqBed _bed = null!; // set before each test

    public GatedEditsTests() => _live = new LiveFaq(Northfield.Scopes, _papers, null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bed = await FaqBed.OpenAsync();
        await _bed.AddAsync("park", SomeFaq.Content(Parking) with { Answer = "In the cellar." });
        await _live.RefreshAsync(_bed.Store, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _bed.DisposeAsync();
        _live.Dispose();
    }

    [Fact]
    public async Task What_changes_only_its_own_answer_goes_live_at_once()
    {
        var edit = await Edits().EditAsync(Park, 1, new FaqDraft { Answer = "Behind the hall." }, Ada, "", null, Token);

        Assert.Equal((FaqStatus.Live, 2), StatusOf(edit.Outcome));
        Assert.True(edit.Report!.IsHarmless);
        Assert.Single(edit.Report.Changes);
        Assert.Null(edit.Waiting);
    }

    [Fact]
    public async Task What_takes_the_answer_of_another_entry_is_kept_as_a_draft_until_it_is_said_again()
    {
        var edit = await Edits().AddAsync(new FaqDraft { Title = Parking, Answer = "Nowhere." }, Ada, "", null, Token);

        Assert.Equal((FaqStatus.Draft, null), StatusOf(edit.Outcome));
        Assert.Equal("In the cellar.", Assert.Single(edit.Report!.Surprises).Before.Text);
        var waiting = edit.Waiting!;
        Assert.Equal(["park@1"], await _bed.LiveAsync());

        Assert.IsType<FaqOutcome.Unchanged>((await Edits().PublishAsync(waiting.Id, waiting.Revision, Ada, null, Token)).Outcome);
        Assert.Equal((FaqStatus.Live, 2), StatusOf(await Edits().MakeLiveAsync(waiting.Id, waiting.Revision, Ada, Token)));
    }

    [Fact]
    public async Task A_draft_is_kept_as_it_is_and_tried_only_when_it_shall_be_live()
    {
        var edit = await Edits().AddAsync(new FaqDraft { Title = Parking, Answer = "Nowhere.", Status = FaqStatus.Draft }, Ada, "mine", null, Token);

        Assert.Null(edit.Report);
        Assert.Equal("mine", Assert.Single(await _bed.Desk.HistoryAsync(edit.Entry!.Id, Token)).Note);
        Assert.NotNull((await Edits().PublishAsync(edit.Entry.Id, null, Ada, null, Token)).Waiting);
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_what_is_said_again_goes_to_review_and_another_one_makes_it_live()
    {
        var strict = Edits(secondPerson: true);
        var waiting = (await strict.AddAsync(new FaqDraft { Title = Parking, Answer = "Nowhere." }, Ada, "", null, Token)).Waiting!;

        Assert.Equal((FaqStatus.Review, null), StatusOf(await strict.MakeLiveAsync(waiting.Id, waiting.Revision, Ada, Token)));
        Assert.Equal(FaqRefusal.OwnWork, Assert.IsType<FaqOutcome.Refused>(await strict.MakeLiveAsync(waiting.Id, null, Ada, Token)).Why);
        Assert.NotNull((await strict.PublishAsync(waiting.Id, null, Ben, null, Token)).Waiting);
        Assert.Equal((FaqStatus.Live, 3), StatusOf(await strict.MakeLiveAsync(waiting.Id, null, Ben, Token)));
    }

    [Fact]
    public async Task A_change_of_another_role_s_entry_waits_in_review_whatever_it_changes()
    {
        await _bed.WriteAsync(async unit => await unit.Faq.SaveAsync(new FaqEdit(Park, SomeFaq.Content(Parking) with { Answer = "In the cellar.", OwnerRole = "porters", Status = FaqStatus.Live }, 1, "ada", ""), Token));

        var edit = await Edits().EditAsync(Park, 2, new FaqDraft { Answer = "Nowhere." }, new Moderator("fay", "fees") { Places = [] }, "", null, Token);

        Assert.Equal((FaqStatus.Review, 2), StatusOf(edit.Outcome));
    }

    [Fact]
    public async Task What_is_wrong_or_out_of_date_is_not_tried_and_changes_nothing()
    {
        Assert.IsType<FaqOutcome.Invalid>((await Edits().AddAsync(new FaqDraft { Title = " " }, Ada, "", null, Token)).Outcome);
        var late = await Edits().EditAsync(Park, 7, new FaqDraft { Answer = "Nowhere." }, Ada, "", null, Token);
        Assert.Equal((typeof(FaqOutcome.Conflict), null), (late.Outcome.GetType(), late.Report));
        Assert.IsType<FaqOutcome.Missing>((await Edits().PublishAsync(new FaqId("none"), null, Ada, null, Token)).Outcome);
        Assert.Equal(["park@1"], await _bed.LiveAsync());
    }

    private static (FaqStatus, int?) StatusOf(FaqOutcome outcome) => Assert.IsType<FaqOutcome.Saved>(outcome).Entry is var entry ? (entry.Content.Status, entry.LiveRevision) : default;

    private GatedEdits Edits(bool secondPerson = false) => new(
        _bed.Desk,
        new FaqReviewDesk(_bed.Desk, secondPerson),
        new PublishGate(new GateParts
        {
            Corpora = _papers,
            Knowledge = new(Northfield.Scopes) { Faq = _live },
            Trials = _live,
            Store = _bed.Store,
            Time = TimeProvider.System,
            Recent = new RecentQuestions(TimeProvider.System),
        }));
}
