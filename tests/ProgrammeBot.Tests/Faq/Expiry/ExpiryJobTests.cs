using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Expiry;

public sealed class ExpiryJobTests : IAsyncLifetime
{
    private static readonly DateOnly End = new(2026, 3, 20);
    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ExpiryJob Job => new(_bed.Store, _bed, _bed, _bed.Clock);

    public async ValueTask InitializeAsync() => _bed = await FaqBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Theory]
    [InlineData("2026-03-05", 0, 1)]
    [InlineData("2026-03-06", 1, 1)]
    [InlineData("2026-03-20", 1, 1)]
    [InlineData("2026-03-21", 1, 0)]
    public async Task Owners_are_warned_from_two_weeks_before_and_the_day_after_the_last_it_retires(string day, int told, int live)
    {
        await AddAsync("fees");
        On(day);

        await Job.RunAsync(Token);

        Assert.Equal(told, _bed.Told.Count);
        Assert.Equal(live, (await _bed.LiveAsync()).Count);
        Assert.Equal(1 - live, _bed.Changes);
    }

    [Fact]
    public async Task However_often_and_wherever_it_runs_everything_is_done_and_told_once()
    {
        await AddAsync("fees");
        On("2026-03-10");
        for (var i = 0; i < 3; i++)
        {
            await Job.RunAsync(Token);
        }

        Assert.Equal(NoticeKind.Expiring, Assert.Single(_bed.Told).Kind);
        On("2026-03-21");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Job.RunAsync(Token), Token)));

        Assert.Equal([NoticeKind.Expiring, NoticeKind.Expired], _bed.Told.Select(n => n.Kind));
        var history = await _bed.Desk.HistoryAsync(new FaqId("fees"), Token);
        Assert.Equal([("the bot", "retired: it was valid until 2026-03-20", FaqStatus.Retired), ("ada", "", FaqStatus.Live)], history.Select(r => (r.Entry.UpdatedBy, r.Note, r.Entry.Content.Status)));
    }

    [Fact]
    public async Task Each_role_is_told_of_its_own_entries_and_finds_the_notice_later()
    {
        await AddAsync("fees", "finance");
        await AddAsync("rent", "finance");
        await AddAsync("gym", null);
        On("2026-03-19");

        await Job.RunAsync(Token);

        Assert.Equal([(null, "One FAQ entry ends soon: look whether it still holds"), ("finance", "2 FAQ entries end soon: look whether they still hold")], _bed.Told.Select(n => (n.OwnerRole, n.Title)));
        Assert.Equal("About fees? (fees): 2026-03-20, tomorrow", _bed.Told[1].Lines[0]);
        Assert.Equal(
            "2 FAQ-Einträge enden bald: Sieh nach, ob sie noch stimmen\n- About fees? (fees): 2026-03-20, morgen\n- About rent? (rent): 2026-03-20, morgen",
            _bed.Told[1].In(SharedWording.For("de").Notices).ToString());
        Assert.Equal(["fees", "rent"], _bed.Told[1].Subjects);
        Assert.Equal(2, (await BoardAsync(new Moderator("f", "finance"))).Count);
        Assert.Equal(_bed.Told[0], Assert.Single(await BoardAsync(new Moderator("x", "sport"))));
        Assert.Equal(2, (await BoardAsync(FaqBed.Operator())).Count);
    }

    [Fact]
    public async Task An_entry_that_is_being_written_anew_is_left_to_its_writer()
    {
        await AddAsync("fees");
        await new FaqReviewDesk(_bed.Desk).SendToReviewAsync(new FaqId("fees"), null, new FaqDraft { ValidUntil = "2027-03-20" }, FaqBed.Operator(), "", Token);
        On("2026-03-21");

        await Job.RunAsync(Token);
        await Job.RunAsync(Token);

        Assert.Equal((FaqStatus.Review, 2), ((await _bed.FindAsync("fees")).Content.Status, (await _bed.FindAsync("fees")).Revision));
        Assert.Single(_bed.Told);
    }

    [Fact]
    public async Task A_new_end_is_warned_of_anew_and_what_was_brought_back_past_its_end_retires_again()
    {
        await AddAsync("fees");
        On("2026-03-10");
        await Job.RunAsync(Token);
        await _bed.Desk.EditAsync(new FaqId("fees"), null, new FaqDraft { ValidUntil = "2026-03-22" }, new FaqAuthor("ada"), Token);
        await Job.RunAsync(Token);
        Assert.Equal(2, _bed.Told.Count);

        On("2026-03-23");
        await Job.RunAsync(Token);
        await _bed.Desk.RestoreAsync(new FaqId("fees"), null, new FaqAuthor("ada"), Token);
        await Job.RunAsync(Token);
        Assert.Equal(FaqStatus.Retired, (await _bed.FindAsync("fees")).Content.Status);
    }

    [Fact]
    public async Task Only_the_latest_notices_are_kept_and_however_long_they_are_they_fit()
    {
        for (var i = 0; i < NoticeBoard.Most + 5; i++)
        {
            var notice = new Notice(NoticeKind.SourcesChanged, _bed.Clock.Now, $"n{i} {new string('"', 900)}") { Lines = [.. Enumerable.Repeat(new string('ü', 900), 40)] };
            await _bed.WriteAsync(unit => NoticeBoard.AddAsync(unit, notice, Token));
        }

        var kept = await BoardAsync(FaqBed.Operator());
        Assert.Equal(NoticeBoard.Most, kept.Count);
        Assert.StartsWith($"n{NoticeBoard.Most + 4} ", kept[0].Title, StringComparison.Ordinal);
        Assert.StartsWith("and ", kept[0].Lines[^1], StringComparison.Ordinal);
    }

    private Task<FaqEntry> AddAsync(string id, string? owner = null) =>
        _bed.AddAsync(id, SomeFaq.Content($"About {id}?") with { OwnerRole = owner, Valid = new Validity(null, End) });

    private Task<IReadOnlyList<Notice>> BoardAsync(Moderator moderator) => _bed.ReadAsync(unit => NoticeBoard.LatestAsync(unit, moderator, 100, Token));

    private void On(string day) => _bed.Clock.Now = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(10, 0), TimeSpan.Zero);
}
