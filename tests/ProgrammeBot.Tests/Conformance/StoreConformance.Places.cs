using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_place_nobody_set_is_not_found()
    {
        await using var unit = await _store.ReadAsync(Token);

        Assert.Null(await unit.Places.FindAsync(SomePlaces.Guild, Token));
        Assert.Null(await unit.Places.FindAsync(default, Token));
        Assert.Empty(await unit.Places.ListAsync(SomePlaces.Guild, Token));
        Assert.Empty(await unit.Places.ListAsync(default, Token));
    }

    [Fact]
    public async Task Every_setting_of_a_place_comes_back_and_what_is_inherited_stays_so()
    {
        var channel = new Place(SomePlaces.Channel, SomePlaces.Settings, PlaceId.Of("discord", "12", "99")) { Address = new ProtectedText("cipher of an address") };
        var guild = new Place(SomePlaces.Guild, PlaceSettings.None);
        var thread = new Place(SomePlaces.Thread, new PlaceSettings { WakeWords = [], PrivateAnswers = false });
        await WriteAsync(async u =>
        {
            await u.Places.SaveAsync(channel, Token);
            await u.Places.SaveAsync(guild, Token);
            await u.Places.SaveAsync(thread, Token);
        });

        await using var unit = await (await OpenAsync()).ReadAsync(Token);

        Assert.Equal(channel, await unit.Places.FindAsync(channel.Id, Token));
        Assert.Equal(guild, await unit.Places.FindAsync(guild.Id, Token));
        Assert.Equal(thread, await unit.Places.FindAsync(thread.Id, Token));
    }

    [Fact]
    public async Task The_places_of_a_platform_are_all_of_its_guilds_and_no_other_platforms()
    {
        PlaceId teams = PlaceId.Of("teams", "12", "34"), alike = PlaceId.Of("discord2", "12");
        await WriteAsync(async u =>
        {
            foreach (var id in (PlaceId[])[SomePlaces.Channel, SomePlaces.Guild, teams, alike, SomePlaces.OtherGuild])
            {
                await u.Places.SaveAsync(new Place(id, PlaceSettings.None), Token);
            }
        });

        await using var unit = await _store.ReadAsync(Token);

        Assert.Equal(((PlaceId[])[SomePlaces.Channel, SomePlaces.Guild, SomePlaces.OtherGuild]).Order(), (await unit.Places.ListOfAsync("discord", Token)).Select(p => p.Id));
        Assert.Equal([teams], (await unit.Places.ListOfAsync("teams", Token)).Select(p => p.Id));
        Assert.Empty(await unit.Places.ListOfAsync("", Token));
    }

    [Fact]
    public async Task What_is_set_last_for_a_place_counts()
    {
        await WriteAsync(u => u.Places.SaveAsync(new Place(SomePlaces.Channel, SomePlaces.Settings, SomePlaces.Guild), Token));
        await WriteAsync(u => u.Places.SaveAsync(new Place(SomePlaces.Channel, PlaceSettings.None), Token));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal([new Place(SomePlaces.Channel, PlaceSettings.None)], await unit.Places.ListAsync(SomePlaces.Channel, Token));
    }

    [Fact]
    public async Task A_guild_s_places_are_those_within_it_and_none_of_a_guild_whose_name_begins_alike()
    {
        PlaceId odd = PlaceId.Of("discord", "12", "'; DROP TABLE place; -- %_"), dash = PlaceId.Of("discord", "12-3", "1"), dot = PlaceId.Of("discord", "12.3");
        await WriteAsync(async u =>
        {
            foreach (var id in (PlaceId[])[SomePlaces.Thread, SomePlaces.Guild, odd, SomePlaces.OtherGuild, dash, dot, SomePlaces.Channel, PlaceId.Of("teams", "12", "34")])
            {
                await u.Places.SaveAsync(new Place(id, PlaceSettings.None), Token);
            }
        });

        await using (var unit = await _store.WriteAsync(Token))
        {
            PlaceId[] within = [.. new[] { SomePlaces.Guild, SomePlaces.Channel, SomePlaces.Thread, odd }.Order()];
            Assert.Equal(within, (await unit.Places.ListAsync(SomePlaces.Guild, Token)).Select(p => p.Id));
            Assert.Equal(2, await unit.Places.RemoveUnderAsync(SomePlaces.Channel, Token));
            Assert.Equal(2, await unit.Places.RemoveUnderAsync(SomePlaces.Guild, Token));
            Assert.Equal(0, await unit.Places.RemoveUnderAsync(SomePlaces.Guild, Token));
            Assert.Equal(0, await unit.Places.RemoveUnderAsync(default, Token));
            await unit.CommitAsync(Token);
        }

        await using var after = await _store.ReadAsync(Token);
        Assert.Single(await after.Places.ListAsync(SomePlaces.OtherGuild, Token));
        Assert.Single(await after.Places.ListAsync(dash, Token));
        Assert.Single(await after.Places.ListAsync(dot, Token));
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public async Task Whatever_words_a_place_is_set_to_come_back_unchanged(string words)
    {
        var line = words.Length > PlaceSettings.MaxWakeWordLength ? words[..PlaceSettings.MaxWakeWordLength] : words;
        var settings = new PlaceSettings { Programme = words, Intake = words, WakeWords = [line, line], ModeratorRole = words, ModeratorChannel = words };
        var place = new Place(PlaceId.Of("web", words), settings);
        await WriteAsync(u => u.Places.SaveAsync(place, Token));

        await using var unit = await _store.ReadAsync(Token);
        Assert.Equal(place, await unit.Places.FindAsync(place.Id, Token));
        Assert.Equal(["web", words], place.Id.Segments);
    }

    private async Task WriteAsync(Func<IUnitOfWork, ValueTask> work)
    {
        await using var unit = await _store.WriteAsync(Token);
        await work(unit);
        await unit.CommitAsync(Token);
    }
}
