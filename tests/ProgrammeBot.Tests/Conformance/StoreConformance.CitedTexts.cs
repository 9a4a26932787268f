using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Theory]
    [InlineData("")]
    [InlineData("line\nline\r\n\ttab \f page \0 nul | cell")]
    [InlineData("Größe 学費 👩🏽‍🎓 \uFEFF'; DROP TABLE cited_text; --")]
    public async Task A_text_comes_back_with_every_offset_where_it_was(string text)
    {
        var kept = new CitedText("guide", text);
        await KeepAsync(kept);

        await using var unit = await _store.ReadAsync(Token);
        var found = await unit.CitedTexts.FindAsync(kept.Cited, Token);

        Assert.Equal(kept, found);
        Assert.Equal(text.Length, found!.Text.Length);
    }

    [Fact]
    public async Task A_text_with_half_a_surrogate_pair_keeps_its_offsets() =>
        await A_text_comes_back_with_every_offset_where_it_was("half a \uD83D pair, 学費");

    [Fact]
    public async Task A_text_of_millions_of_characters_comes_back()
    {
        var kept = new CitedText("long", string.Concat(Enumerable.Repeat("ünïcode 👩🏽‍🎓 | ", 200_000)));
        await KeepAsync(kept);

        await using var unit = await _store.ReadAsync(Token);
        Assert.True(kept == await unit.CitedTexts.FindAsync(kept.Cited, Token));
    }

    [Fact]
    public async Task A_text_is_found_only_under_its_own_document_and_version()
    {
        var kept = new CitedText("guide", "text");
        await KeepAsync(kept, kept);

        await using var unit = await _store.ReadAsync(Token);

        Assert.Null(await unit.CitedTexts.FindAsync(new CitedText("other", "text").Cited, Token));
        Assert.Null(await unit.CitedTexts.FindAsync(new CitedText("guide", "other").Cited, Token));
        Assert.Equal([kept.Cited], await unit.CitedTexts.ListAsync(Token));
    }

    [Fact]
    public async Task Pruning_leaves_what_it_is_told_to_and_what_any_revision_of_an_entry_cites()
    {
        CitedText told = new("told", "t"), current = new("current", "t"), former = new("former", "t"), idle = new("told", "an older t");
        await KeepAsync(idle, told, former, current);
        await SaveAsync(Citing(former, basedOn: 0));
        await SaveAsync(Citing(current, basedOn: 1));

        await using (var unit = await _store.WriteAsync(Token))
        {
            Assert.Equal(1, await unit.CitedTexts.PruneAsync(new HashSet<CitedVersion> { told.Cited, new("unknown", idle.Cited.Version) }, Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Equal([current.Cited, former.Cited, told.Cited], await after.CitedTexts.ListAsync(Token));

        static FaqEdit Citing(CitedText text, int basedOn) =>
            new(new FaqId("citing"), SomeFaq.Content() with { Citations = [SomeFaq.Citation(text.Cited), SomeFaq.Citation(text.Cited)] }, basedOn, "ada");
    }

    private async Task KeepAsync(params CitedText[] texts)
    {
        await using var unit = await _store.WriteAsync(Token);
        foreach (var text in texts)
        {
            await unit.CitedTexts.KeepAsync(text, Token);
        }

        await unit.CommitAsync(Token);
    }
}
