using ProgrammeBot.Answering;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Review;

public sealed class ReplyFixesTests : IAsyncLifetime
{
    private static readonly Northfield Papers = Northfield.WithAllPapers();
    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bed = await FaqBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task From_a_wrong_reply_to_a_live_fix_in_three_taps()
    {
        await _bed.AddAsync("gym", SomeFaq.Content("Gym?") with { Answer = "No." });
        var given = await GivenAsync(1, new FaqRevisionId(new FaqId("gym"), 1));

        // The first tap, on the reply; the second, in the form; the third makes it live.
        var fix = (await Fixes.OfAsync(given, "is there a gym", FaqBed.Operator(), Token))!;
        var form = fix.Draft with { Answer = "Yes." };
        var live = await new FaqReviewDesk(_bed.Desk).PublishAsync(fix.Entry!.Id, fix.Entry.Revision, form, FaqBed.Operator(), "a wrong reply", Token);

        var entry = Assert.IsType<FaqOutcome.Saved>(live).Entry;
        Assert.Equal(("Yes.", 2), (entry.Content.Answer, entry.LiveRevision));
        Assert.Equal(["is there a gym"], entry.Content.Phrasings);
        Assert.True((await Fixes.OfAsync(given, null, FaqBed.Operator(), Token))!.HasMovedOn);
    }

    [Fact]
    public async Task A_reply_of_no_entry_becomes_a_new_one_that_rests_on_what_it_quoted()
    {
        var pass = QuoteFinder.Find(FaqCitation.Unplaced("optics", "The pass mark is 50%."), Papers.Current, Northfield.Scopes, null)!;
        var given = await GivenAsync(1, null, new UsedPassage(new CitedVersion("optics", pass.Version), pass.Spans));

        var fix = (await Fixes.OfAsync(given, "what do I need to pass?", FaqBed.Operator(), Token))!;

        Assert.Null(fix.Entry);
        Assert.Equal(("what do I need to pass?", "The pass mark is 50%. [1]"), (fix.Draft.Title, fix.Draft.Answer));
        Assert.Equal("The pass mark is 50%.", Assert.Single(fix.Draft.Citations!).Quote);
        Assert.NotNull(fix.Draft.Over(null).Content);
    }

    [Fact]
    public async Task A_reply_given_elsewhere_or_forgotten_has_no_fix()
    {
        var given = await GivenAsync(1, null);

        Assert.Null(await Fixes.OfAsync(given, null, new Moderator("x", "mod") { Places = [SomePlaces.OtherGuild] }, Token));
        Assert.NotNull(await Fixes.OfAsync(given, null, new Moderator("x", "mod") { Places = [SomePlaces.Guild] }, Token));
        Assert.Null(await Fixes.OfAsync(new AnswerId(SomePlaces.Id(9)), null, FaqBed.Operator(), Token));
    }

    private static Citation? Quote(UsedPassage used) =>
        Papers.Current.Find(used.Cited.DocumentId) is { } document && document.Version == used.Cited.Version ? Citation.Of(document, 0, used.Spans) : null;

    private ReplyFixes Fixes => new(_bed.Store, Quote);

    private async Task<AnswerId> GivenAsync(int number, FaqRevisionId? from, params UsedPassage[] passages)
    {
        var id = new AnswerId(SomePlaces.Id(number));
        await _bed.WriteAsync(async unit => await unit.Answers.AddAsync(new AnswerRecord(id, _bed.Clock.Now, ReplyKind.Answer) { Faq = from, Passages = passages, Within = SomePlaces.Guild }, Token));
        return id;
    }
}
