using ProgrammeBot.Faq;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Gaps;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Voting;

namespace ProgrammeBot.Tests.Voting;

public sealed class FeedbackDeskTests : GapBed
{
    private FeedbackDesk Votes => field ??= new FeedbackDesk(Store, Watching, Northfield.WithAllPapers());

    [Fact]
    public async Task Votes_move_the_entry_they_are_on_and_an_edit_starts_it_anew()
    {
        var entry = await AddAsync("Where is the gym?");
        await AddAsync("Where is the pool?");
        await VoteAsync(entry, 12, Vote.NotHelpful, FeedbackReason.Wrong);

        Assert.Equal(1, await Votes.TuneAsync(Token));
        var offset = Assert.Single((await ReadAsync(unit => unit.FaqTuning.ReadAsync(Token))).Offsets);
        Assert.Equal(entry.Id, offset.Key);
        Assert.InRange(offset.Value, -0.05, -0.01);
        Assert.Equal(offset.Value, Live.Current.Match("Where is the gym?", 1)[0].Score - ScoreWithoutVotes, 3);
        Assert.Equal(0, await Votes.TuneAsync(Token));

        await Faq.EditAsync(entry.Id, 1, new FaqDraft { Answer = "Behind the library." }, new FaqAuthor("ada"), Token);
        Assert.Equal(1, await Votes.TuneAsync(Token));
        Assert.Empty((await ReadAsync(unit => unit.FaqTuning.ReadAsync(Token))).Offsets);
    }

    [Fact]
    public async Task The_worst_comes_first_by_entry_and_by_passage_and_only_what_is_theirs_to_see()
    {
        var (good, bad) = (await AddAsync("Where is the gym?"), await AddAsync("Where is the pool?"));
        await VoteAsync(good, 3, Vote.Helpful);
        await VoteAsync(bad, 3, Vote.NotHelpful, FeedbackReason.OutOfDate, "ask anna@mail.example", Guild);
        var quoted = new UsedPassage(new CitedVersion("robotics", Northfield.WithAllPapers().Current.Find("robotics")!.Version), [new ProgrammeBot.Documents.TextSpan(0, 8)]);
        await VoteAsync(null, 1, Vote.NotHelpful, null, "", Guild, quoted);

        var all = await Votes.ReportAsync(Operator, DateTimeOffset.MinValue, Token);
        Assert.Equal([bad.Id, good.Id], all.Entries.Select(e => e.Id));
        Assert.Equal((0, 3, "Where is the pool?"), (all.Entries[0].Tally.Helpful, all.Entries[0].Tally.NotHelpful, all.Entries[0].Title));
        Assert.Equal([new(FeedbackReason.OutOfDate, 3)], all.Entries[0].Tally.Reasons);
        Assert.Equal("ask [mail]", all.Entries[0].Tally.Words[0]);
        Assert.Equal("Overview", Assert.Single(all.Passages).Cited!.Quote);

        var theirs = await Votes.ReportAsync(OfGuild, DateTimeOffset.MinValue, Token);
        Assert.Equal([bad.Id], theirs.Entries.Select(e => e.Id));
        Assert.Equal(0, (await Votes.OfEntryAsync(OfGuild, good.Id, Token))!.Tally.Helpful);
        Assert.Equal(3, (await Votes.OfEntryAsync(Operator, good.Id, Token))!.Tally.Helpful);
        Assert.Null(await Votes.OfEntryAsync(Operator, new FaqId("none"), Token));
        Assert.Empty((await Votes.ReportAsync(Operator, Clock.GetUtcNow().AddDays(1), Token)).Entries);
    }

    [Fact]
    public async Task The_latest_votes_are_shown_without_what_points_at_anybody_and_only_those_of_one_s_places()
    {
        var entry = await AddAsync("Where is the gym?");
        await VoteAsync(entry, 1, Vote.NotHelpful, FeedbackReason.Wrong, "my name is Anna Winter, mail anna@mail.example");
        await VoteAsync(entry, 1, Vote.NotHelpful, FeedbackReason.Unclear, "call 020 7946 0958", Guild);
        await VoteAsync(null, 1, Vote.Helpful);

        var all = await Votes.LatestAsync(Operator, 10, Token);
        Assert.Equal(["", "call [phone]", "my name is [name], mail [mail]"], all.Select(v => v.Words));
        Assert.Equal([null, "Where is the gym?", "Where is the gym?"], all.Select(v => v.Title));
        Assert.Equal(["call [phone]"], (await Votes.LatestAsync(OfGuild, 10, Token)).Select(v => v.Words));
        Assert.Equal(["", "call [phone]"], (await Votes.LatestAsync(Operator, 2, Token)).Select(v => v.Words));
        Assert.Empty(await Votes.LatestAsync(Operator, 0, Token));
    }

    private double ScoreWithoutVotes { get; set; }

    private async Task<FaqEntry> AddAsync(string title)
    {
        var entry = Assert.IsType<FaqOutcome.Saved>(await Faq.AddAsync(new FaqDraft { Title = title, Answer = "There." }, new FaqAuthor("ada"), null, Token)).Entry;
        ScoreWithoutVotes = Live.Current.Match("Where is the gym?", 1)[0].Score;
        return entry;
    }

    private async Task VoteAsync(FaqEntry? entry, int times, Vote vote, FeedbackReason? reason = null, string words = "", PlaceId? within = null, params UsedPassage[] passages)
    {
        await using var unit = await Store.WriteAsync(Token);
        for (var i = 0; i < times; i++)
        {
            var answer = new AnswerRecord(Ids.NextAnswer(), Clock.GetUtcNow(), ReplyKind.Answer)
            {
                Faq = entry is null ? null : new FaqRevisionId(entry.Id, entry.Revision),
                Within = within,
                Passages = passages,
            };
            await unit.Answers.AddAsync(answer, Token);
            await unit.Feedback.SaveAsync(new Feedback(Ids.NextFeedback(), answer.Id, vote, Clock.GetUtcNow(), reason, words), Token);
        }

        await unit.CommitAsync(Token);
    }
}
