using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_gap_comes_back_as_it_was_at_every_step_of_its_life()
    {
        var gap = await Step(SomeGap(1) with { Scope = "msc-aml" });
        gap = await Step(gap.DecidedBy("ben", _clock.GetUtcNow(), GapState.Answered, new FaqId("fees")));
        gap = await Step(gap.Reopened());
        gap = await Step(gap.DecidedBy("cyd", _clock.GetUtcNow().AddHours(1), GapState.InTheDocuments));
        Assert.Equal((4, null, "cyd"), (gap.Revision, gap.Faq, gap.Decided!.By));

        async Task<Gap> Step(Gap next)
        {
            var stands = Assert.IsType<GapSave.Saved>(await SaveAsync(next)).Gap;
            Assert.Equal(next with { Revision = next.Revision + 1 }, stands);
            await using var unit = await _store.ReadAsync(Token);
            Assert.Equal(stands, await unit.Gaps.FindAsync(next.Id, Token));
            return stands;
        }
    }

    [Fact]
    public async Task Of_two_moderators_deciding_one_gap_the_second_is_told_who_was_first()
    {
        var open = Assert.IsType<GapSave.Saved>(await SaveAsync(SomeGap(1))).Gap;
        var first = Assert.IsType<GapSave.Saved>(await SaveAsync(open.DecidedBy("ben", _clock.GetUtcNow(), GapState.NotOurs))).Gap;

        Assert.Equal(new GapSave.Conflict(first), await SaveAsync(open.DecidedBy("cyd", _clock.GetUtcNow(), GapState.Answered)));
        Assert.Equal(new GapSave.Conflict(first), await SaveAsync(SomeGap(1)));
        Assert.IsType<GapSave.Missing>(await SaveAsync(SomeGap(2) with { Revision = 1 }));
        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(first, await unit.Gaps.FindAsync(open.Id, Token));
        Assert.Null(await unit.Gaps.FindAsync(new GapId(SomePlaces.Id(2)), Token));
        Assert.Null(await unit.Gaps.FindAsync(default, Token));
    }

    [Fact]
    public async Task Gaps_come_the_oldest_first_all_or_of_one_state()
    {
        await SaveAsync(SomeGap(3));
        await SaveAsync(SomeGap(1));
        await SaveAsync(SomeGap(2).DecidedBy("ben", _clock.GetUtcNow(), GapState.NotOurs));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([1, 2, 3], (await unit.Gaps.ListAsync(null, Token)).Select(g => Number(g.Id.Value)));
        Assert.Equal([1, 3], (await unit.Gaps.ListAsync(GapState.Open, Token)).Select(g => Number(g.Id.Value)));
        Assert.Equal([2], (await unit.Gaps.ListAsync(GapState.NotOurs, Token)).Select(g => Number(g.Id.Value)));
        Assert.Empty(await unit.Gaps.ListAsync(GapState.Answered, Token));
    }

    [Fact]
    public async Task A_question_comes_back_whole_once_and_only_with_its_gap()
    {
        await SaveAsync(SomeGap(1));
        await SaveAsync(SomeGap(2));
        var full = SomeQuestion(12, 1) with { Scope = "msc-aml", Within = SomePlaces.Guild, Answer = new AnswerId(SomePlaces.Id(7)) };
        var later = SomeQuestion(11, 2, _clock.GetUtcNow().AddDays(1));
        await WriteAsync(async u =>
        {
            Assert.True(await u.Gaps.AddAsync(full, Token));
            Assert.False(await u.Gaps.AddAsync(full with { Scope = "other" }, Token));
            Assert.True(await u.Gaps.AddAsync(later, Token));
            Assert.False(await u.Gaps.AddAsync(SomeQuestion(13, 3), Token));
        });

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([later, full], await unit.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token));
        Assert.Equal([full], await unit.Gaps.QuestionsAsync(full.Gap, DateTimeOffset.MinValue, Token));
        Assert.Equal([later], await unit.Gaps.QuestionsAsync(null, _clock.GetUtcNow().AddMilliseconds(1), Token));
        Assert.Equal([full], await unit.Gaps.QuestionsAsync(full.Gap, full.At, Token));
        Assert.Empty(await unit.Gaps.QuestionsAsync(full.Gap, later.At, Token));
        Assert.Empty(await unit.Gaps.QuestionsAsync(new GapId(SomePlaces.Id(3)), DateTimeOffset.MinValue, Token));
    }

    [Fact]
    public async Task Old_questions_are_forgotten_with_the_open_gaps_that_none_is_left_of_and_no_decided_one()
    {
        var later = _clock.GetUtcNow().AddDays(1);
        await SaveAsync(SomeGap(1));
        await SaveAsync(SomeGap(2));
        await SaveAsync(SomeGap(3).DecidedBy("ben", later, GapState.NotOurs));
        await AddAsync(SomeQuestion(11, 1), SomeQuestion(12, 2), SomeQuestion(13, 2, later), SomeQuestion(14, 3));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(3, await unit.Gaps.RemoveBeforeAsync(later, Token));
        Assert.Equal(0, await unit.Gaps.RemoveBeforeAsync(later, Token));
        Assert.Equal([2, 3], (await unit.Gaps.ListAsync(null, Token)).Select(g => Number(g.Id.Value)));
        Assert.Equal([13], (await unit.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token)).Select(q => Number(q.Id.Value)));
    }

    [Fact]
    public async Task A_guild_s_questions_go_with_it_and_nobody_else_s()
    {
        await SaveAsync(SomeGap(1));
        await SaveAsync(SomeGap(2));
        await AddAsync(
            SomeQuestion(11, 1) with { Within = SomePlaces.Guild },
            SomeQuestion(12, 2) with { Within = SomePlaces.Guild },
            SomeQuestion(13, 2) with { Within = SomePlaces.OtherGuild },
            SomeQuestion(14, 2));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(2, await unit.Gaps.RemoveUnderAsync(SomePlaces.Guild, Token));
        Assert.Equal(0, await unit.Gaps.RemoveUnderAsync(default, Token));
        Assert.Equal([2], (await unit.Gaps.ListAsync(null, Token)).Select(g => Number(g.Id.Value)));
        Assert.Equal([13, 14], (await unit.Gaps.QuestionsAsync(null, DateTimeOffset.MinValue, Token)).Select(q => Number(q.Id.Value)));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_a_gap_holds_come_back_unchanged(string words)
    {
        var gap = new Gap(new GapId(SomePlaces.Id(1)), words, _clock.GetUtcNow()) { Scope = words }.DecidedBy(words, _clock.GetUtcNow(), GapState.NotOurs);
        await SaveAsync(gap);
        var question = new GapQuestion(new GapQuestionId(SomePlaces.Id(2)), gap.Id, words, _clock.GetUtcNow(), GapReason.Escalated) { Scope = words, Within = PlaceId.Of("web", words) };
        await AddAsync(question);

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(gap with { Revision = 1 }, await unit.Gaps.FindAsync(gap.Id, Token));
        Assert.Equal([question], await unit.Gaps.QuestionsAsync(gap.Id, DateTimeOffset.MinValue, Token));
    }

    private static int Number(Ulid id) => int.Parse(id.ToString()[21..], System.Globalization.CultureInfo.InvariantCulture);

    private Gap SomeGap(int id) => new(new GapId(SomePlaces.Id(id)), "Is there a field trip?", _clock.GetUtcNow());

    private GapQuestion SomeQuestion(int id, int gap, DateTimeOffset? at = null) =>
        new(new GapQuestionId(SomePlaces.Id(id)), new GapId(SomePlaces.Id(gap)), "Where does the trip go?", at ?? _clock.GetUtcNow(), GapReason.Unanswered);

    private Task AddAsync(params GapQuestion[] questions) => WriteAsync(async unit =>
    {
        foreach (var question in questions)
        {
            Assert.True(await unit.Gaps.AddAsync(question, Token));
        }
    });

    private async Task<GapSave> SaveAsync(Gap gap)
    {
        await using var unit = await _store.WriteAsync(Token);
        var saved = await unit.Gaps.SaveAsync(gap, Token);
        await unit.CommitAsync(Token);
        return saved;
    }
}
