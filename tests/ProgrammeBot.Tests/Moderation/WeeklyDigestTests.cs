using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Gaps;
using ProgrammeBot.Intents;
using ProgrammeBot.Moderation;
using ProgrammeBot.Moderation.Digest;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Asking;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Voting;

namespace ProgrammeBot.Tests.Moderation;

public sealed class WeeklyDigestTests : AskingBed, IModeratorNews
{
    private static readonly PlaceId Guild = PlaceId.Of("discord", "12");
    private static readonly PlaceId Channel = PlaceId.Of("discord", "12", "34");
    private static readonly PlaceId Other = PlaceId.Of("discord", "99");

    private readonly List<Notice> _told = [];

    [Fact]
    public async Task On_its_day_each_place_is_told_its_week_once()
    {
        await FillAsync();
        var digest = Digest(DayOfWeek.Monday);

        Clock.Turn(TimeSpan.FromDays(4) + TimeSpan.FromHours(WeeklyDigest.Hour) - TimeSpan.FromMinutes(1)); // the clock begins on a Thursday
        Assert.Empty(await digest.RunAsync(Token));
        Clock.Turn(TimeSpan.FromMinutes(1));
        await digest.RunAsync(Token);
        await Digest(DayOfWeek.Monday).RunAsync(Token);

        Assert.Equal([Guild, Other], _told.Select(n => n.Within!.Value));
        Assert.Equal(
            """
            The week
            - Answered: 1 of 2 questions.
            - Waiting for a moderator: 1 question.
            - Not answered: “where is the pool?”, asked twice this week, 2 in all
            - Voted down: “Is there a gym?”, 1 of 1 votes
            - Ends on 2026-01-10: “Is there a gym?”
            - Waiting for review: 1 entry.
            - Changed: “Is there a choir?” by a moderator
            - Changed: “Is there a gym?” by ada
            """.ReplaceLineEndings("\n"),
            _told[0].ToString());
        Assert.Equal(
            """
            Die Woche
            - Beantwortet: 1 von 2 Fragen.
            - Es warten auf die Moderation: 1 Frage.
            - Nicht beantwortet: „where is the pool?“, diese Woche zweimal gefragt, insgesamt 2
            - Nicht hilfreich: „Is there a gym?“, 1 von 1 Stimmen
            - Endet am 2026-01-10: „Is there a gym?“
            - Zur Prüfung wartet: 1 Eintrag.
            - Geändert: „Is there a choir?“ von jemand aus der Moderation
            - Geändert: „Is there a gym?“ von ada
            """.ReplaceLineEndings("\n"),
            _told[0].In(SharedWording.For("de").Notices).ToString());
        Assert.DoesNotContain("pool", _told[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("Nobody asked anything here.", _told[1].ToString(), StringComparison.Ordinal);
        await using var unit = await Store.ReadAsync(Token);
        Assert.Equal([Guild], (await NoticeBoard.LatestAsync(unit, new Moderator("ben", "mods") { Places = [Guild] }, 10, Token)).Select(n => n.Within!.Value));
    }

    [Fact]
    public async Task The_next_week_it_is_told_again()
    {
        await FillAsync();
        Clock.Turn(TimeSpan.FromDays(4.5));
        await Digest(DayOfWeek.Monday).RunAsync(Token);
        Clock.Turn(TimeSpan.FromDays(7));
        await Digest(DayOfWeek.Monday).RunAsync(Token);

        Assert.Equal(4, _told.Count);
        Assert.Contains("Nobody asked anything here.", _told[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_is_never_told()
    {
        await FillAsync();
        for (var day = 0; day < 8; day++)
        {
            Clock.Turn(TimeSpan.FromDays(1));
            Assert.Empty(await Digest(null).RunAsync(Token));
        }
    }

    Task IModeratorNews.TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        _told.Add(notice);
        return Task.CompletedTask;
    }

    private WeeklyDigest Digest(DayOfWeek? day)
    {
        var bot = Northfield.WithAllPapers();
        var faq = new FaqDesk(Store, FaqBook.Empty, NobodyWatches.Instance, Ids);
        var answerer = new Answerer(bot, new Knowledge(Northfield.Scopes), Clock);
        var gaps = new GapDesk(Store, new GatedEdits(faq, new FaqReviewDesk(faq), null), NobodyWatches.Instance, answerer, bot, Ids, new GapOptions(), Clock);
        return new WeeklyDigest(Store, gaps, new FeedbackDesk(Store, NobodyWatches.Instance, bot), this, day, Clock);
    }

    private async Task FillAsync()
    {
        var now = Clock.GetUtcNow();
        var (gym, choir) = (new FaqId("gym"), new FaqId("choir"));
        var gap = new Gap(Ids.NextGap(), "where is the pool?", now);
        var (answered, refused) = (Ids.NextAnswer(), Ids.NextAnswer());
        await using var unit = await Store.WriteAsync(Token);
        await unit.Places.SaveAsync(new Place(Guild, PlaceSettings.None), Token);
        await unit.Places.SaveAsync(new Place(Channel, new PlaceSettings { ModeratorChannel = "56" }, Guild), Token);
        await unit.Places.SaveAsync(new Place(Other, new PlaceSettings { ModeratorChannel = "77" }), Token);
        await unit.Faq.SaveAsync(new FaqEdit(gym, new FaqContent { Title = "Is there a gym?", Answer = "Yes.", Status = FaqStatus.Live, Valid = new Validity(null, new DateOnly(2026, 1, 10)) }, 0, "ada"), Token);
        Clock.Turn(TimeSpan.FromSeconds(1));
        await unit.Faq.SaveAsync(new FaqEdit(choir, new FaqContent { Title = "Is there a choir?", Answer = "Yes.", Status = FaqStatus.Review }, 0, "discord:users:7"), Token);
        await unit.Gaps.SaveAsync(gap, Token);
        foreach (var text in (string[])["where is the pool?", "is there a pool"])
        {
            await unit.Gaps.AddAsync(new GapQuestion(Ids.NextGapQuestion(), gap.Id, text, now, GapReason.Unanswered) { Within = Guild }, Token);
        }

        await unit.Answers.AddAsync(new AnswerRecord(answered, now, ReplyKind.Answer) { Within = Guild, Faq = new FaqRevisionId(gym, 1) }, Token);
        await unit.Answers.AddAsync(new AnswerRecord(refused, now, ReplyKind.Abstain) { Within = Guild }, Token);
        await unit.Feedback.SaveAsync(new Feedback(Ids.NextFeedback(), answered, Vote.NotHelpful, now, FeedbackReason.Wrong), Token);
        await unit.Tickets.SaveAsync(new Ticket(Ids.NextTicket(), Channel, "where is the pool?", now), Token);
        await unit.CommitAsync(Token);
    }
}
