using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq.Review;

public sealed class CorrectionDeskTests : IAsyncLifetime
{
    private static readonly FaqId Gym = new("gym");
    private static readonly PlaceId Team = PlaceId.Of("teams", "t", "team");
    private FaqBed _bed = null!; // set before each test

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bed = await FaqBed.OpenAsync();
        await _bed.AddAsync("gym", SomeFaq.Content("Is there a gym?") with { Answer = "No." });
    }

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public async Task Every_reply_of_an_older_revision_is_put_right_on_every_platform_with_the_answer_of_today()
    {
        await GivenAsync(1, 1, SomePlaces.Channel, SomePlaces.Thread);
        await GivenAsync(2, 1, Team);
        await _bed.Desk.EditAsync(Gym, null, new FaqDraft { Answer = "Yes, since May." }, new FaqAuthor("ada"), Token);
        await GivenAsync(3, 2, SomePlaces.Channel);
        var (discord, teams) = (new Corrector("discord"), new Corrector("teams") { Reaches = 0 });
        var desk = DeskOf(discord, teams);

        var found = await desk.FindAsync(Gym, FaqBed.Operator(), Token);
        Assert.Equal((2, 3), (found.Replies.Count, found.Messages));
        Assert.Equal([("discord", 2), ("teams", 1)], found.ByPlatform.OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
        Assert.Empty(discord.Asked);

        Assert.Equal(new CorrectionsSent(2, 1), await desk.SendAsync(found, "It opened.", FaqBed.Operator(), Token));
        var asked = Assert.Single(discord.Asked);
        Assert.Equal((2, "Yes, since May.", "It opened."), (asked.References.Count, asked.Correction.Now!.Text, asked.Correction.What));
        var record = Assert.Single(await _bed.ReadAsync(async unit => await unit.Audit.ListAsync(default, 9, Token)));
        Assert.Equal(("ada", "replies corrected", "gym", "2 messages changed, 1 out of reach"), (record.By, record.Action, record.Subject, record.Detail));
    }

    [Fact]
    public async Task What_answers_no_more_is_taken_back_and_a_platform_that_is_not_connected_counts_as_out_of_reach()
    {
        await GivenAsync(1, 1, SomePlaces.Channel);
        await _bed.Desk.RetireAsync(Gym, null, new FaqAuthor("ada"), Token);
        var discord = new Corrector("discord");

        Assert.Equal(new CorrectionsSent(1, 0), await DeskOf(discord).SendAsync(await DeskOf().FindAsync(Gym, FaqBed.Operator(), Token), "", FaqBed.Operator(), Token));
        Assert.Null(Assert.Single(discord.Asked).Correction.Now);
        Assert.Equal(new CorrectionsSent(0, 1), await DeskOf().SendAsync(await DeskOf().FindAsync(Gym, FaqBed.Operator(), Token), "", FaqBed.Operator(), Token));
    }

    [Fact]
    public async Task A_moderator_finds_and_corrects_only_what_stands_where_they_are_one()
    {
        await GivenAsync(1, 1, SomePlaces.Channel, PlaceId.Of("discord", "123", "5"));
        await GivenAsync(2, 1, Team);
        await _bed.Desk.RetireAsync(Gym, null, new FaqAuthor("ada"), Token);
        var here = new Moderator("mo", "mod") { Places = [SomePlaces.Guild] };
        var discord = new Corrector("discord");

        var found = await DeskOf().FindAsync(Gym, here, Token);
        Assert.Equal(SomePlaces.Channel, Assert.Single(Assert.Single(found.Replies).References).Place);

        // Not even with what somebody else found.
        await DeskOf(discord).SendAsync(await DeskOf().FindAsync(Gym, FaqBed.Operator(), Token), "", here, Token);
        Assert.Equal([SomePlaces.Channel], discord.Asked.SelectMany(a => a.References).Select(r => r.Place));
    }

    [Fact]
    public async Task Replies_are_put_right_one_after_another_with_a_pause_between()
    {
        for (var i = 1; i <= 3; i++)
        {
            await GivenAsync(i, 1, SomePlaces.Channel);
        }

        await _bed.Desk.RetireAsync(Gym, null, new FaqAuthor("ada"), Token);
        var (clock, discord) = (new HandClock(), new Corrector("discord"));
        var desk = new CorrectionDesk(PartsOf(discord) with { Time = clock, Pause = TimeSpan.FromSeconds(1) });

        var sending = desk.SendAsync(await desk.FindAsync(Gym, FaqBed.Operator(), Token), "", FaqBed.Operator(), Token);
        await clock.TurnToWaitAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Token);
        await clock.TurnToWaitAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Token);
        Assert.Equal(new CorrectionsSent(3, 0), await sending);
    }

    private CorrectionDesk DeskOf(params IReplyCorrector[] channels) => new(PartsOf(channels));

    private CorrectionParts PartsOf(params IReplyCorrector[] channels) => new()
    {
        Store = _bed.Store,
        Corpora = Northfield.WithAllPapers(),
        Scopes = Northfield.Scopes,
        Ids = new UlidSource(_bed.Clock, new Random(1).NextBytes),
        Time = TimeProvider.System,
        Pause = TimeSpan.Zero,
        Channels = () => channels,
    };

    private Task GivenAsync(int number, int revision, params PlaceId[] places) => _bed.WriteAsync(async unit =>
    {
        var id = new AnswerId(SomePlaces.Id(number));
        await unit.Answers.AddAsync(new AnswerRecord(id, _bed.Clock.Now, ReplyKind.Abstain) { Faq = new FaqRevisionId(Gym, revision) }, Token);
        foreach (var place in places)
        {
            await unit.ReplyReferences.SaveAsync(new ReplyReference(id, place, new ProtectedText($"cipher of {number} {place}"), SomePlaces.Hash($"{number} {place}"), _bed.Clock.Now.AddDays(1)), Token);
        }
    });

    private sealed class Corrector(string platform) : IReplyCorrector
    {
        public string Platform => platform;

        public int? Reaches { get; init; }

        public List<(IReadOnlyList<ReplyReference> References, ReplyCorrection Correction)> Asked { get; } = [];

        public Task<int> CorrectAsync(IReadOnlyList<ReplyReference> references, ReplyCorrection correction, CancellationToken cancellationToken)
        {
            Asked.Add((references, correction));
            return Task.FromResult(Reaches ?? references.Count);
        }
    }
}
