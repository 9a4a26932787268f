using ProgrammeBot.Answering;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Passages;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Gaps;

public sealed class GapDeskTests : GapBed
{
    private const string Unknown = "Where can I park my bicycle?";

    [Fact]
    public async Task From_an_unanswered_question_to_a_live_entry()
    {
        Assert.IsType<Abstain>(Ask(Unknown, "ada").Reply);
        Ask("where may I park a bicycle", "ben");
        await KeepAsync();
        var gap = await OnlyGapAsync();
        Assert.Equal((2, Unknown), (gap.Count, gap.Title));

        var draft = GapDesk.Draft(gap);
        Assert.Equal((Unknown, "where may I park a bicycle"), (draft.Title, Assert.Single(draft.Phrasings!)));
        var decided = Assert.IsType<GapOutcome.Decided>(await Desk.MakeEntryAsync(Operator, gap.Id, draft with { Answer = "In the cellar." }, Token));

        Assert.Equal((GapState.Answered, decided.Entry!.Id, "Olga"), (decided.Gap.State, decided.Gap.Faq, decided.Gap.Decided!.By));
        Assert.Equal("In the cellar.", Assert.IsType<Abstain>(Answerer.Answer(new Question("where may i park a bicycle?"), Token).Reply).Text.Split('\n')[0]);
        Assert.Empty((await Desk.ListAsync(Operator, GapState.Open, Token)).Gaps);
        Assert.Equal([("gap decided", gap.Id.ToString())], (await AuditAsync()).Select(a => (a.Action, a.Subject)));
    }

