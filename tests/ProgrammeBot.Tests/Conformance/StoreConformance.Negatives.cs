using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Examples_of_what_must_not_match_come_the_oldest_first_all_or_of_an_entry()
    {
        await SaveAsync(SomeFaq.Edit("fees"));
        var cited = new CitedText("guide", "text").Cited;
        var second = Negative.Of(Example(2), new FaqId("fees"), "What does lunch cost?", "ben", _clock.GetUtcNow());
        var first = Negative.Of(Example(1), SomePlaces.Passage(cited), "Who teaches it?", "ben", _clock.GetUtcNow());
        await WriteAsync(async u =>
        {
            Assert.True(await u.Negatives.AddAsync(second, Token));
            Assert.True(await u.Negatives.AddAsync(first, Token));
            Assert.False(await u.Negatives.AddAsync(first, Token));
            Assert.False(await u.Negatives.AddAsync(Negative.Of(Example(3), new FaqId("nobody"), "x", "ben", _clock.GetUtcNow()), Token));
        });

        await using var unit = await (await OpenAsync()).WriteAsync(Token);

        Assert.Equal([first, second], await unit.Negatives.ListAsync(null, Token));
        Assert.Equal([second], await unit.Negatives.ListAsync(new FaqId("fees"), Token));
        Assert.Empty(await unit.Negatives.ListAsync(new FaqId("nobody"), Token));
        Assert.True(await unit.Negatives.RemoveAsync(first.Id, Token));
        Assert.False(await unit.Negatives.RemoveAsync(first.Id, Token));
        Assert.Equal([second], await unit.Negatives.ListAsync(null, Token));
    }

    [Fact]
    public async Task The_text_of_a_passage_that_must_not_match_is_kept()
    {
        var text = new CitedText("guide", "text");
        await KeepAsync(text);
        await WriteAsync(async u => await u.Negatives.AddAsync(Negative.Of(Example(1), SomePlaces.Passage(text.Cited), "Who?", "ben", _clock.GetUtcNow()), Token));

        await using var unit = await _store.WriteAsync(Token);
        Assert.Equal(0, await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion>(), Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_must_not_match_comes_back_unchanged(string words)
    {
        await SaveAsync(SomeFaq.Edit("fees"));
        var negative = Negative.Of(Example(1), new FaqId("fees"), words, words, _clock.GetUtcNow());
        await WriteAsync(async u => await u.Negatives.AddAsync(negative, Token));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([negative], await unit.Negatives.ListAsync(null, Token));
    }

    private static NegativeId Example(int id) => new(SomePlaces.Id(id));
}
