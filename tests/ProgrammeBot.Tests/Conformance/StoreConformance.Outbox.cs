using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task What_was_acknowledged_is_pending_on_its_platform_until_it_is_delivered_also_after_a_restart()
    {
        PendingReply first = Pending(1), second = Pending(2, SomePlaces.Thread), other = Pending(3, PlaceId.Of("teams", "12", "34")), alike = Pending(4, PlaceId.Of("discord2", "12"));
        await WriteAsync(async u =>
        {
            foreach (var pending in (PendingReply[])[second, other, alike, first])
            {
                Assert.True(await u.Outbox.AddAsync(pending, Token));
            }

            Assert.False(await u.Outbox.AddAsync(first, Token));
        });

        await using var unit = await (await OpenAsync()).WriteAsync(Token);

        Assert.Equal([first, second], await unit.Outbox.ListAsync("discord", Token));
        Assert.Equal([other], await unit.Outbox.ListAsync("teams", Token));
        Assert.Empty(await unit.Outbox.ListAsync("web", Token));
        Assert.Empty(await unit.Outbox.ListAsync("", Token));
        Assert.True(await unit.Outbox.RemoveAsync(first.Id, Token));
        Assert.False(await unit.Outbox.RemoveAsync(first.Id, Token));
        Assert.Equal([second], await unit.Outbox.ListAsync("discord", Token));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_nothing_is_pending_any_more()
    {
        await WriteAsync(async u => await u.Outbox.AddAsync(Pending(1), Token));
        _clock.Turn(TimeSpan.FromMinutes(1));
        await WriteAsync(async u => await u.Outbox.AddAsync(Pending(2), Token));
        _clock.Turn(TimeSpan.FromMinutes(14));

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal([new PendingReplyId(SomePlaces.Id(2))], (await unit.Outbox.ListAsync("discord", Token)).Select(p => p.Id));
        Assert.Equal(1, await unit.Outbox.PurgeAsync(Token));
        Assert.False(await unit.Outbox.RemoveAsync(new PendingReplyId(SomePlaces.Id(1)), Token));
        Assert.True(await unit.Outbox.RemoveAsync(new PendingReplyId(SomePlaces.Id(2)), Token));
    }

    [Fact]
    public async Task A_left_guild_takes_what_was_pending_there()
    {
        await WriteAsync(async u =>
        {
            await u.Outbox.AddAsync(Pending(1), Token);
            await u.Outbox.AddAsync(Pending(2, SomePlaces.OtherGuild), Token);
        });

        await using var unit = await _store.WriteAsync(Token);

        Assert.Equal(1, await unit.Outbox.RemoveUnderAsync(SomePlaces.Guild, Token));
        Assert.Single(await unit.Outbox.ListAsync("discord", Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_was_asked_is_pending_unchanged(string words)
    {
        var pending = new PendingReply(new PendingReplyId(SomePlaces.Id(1)), SomePlaces.Channel, new ProtectedText(words), words + "\n" + words, _clock.GetUtcNow());
        await WriteAsync(async u => await u.Outbox.AddAsync(pending, Token));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([pending], await unit.Outbox.ListAsync("discord", Token));
    }

    private PendingReply Pending(int id, PlaceId? place = null) =>
        new(new PendingReplyId(SomePlaces.Id(id)), place ?? SomePlaces.Channel, new ProtectedText("cipher"), "How long is it?", _clock.GetUtcNow());
}
