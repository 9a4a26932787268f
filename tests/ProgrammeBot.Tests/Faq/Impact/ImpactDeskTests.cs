using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Impact;

public sealed class ImpactDeskTests : IAsyncLifetime
{
    private const string Pass = "The pass mark is 50% in every module.", Length = "The course lasts one year, full time.";
    private static readonly SourceDocument Guide = Draw("guide", $"# Assessment\n{Pass}\n# Length\n{Length}");
    private static readonly Northfield Before = new(Guide, Draw("other", "# Other\nNothing of note."));

    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ImpactDesk Desk => new(_bed.Store, Before, Northfield.Scopes, () => new GateTests([new GateQuestion(GateOrigin.Test, "q.csv 1", "pass?") { Documents = ["guide"] }, new GateQuestion(GateOrigin.Test, "q.csv 2", "other?") { Documents = ["other"] }], []), _bed, _bed.Clock);

    public async ValueTask InitializeAsync()
    {
        _bed = await FaqBed.OpenAsync();
        await _bed.AddAsync("pass", Entry("What is the pass mark?", Pass) with { OwnerRole = "exams" });
        await _bed.AddAsync("length", Entry("How long is it?", Length));
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?"));
    }

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Words_that_went_and_words_that_moved_are_told_apart_and_what_stayed_is_not_named()
    {
        var report = await Desk.WithAsync(Draw("guide", $"# A preface that moves everything\nOf no matter.\n# Assessment\nThe pass mark is 40%.\n# Duration\n{Length}"), Token);

        Assert.Equal([new DocumentChange("guide", DocumentFate.Changed)], report.Documents);
        Assert.Equal(["length", "pass"], report.Entries.Select(e => e.Entry.Id.ToString()));
        Assert.Equal(new CitedPlace("guide", "Duration"), report.Entries[0].Citations[0].Now);
        Assert.False(report.Entries[0].IsUnserved);
        Assert.True(report.Entries[1].IsUnserved);
        Assert.Equal((new CitedPlace("guide", "Assessment"), true), (report.Entries[1].Citations[0].Before, report.Entries[1].Citations[0].IsLost));
        Assert.Equal(["pass?"], report.Tests.Select(t => t.Text));
    }

    [Fact]
    public async Task A_change_that_leaves_the_words_where_they_stand_touches_no_entry()
    {
        var report = await Desk.WithAsync(Draw("guide", $"# Assessment\nBe calm. {Pass}\n# Length\n{Length} That is long."), Token);

        Assert.Empty(report.Entries);
        Assert.Single(report.Documents);
    }

    [Fact]
    public async Task A_document_that_goes_takes_its_entries_with_it_unless_another_has_the_words()
    {
        Assert.Equal(["length", "pass"], (await Desk.WithoutAsync("guide", Token)).Entries.Where(e => e.IsUnserved).Select(e => e.Entry.Id.ToString()));
        var both = new ImpactDesk(_bed.Store, new Northfield(Guide, Draw("copy", $"# Copied\n{Pass}")), Northfield.Scopes, () => GateTests.None, _bed, _bed.Clock);

        var report = await both.WithoutAsync("guide", Token);

        Assert.Equal(new CitedPlace("copy", "Copied"), report.Entries.Single(e => e.Entry.Id.ToString() == "pass").Citations[0].Now);
    }

    [Fact]
    public async Task A_review_beside_what_answers_is_looked_at_too()
    {
        await new FaqReviewDesk(_bed.Desk).SendToReviewAsync(new FaqId("gym"), null, new ProgrammeBot.Faq.FaqDraft { Citations = [FaqCitation.Unplaced("guide", Pass)] }, FaqBed.Operator(), "", Token);

        var gym = (await Desk.WithoutAsync("guide", Token)).Entries.Single(e => e.Entry.Id.ToString() == "gym");

        Assert.Equal((false, false, FaqStatus.Review), (gym.IsLive, gym.IsUnserved, gym.Entry.Content.Status));
    }

