using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task An_answer_comes_back_with_its_entry_and_passages_in_order()
    {
        CitedVersion one = new CitedText("one", "1").Cited, two = new CitedText("two", "2").Cited;
        var answer = Answered(1) with { Faq = new FaqRevisionId(new FaqId("fees"), 3), Passages = [SomePlaces.Passage(two), SomePlaces.Passage(one), SomePlaces.Passage(two)], Scope = "msc-aml" };
        var plain = Answered(2, ReplyKind.SmallTalk);
        Assert.Equal([true, true], await LogAsync(answer, plain));

        await using var unit = await (await OpenAsync()).ReadAsync(Token);

        Assert.Equal(answer, await unit.Answers.FindAsync(answer.Id, Token));
        Assert.Equal(plain, await unit.Answers.FindAsync(plain.Id, Token));
        Assert.Null(await unit.Answers.FindAsync(new AnswerId(SomePlaces.Id(3)), Token));
        Assert.Null(await unit.Answers.FindAsync(default, Token));
    }

    [Fact]
    public async Task An_answer_is_logged_once()
    {
        var cited = new CitedText("one", "1").Cited;
        Assert.Equal([true, false], await LogAsync(Answered(1) with { Passages = [SomePlaces.Passage(cited)] }, Answered(1, ReplyKind.Abstain) with { Passages = [SomePlaces.Passage(cited), SomePlaces.Passage(cited)] }));

        await using var unit = await _store.ReadAsync(Token);
        var kept = await unit.Answers.FindAsync(new AnswerId(SomePlaces.Id(1)), Token);
        Assert.Equal((ReplyKind.Answer, 1), (kept!.Kind, kept.Passages.Count));
    }

    [Fact]
    public async Task The_answers_of_an_entry_come_the_newest_first()
    {
        var fees = new FaqId("fees");
        await LogAsync(
            Answered(1) with { Faq = new FaqRevisionId(fees, 1) },
            Answered(3) with { Faq = new FaqRevisionId(fees, 2) },
            Answered(2) with { Faq = new FaqRevisionId(fees, 1) },
            Answered(4) with { Faq = new FaqRevisionId(new FaqId("Fees"), 1) },
            Answered(5));

        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal([3, 2, 1], (await unit.Answers.FromAsync(fees, 10, Token)).Select(a => Number(a.Id)));
        Assert.Equal([3], (await unit.Answers.FromAsync(fees, 1, Token)).Select(a => Number(a.Id)));
        Assert.Empty(await unit.Answers.FromAsync(fees, 0, Token));
        Assert.Empty(await unit.Answers.FromAsync(default, 10, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.Answers.FromAsync(fees, -1, Token));

        static int Number(AnswerId id) => int.Parse(id.ToString()[21..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_answers_that_quoted_a_document_come_the_newest_first_whichever_version_they_quoted()
    {
        CitedVersion old = new CitedText("guide", "1").Cited, now = new CitedText("guide", "2").Cited, other = new CitedText("guide-2", "1").Cited;
        await LogAsync(
            Answered(1) with { Passages = [SomePlaces.Passage(old), SomePlaces.Passage(now)] },
            Answered(3) with { Passages = [SomePlaces.Passage(now)], Within = SomePlaces.Guild },
            Answered(2) with { Passages = [SomePlaces.Passage(other)] },
            Answered(4));

        await using var unit = await _store.ReadAsync(Token);
        var citing = await unit.Answers.CitingAsync("guide", 10, Token);
        Assert.Equal([3, 1], citing.Select(a => Number(a.Id.Value)));
        Assert.Equal((SomePlaces.Guild, 2), (citing[0].Within, citing[1].Passages.Count));
        Assert.Single(await unit.Answers.CitingAsync("guide", 1, Token));
        Assert.Empty(await unit.Answers.CitingAsync("nobody's", 10, Token));
        Assert.Empty(await unit.Answers.CitingAsync("\0\ud800", 10, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await unit.Answers.CitingAsync("guide", -1, Token));
    }

    [Fact]
    public async Task Answers_are_counted_by_day_kind_scope_and_place()
    {
        await LogAsync(Answered(9, ReplyKind.SmallTalk));
        _clock.Turn(TimeSpan.FromHours(1));
        var since = _clock.GetUtcNow();
        await LogAsync(
            Answered(1, ReplyKind.Abstain), Answered(2), Answered(3) with { Scope = "msc-aml" }, Answered(4) with { Scope = "msc-aml" },
            Answered(5) with { Scope = "msc-aml", Within = SomePlaces.Guild }, Answered(6) with { Scope = "Msc-aml" });
        _clock.Turn(TimeSpan.FromHours(23) - TimeSpan.FromMilliseconds(1));
        await LogAsync(Answered(7));
        _clock.Turn(TimeSpan.FromMilliseconds(1));
        await LogAsync(Answered(8));

        await using var unit = await _store.ReadAsync(Token);
        var day = new DateOnly(2026, 1, 1);
        Assert.Equal(
            [
                new(day, ReplyKind.Answer, null, null, 2),
                new(day, ReplyKind.Answer, "Msc-aml", null, 1),
                new(day, ReplyKind.Answer, "msc-aml", null, 2),
                new(day, ReplyKind.Answer, "msc-aml", SomePlaces.Guild, 1),
                new(day, ReplyKind.Abstain, null, null, 1),
                new(day.AddDays(1), ReplyKind.Answer, null, null, 1),
            ],
            await unit.Answers.CountAsync(since, Token));
        Assert.Empty(await unit.Answers.CountAsync(_clock.GetUtcNow().AddMilliseconds(1), Token));
    }

    [Fact]
    public async Task Answers_before_a_time_are_forgotten_and_then_free_the_texts_they_cite()
    {
        CitedText old = new("old", "t"), recent = new("recent", "t");
        await KeepAsync(old, recent);
        await LogAsync(Answered(1) with { Passages = [SomePlaces.Passage(old.Cited)] });
        var between = _clock.GetUtcNow() + TimeSpan.FromHours(1);
        _clock.Turn(TimeSpan.FromHours(1));
        await LogAsync(Answered(2) with { Passages = [SomePlaces.Passage(recent.Cited)] });

        await using (var unit = await _store.WriteAsync(Token))
        {
            Assert.Equal(0, await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion>(), Token));
            Assert.Equal(1, await unit.Answers.RemoveBeforeAsync(between, Token));
            Assert.Equal(1, await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion>(), Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Null(await after.Answers.FindAsync(new AnswerId(SomePlaces.Id(1)), Token));
        Assert.NotNull(await after.Answers.FindAsync(new AnswerId(SomePlaces.Id(2)), Token));
        Assert.Equal([recent.Cited], await after.CitedTexts.ListAsync(Token));
    }

    private AnswerRecord Answered(int id, ReplyKind kind = ReplyKind.Answer) => new(new AnswerId(SomePlaces.Id(id)), _clock.GetUtcNow(), kind);

    private async Task<List<bool>> LogAsync(params AnswerRecord[] answers)
    {
        var added = new List<bool>();
        await WriteAsync(async unit =>
        {
            foreach (var answer in answers)
            {
                added.Add(await unit.Answers.AddAsync(answer, Token));
            }
        });
        return added;
    }
}