    [Fact]
    public async Task An_entry_that_cannot_be_kept_leaves_the_gap_open()
    {
        var gap = await GapAsync();

        var outcome = Assert.IsType<GapOutcome.NotWritten>(await Desk.MakeEntryAsync(Operator, gap.Id, new FaqDraft { Title = " " }, Token));

        Assert.IsType<FaqOutcome.Invalid>(outcome.Why);
        Assert.Equal(GapState.Open, (await OnlyGapAsync()).Gap.State);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task An_entry_that_there_is_takes_the_questions_as_phrasings_in_review_where_it_is_not_theirs()
    {
        var entry = Assert.IsType<FaqOutcome.Saved>(await Faq.AddAsync(new FaqDraft { Title = "Bikes?", Answer = "In the cellar.", OwnerRole = "porters" }, new FaqAuthor("eve"), null, Token)).Entry;
        var gap = await GapAsync(Guild);

        var decided = Assert.IsType<GapOutcome.Decided>(await Desk.AddToEntryAsync(OfGuild, gap.Id, entry.Id, Token));

        Assert.Equal([Unknown], decided.Entry!.Content.Phrasings);
        Assert.Equal((FaqStatus.Review, 1, "porters"), (decided.Entry.Content.Status, decided.Entry.LiveRevision, decided.Entry.Content.OwnerRole));
        Assert.Equal(entry.Id, decided.Gap.Faq);
        Assert.IsType<FaqOutcome.Missing>(Assert.IsType<GapOutcome.NotWritten>(await Desk.AddToEntryAsync(Operator, gap.Id, new FaqId("none"), Token)).Why);
    }

    [Fact]
    public async Task A_passage_that_is_pointed_at_answers_word_for_word_from_then_on()
    {
        Ask("Who may sign my timesheets?", "ada");
        Ask("who may sign my timesheets", "ben");
        await KeepAsync();
        var gap = await OnlyGapAsync();
        var passage = Desk.Look("Professor Ada Winter leads the programme", 1, Token)[0];

        var decided = Assert.IsType<GapOutcome.Decided>(await Desk.PointAtAsync(Operator, gap.Id, passage.Id, Token));

        Assert.Equal(GapState.InTheDocuments, decided.Gap.State);
        var answer = Assert.IsType<Answer>(Answerer.Answer(new Question("Who may sign my timesheets?"), Token).Reply);
        Assert.Equal(decided.Entry!.Id.ToString(), answer.Faq);
        Assert.Contains("Professor Ada Winter leads the programme.", answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.IsType<GapOutcome.NoPassage>(await Desk.PointAtAsync(Operator, gap.Id, new PassageId("robotics", 999), Token));
    }

    [Fact]
    public async Task What_is_not_ours_is_declined_from_then_on_and_answered_again_when_that_is_taken_back()
    {
        const string Asked = "Where do robot engineers find employers?";
        var before = Assert.IsType<Answer>(Ask(Asked, "ada").Reply);
        Collector.NotHelpful(Ask(Asked, "ada"));
        Collector.NotHelpful(Ask(Asked, "ben"));
        await KeepAsync();
        var gap = await OnlyGapAsync();

        Assert.Equal(GapState.NotOurs, Assert.IsType<GapOutcome.Decided>(await Desk.NotOursAsync(Operator, gap.Id, Token)).Gap.State);
        Assert.IsType<Abstain>(Answerer.Answer(new Question(Asked), Token).Reply);
        Assert.IsType<Abstain>(Answerer.Answer(new Question("where do robot engineers find employers"), Token).Reply);
        Assert.IsType<Answer>(Answerer.Answer(new Question("How long does the MSc Robotics last?"), Token).Reply);
        Assert.IsType<GapOutcome.Unchanged>(await Desk.NotOursAsync(Operator, gap.Id, Token));

        Assert.Equal(GapState.Open, Assert.IsType<GapOutcome.Decided>(await Desk.ReopenAsync(Operator, gap.Id, Token)).Gap.State);
        Assert.Equal(before.Text, Answerer.Answer(new Question(Asked), Token).Reply.Text);
        Assert.Empty(await ReadAsync(unit => unit.Negatives.ListAsync(null, Token)));
        Assert.Equal(["gap reopened", "gap decided"], (await AuditAsync()).Select(a => a.Action));
    }

    [Fact]
    public async Task An_entry_that_answered_what_is_not_ours_does_so_no_more()
    {
        const string Asked = "Where can I park my bicycle?";
        await Faq.AddAsync(new FaqDraft { Title = Asked, Answer = "In the cellar." }, new FaqAuthor("eve"), null, Token);
        var reply = Answerer.Answer(new Question(Asked), Token).Reply;
        Assert.NotNull((reply as Abstain)?.Faq);
        Collector.NotHelpful(Ask(Asked, "ada"));
        Collector.NotHelpful(Ask(Asked, "ben"));
        await KeepAsync();

        await Desk.NotOursAsync(Operator, (await OnlyGapAsync()).Id, Token);

        Assert.Null(Assert.IsType<Abstain>(Answerer.Answer(new Question(Asked), Token).Reply).Faq);
    }

    [Fact]
    public async Task A_moderator_sees_the_questions_of_their_places_and_no_word_of_others()
    {
        Ask(Unknown, "ada", OtherGuild);
        Ask("Where may I park a bicycle?", "ben", OtherGuild);
        Ask("where can I park my bicycle please", "cem", Guild);
        await KeepAsync();

        var hidden = await Desk.ListAsync(OfGuild, GapState.Open, Token);
        Assert.Equal((0, 1, 1), (hidden.Gaps.Count, hidden.HiddenGroups, hidden.HiddenQuestions));
        Ask("where can I park my bicycle", "dan", Guild);
        await KeepAsync();

        var seen = await OnlyGapAsync(OfGuild);
        Assert.Equal((2, "where can I park my bicycle please"), (seen.Count, seen.Title));
        Assert.Equal(["where can I park my bicycle please", "where can I park my bicycle"], seen.Phrasings);
        Assert.DoesNotContain("Where may I park a bicycle?", GapDesk.Draft(seen).Phrasings!);
        Assert.Equal(4, (await OnlyGapAsync()).Count);
        Assert.IsType<GapOutcome.NotYours>(await Desk.NotOursAsync(OfGuild, seen.Id, Token));
        Assert.IsType<GapOutcome.Missing>(await Desk.ReopenAsync(new Moderator("Eve", "staff") { Places = [PlaceId.Of("discord", "3")] }, seen.Id, Token));
    }

    [Fact]
    public async Task What_hurts_most_comes_first_and_weeks_reasons_and_scopes_are_counted()
    {
        Ask("Does the canteen serve vegan meals?", "a");
        Ask("Does the canteen serve vegan meals?", "b");
        await KeepAsync();
        Clock.Turn(TimeSpan.FromDays(15));
        Ask(Unknown, "a", scope: "msc-robotics");
        Collector.Escalated(new Ticket(Ids.NextTicket(), Place, Unknown, Clock.GetUtcNow()) { Scope = "msc-robotics", Asker = new PersonReference(new ProtectedText("x"), KeyedHash.Of(new byte[32])) }, null, null);
        await KeepAsync();

        var list = await Desk.ListAsync(Operator, GapState.Open, Token);

        Assert.Equal([Unknown, "Does the canteen serve vegan meals?"], list.Gaps.Select(g => g.Title));
        Assert.Equal((2, 0, 2), (list.Gaps[0].PerWeek[^1], list.Gaps[1].PerWeek[^1], list.Gaps[1].PerWeek[^3]));
        Assert.Equal([new("msc-robotics", 2)], list.Gaps[0].PerScope);
        Assert.Equal([new(GapReason.Unanswered, 1), new(GapReason.Escalated, 1)], list.Gaps[0].PerReason);
        Assert.Equal("msc-robotics", GapDesk.Draft(list.Gaps[0]).Scope);
    }

    [Fact]
    public void One_more_question_always_hurts_more_and_none_less_for_being_worse()
    {
        var (random, now) = (new Random(3), Clock.GetUtcNow());
        for (var i = 0; i < 200; i++)
        {
            var gap = new Gap(Ids.NextGap(), "x?", now);
            List<GapQuestion> questions = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Question((GapReason)random.Next(3), random.Next(100)))];
            var (reason, days) = ((GapReason)random.Next(2), random.Next(100));
            var hurt = new GapView(gap, questions, now).Hurt;
            var more = new GapView(gap, [.. questions, Question(reason, days)], now).Hurt;
            var worse = new GapView(gap, [.. questions, Question(reason + 1, days)], now).Hurt;
            Assert.True(hurt < more && more < worse, $"{hurt} {more} {worse}");

            GapQuestion Question(GapReason why, int ago) => new(Ids.NextGapQuestion(), gap.Id, "x?", now.AddDays(-ago), why);
        }
    }

    private async Task<GapView> GapAsync(PlaceId? within = null)
    {
        Ask(Unknown, "ada", within);
        Ask(Unknown, "ben", within);
        await KeepAsync();
        return await OnlyGapAsync();
    }

    private Task<IReadOnlyList<AuditRecord>> AuditAsync() => ReadAsync(unit => unit.Audit.ListAsync(default, 10, Token));
}