    [Fact]
    public async Task Recent_replies_that_quoted_what_went_are_found_and_those_whose_words_stand_are_not()
    {
        await GivenAsync(1, Pass);
        await GivenAsync(2, Length);
        await _bed.WriteAsync(async unit => await unit.CitedTexts.KeepAsync(CitedText.Of(Guide), Token));

        var report = await Desk.WithAsync(Draw("guide", $"# Length\nNow: {Length}"), Token);

        Assert.Equal([new AnswerId(SomePlaces.Id(1))], report.Answers.Select(a => a.Id));
        Assert.Contains("1 recent replies quoted what is gone", report.ToString(), StringComparison.Ordinal);

        async Task GivenAsync(int number, string words)
        {
            var at = Guide.Text.IndexOf(words, StringComparison.Ordinal);
            var passage = new UsedPassage(new CitedVersion("guide", Guide.Version), [new TextSpan(at, at + words.Length)]);
            await _bed.WriteAsync(async unit => await unit.Answers.AddAsync(new AnswerRecord(new AnswerId(SomePlaces.Id(number)), _bed.Clock.Now, ReplyKind.Answer) { Passages = [passage] }, Token));
        }
    }

    [Fact]
    public async Task Owners_are_told_once_for_a_change_and_again_when_words_that_came_back_go_again()
    {
        var (then, gone) = (await Desk.SnapshotAsync(Before.Current, Token), new Northfield(Draw("guide", $"# Length\n{Length}")));
        var report = await Desk.BetweenAsync(then, gone.Current, Token);

        await Desk.TellAsync(report, Token);
        await Desk.TellAsync(await Desk.BetweenAsync(then, gone.Current, Token), Token);
        var notice = Assert.Single(_bed.Told);
        Assert.Equal(("exams", NoticeKind.SourcesChanged, "guide, other changed: 1 FAQ entry rests on it, 1 is not served any more"), (notice.OwnerRole, notice.Kind, notice.Title));
        Assert.Equal($"What is the pass mark? (pass): gone from guide, Assessment: \"{Pass}\"", Assert.Single(notice.Lines));
        Assert.Equal(
            $"Geändert: guide, other. Darauf beruht 1 FAQ-Eintrag, 1 wird nicht mehr gezeigt\n- What is the pass mark? (pass): steht nicht mehr in guide, Assessment: „{Pass}“",
            notice.In(SharedWording.For("de").Notices).ToString());

        var back = await Desk.BetweenAsync(await Desk.SnapshotAsync(gone.Current, Token), Before.Current, Token);
        Assert.Equal([new FaqId("pass")], back.Restored);
        await Desk.TellAsync(back, Token);
        await Desk.TellAsync(await Desk.BetweenAsync(await Desk.SnapshotAsync(Before.Current, Token), gone.Current, Token), Token);
        Assert.Equal(2, _bed.Told.Count);
    }

    [Fact]
    public async Task An_entry_written_since_the_last_look_has_moved_nowhere()
    {
        var then = await Desk.SnapshotAsync(Before.Current, Token);
        await _bed.AddAsync("new", Entry("New?", Length));

        Assert.True((await Desk.BetweenAsync(then, Before.Current, Token)).IsNone);
        await _bed.AddAsync("wrong", Entry("Wrong?", "These words stand nowhere at all."));
        Assert.Equal(["wrong"], (await Desk.BetweenAsync(then, Before.Current, Token)).Entries.Select(e => e.Entry.Id.ToString()));
        Assert.Equal(["wrong"], (await Desk.NowAsync(Token)).Entries.Select(e => e.Entry.Id.ToString()));
    }

    private static FaqContent Entry(string title, string quote) => new() { Title = title, Answer = "So it is [1].", Citations = [FaqCitation.Unplaced("guide", quote)], Status = FaqStatus.Live };

    private static SourceDocument Draw(string id, string drawing) => Sketch.Of(id, drawing);
}
