using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Care;
using ProgrammeBot.Gaps;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Gaps;

public sealed class GapCollectorTests : GapBed
{
    private const string Unknown = "Where can I park my bicycle?";

    protected override CareBook Care { get; } = new([new CareKind("distress", [WordPattern.Parse("want to die", new Dictionary<string, IReadOnlyList<string>>(), out _)!], [], "Talk to somebody.")]); // a pattern

    [Fact]
    public async Task A_refusal_is_a_gap_and_an_answer_and_talk_are_none()
    {
        Ask(Unknown, within: Guild);
        Ask("How long does the MSc Robotics last?");
        Ask("hello");
        await KeepAsync();

        var question = Assert.Single(await QuestionsAsync());
        Assert.Equal((Unknown, GapReason.Unanswered, (PlaceId?)Guild), (question.Text, question.Reason, question.Within));
        Assert.Equal(Unknown, Assert.Single(await GapsAsync()).Question);
    }

    [Fact]
    public async Task Nobody_s_name_or_number_comes_into_the_store()
    {
        Ask("I'm Priya (s1234567), where can I park my bicycle? priya@mail.example");
        await KeepAsync();

        Assert.Equal("I'm [name] ([id]), where can I park my bicycle? [mail]", Assert.Single(await QuestionsAsync()).Text);
        Assert.DoesNotContain("Priya", Assert.Single(await GapsAsync()).Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_in_distress_wrote_is_not_kept_whichever_way_it_comes()
    {
        var given = new GivenReply(Ids.NextAnswer(), "I do not know", new Abstain("Talk to somebody.") { IsPrivate = true }, "ada", Place, null);
        Collector.Given(given);
        Collector.NotHelpful(given);
        Collector.Escalated(TicketOf(given), given, Guild);
        Collector.Escalated(TicketOf(given with { Question = "I want to die" }), null, Guild);
        await KeepAsync();

        Assert.Empty(await QuestionsAsync());
    }

    [Fact]
    public async Task What_did_not_help_and_what_was_brought_to_moderators_counts_too()
    {
        var answered = Ask("How long does the MSc Robotics last?", "ada");
        Collector.NotHelpful(answered);
        Collector.Escalated(TicketOf(answered), answered with { Asker = "ben" }, null);
        await KeepAsync();

        Assert.Equal([GapReason.NotHelpful, GapReason.Escalated], (await QuestionsAsync()).Select(q => q.Reason));
        Assert.Single(await GapsAsync());
    }

    [Fact]
    public async Task What_an_entry_says_that_nobody_knows_is_no_gap()
    {
        Collector.Given(new GivenReply(Ids.NextAnswer(), Unknown, new Abstain("Nobody knows.") { Faq = "parking" }, "ada", Place, null));
        await KeepAsync();

        Assert.Empty(await QuestionsAsync());
    }

    [Fact]
    public async Task Whoever_asks_the_same_again_within_a_day_counts_once()
    {
        Ask(Unknown, "ada");
        Ask("where can i park my bicycle", "ada");
        Ask(Unknown, "ben");
        Clock.Turn(TimeSpan.FromHours(23));
        Ask(Unknown, "ada");
        await KeepAsync();
        Assert.Equal(2, (await QuestionsAsync()).Count);

        Clock.Turn(TimeSpan.FromHours(2));
        Ask(Unknown, "ada");
        await KeepAsync();
        Assert.Equal(3, (await QuestionsAsync()).Count);
    }

    [Fact]
    public async Task Like_questions_are_one_gap_and_others_are_others_also_after_a_restart()
    {
        Ask(Unknown, "ada");
        Ask("Where can I park a bicycle?", "ben");
        Ask("Does the canteen serve vegan meals?", "cem");
        await KeepAsync();

        var fresh = new GapCollector(NewKeeper(), Care, Clock);
        fresh.Given(Ask("where may I park my bicycle?", "dan"));
        await fresh.RunAsync(e => throw e, new CancellationToken(true));

        Assert.Equal([3, 1], (await QuestionsAsync()).CountBy(q => q.Gap).Select(g => g.Value));
    }

    [Fact]
    public async Task The_same_question_on_two_programmes_is_two_gaps()
    {
        Ask("Is there a swimming pool for this?", "ada", scope: "msc-robotics");
        Ask("Is there a swimming pool for this?", "ben", scope: "mres-optics");
        Ask("Is there a swimming pool for this?", "cem", scope: "mres-optics-2025");
        await KeepAsync();

        Assert.Equal(["msc-robotics", "mres-optics"], (await GapsAsync()).Select(g => g.Scope));
        Assert.Equal([1, 2], (await QuestionsAsync()).CountBy(q => q.Gap).Select(g => g.Value));
    }

    [Theory]
    [InlineData(GapState.Answered, GapState.Open)]
    [InlineData(GapState.InTheDocuments, GapState.Open)]
    [InlineData(GapState.NotOurs, GapState.NotOurs)]
    public async Task What_is_asked_in_vain_again_opens_again_unless_it_is_not_ours(GapState decided, GapState then)
    {
        Ask(Unknown, "ada");
        await KeepAsync();
        await WriteAsync(async unit => await unit.Gaps.SaveAsync((await unit.Gaps.ListAsync(null, Token))[0].DecidedBy("mo", Clock.GetUtcNow(), decided), Token));
        Clock.Turn(TimeSpan.FromMinutes(1));

        Ask(Unknown, "ben");
        await KeepAsync();

        Assert.Equal(then, Assert.Single(await GapsAsync()).State);
        Assert.Equal(2, (await QuestionsAsync()).Count);
    }

    [Fact]
    public async Task Telling_never_waits_and_what_has_no_room_is_counted()
    {
        for (var i = 0; i < 1_500; i++)
        {
            Collector.Given(new GivenReply(Ids.NextAnswer(), $"Where is building {i}?", new Abstain("No."), "ada", Place, null));
        }

        Assert.Equal(500, Collector.Dropped);
        await KeepAsync();
        Assert.Equal(1_000, (await QuestionsAsync()).Count);
    }

    [Fact]
    public async Task A_question_of_any_length_is_kept_cut_and_scrubbed_before()
    {
        Collector.Given(new GivenReply(Ids.NextAnswer(), string.Concat(Enumerable.Repeat("parking ", 61)) + "my mail is anna@mail.example and more", new Abstain("No."), "ada", Place, null));
        await KeepAsync();

        var text = Assert.Single(await QuestionsAsync()).Text;
        Assert.InRange(text.Length, 450, Gap.MaxQuestionLength);
        Assert.DoesNotContain("anna", text, StringComparison.Ordinal);
    }

    private static Ticket TicketOf(GivenReply given) => new(new TicketId(given.Id.Value), Place, given.Question, DateTimeOffset.UnixEpoch)
    {
        Asker = new PersonReference(new ProtectedText("x"), KeyedHash.Of(new byte[32])),
    };

    private Task<IReadOnlyList<GapQuestion>> QuestionsAsync() => ReadAsync(unit => unit.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token));

    private Task<IReadOnlyList<Gap>> GapsAsync() => ReadAsync(unit => unit.Gaps.ListAsync(null, Token));

    private async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var unit = await Store.WriteAsync(Token);
        await write(unit);
        await unit.CommitAsync(Token);
    }
}
