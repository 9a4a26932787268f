using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_reply_is_found_by_its_message_and_its_messages_by_the_reply()
    {
        var first = Reference(1, "m1", asker: "ada");
        var second = Reference(1, "m2");
        var other = Reference(2, "m3", asker: "ben");
        await ReferAsync(first, second, other);

        await using var unit = await (await OpenAsync()).ReadAsync(Token);

        Assert.Equal(first, await unit.ReplyReferences.FindAsync(first.MessageHash, Token));
        Assert.Equal(second, await unit.ReplyReferences.FindAsync(second.MessageHash, Token));
        Assert.Equal(new[] { first, second }.OrderBy(r => r.MessageHash.ToString(), StringComparer.Ordinal), await unit.ReplyReferences.OfAsync(first.Answer, Token));
        Assert.Null(await unit.ReplyReferences.FindAsync(SomePlaces.Hash("m4"), Token));
        Assert.Null(await unit.ReplyReferences.FindAsync(default, Token));
        Assert.Empty(await unit.ReplyReferences.OfAsync(new AnswerId(SomePlaces.Id(9)), Token));
    }

    [Fact]
    public async Task A_reference_of_the_same_reply_and_message_is_replaced()
    {
        var later = Reference(1, "m1", SomePlaces.Thread);
        await ReferAsync(Reference(1, "m1", asker: "ada"), later);

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([later], await unit.ReplyReferences.OfAsync(later.Answer, Token));
    }

    [Fact]
    public async Task Of_two_replies_in_one_message_the_newest_is_found()
    {
        await ReferAsync(Reference(2, "m1"), Reference(1, "m1"));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(new AnswerId(SomePlaces.Id(2)), (await unit.ReplyReferences.FindAsync(SomePlaces.Hash("m1"), Token))!.Answer);
    }

    [Fact]
    public async Task What_expired_is_found_by_nobody_and_purged()
    {
        await ReferAsync(Reference(1, "short", lifetime: TimeSpan.FromHours(1)), Reference(1, "long", lifetime: TimeSpan.FromHours(2)));
        _clock.Turn(TimeSpan.FromHours(1));

        await using (var unit = await _store.WriteAsync(Token))
        {
            Assert.Null(await unit.ReplyReferences.FindAsync(SomePlaces.Hash("short"), Token));
            Assert.Single(await unit.ReplyReferences.OfAsync(new AnswerId(SomePlaces.Id(1)), Token));
            Assert.Equal(1, await unit.ReplyReferences.PurgeAsync(Token));
            Assert.Equal(0, await unit.ReplyReferences.PurgeAsync(Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.NotNull(await after.ReplyReferences.FindAsync(SomePlaces.Hash("long"), Token));
    }

    [Fact]
    public async Task Forget_me_takes_a_person_s_references_and_nobody_else_s()
    {
        await ReferAsync(Reference(1, "m1", asker: "ada"), Reference(2, "m2", asker: "ada"), Reference(3, "m3", asker: "ben"), Reference(4, "m4"));

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal(2, await unit.ReplyReferences.RemovePersonAsync(SomePlaces.Hash("ada"), Token));
        Assert.Equal(0, await unit.ReplyReferences.RemovePersonAsync(SomePlaces.Hash("ada"), Token));
        Assert.Equal(0, await unit.ReplyReferences.RemovePersonAsync(default, Token));
        Assert.NotNull(await unit.ReplyReferences.FindAsync(SomePlaces.Hash("m3"), Token));
        Assert.NotNull(await unit.ReplyReferences.FindAsync(SomePlaces.Hash("m4"), Token));
    }

    [Fact]
    public async Task What_points_at_a_person_comes_by_answer_until_it_expires()
    {
        await ReferAsync(
            Reference(3, "m3", asker: "ada"), Reference(1, "m1", asker: "ada"), Reference(2, "m2", asker: "ben"), Reference(4, "m4"),
            Reference(5, "m5", asker: "ada", lifetime: TimeSpan.FromHours(1)));
        _clock.Turn(TimeSpan.FromHours(1));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([1, 3], (await unit.ReplyReferences.OfPersonAsync(SomePlaces.Hash("ada"), Token)).Select(r => Number(r.Answer.Value)));
        Assert.Empty(await unit.ReplyReferences.OfPersonAsync(default, Token));
    }

    [Fact]
    public async Task A_deleted_message_and_a_left_guild_take_their_references()
    {
        await ReferAsync(
            Reference(1, "m1"), Reference(2, "m1"), Reference(3, "m2"), Reference(4, "m3", SomePlaces.Thread), Reference(5, "m4", SomePlaces.Guild), Reference(6, "m5", SomePlaces.OtherGuild));

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal(2, await unit.ReplyReferences.RemoveMessageAsync(SomePlaces.Hash("m1"), Token));
        Assert.Equal(3, await unit.ReplyReferences.RemoveUnderAsync(SomePlaces.Guild, Token));
        Assert.NotNull(await unit.ReplyReferences.FindAsync(SomePlaces.Hash("m5"), Token));
    }

    [Fact]
    public async Task The_longest_address_comes_back_unchanged()
    {
        var longest = new ProtectedText(new string('\'', ProtectedText.MaxLength));
        var reference = new ReplyReference(new AnswerId(SomePlaces.Id(1)), SomePlaces.Channel, longest, SomePlaces.Hash("m"), _clock.GetUtcNow().AddDays(1))
        {
            Asker = new PersonReference(longest, SomePlaces.Hash("ada")),
        };
        await ReferAsync(reference);

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([reference], await unit.ReplyReferences.OfAsync(reference.Answer, Token));
    }

    private ReplyReference Reference(int answer, string message, PlaceId? place = null, string? asker = null, TimeSpan? lifetime = null) => new(
        new AnswerId(SomePlaces.Id(answer)), place ?? SomePlaces.Channel, new ProtectedText($"cipher of {message}"), SomePlaces.Hash(message), _clock.GetUtcNow() + (lifetime ?? TimeSpan.FromDays(30)))
    {
        Asker = asker is null ? null : SomePlaces.Person(asker),
    };

    private Task ReferAsync(params ReplyReference[] references) => WriteAsync(async unit =>
    {
        foreach (var reference in references)
        {
            await unit.ReplyReferences.SaveAsync(reference, Token);
        }
    });
}
