using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>Places that refuse, and trouble on call.</summary>
public sealed class FakePlaceTests
{
    [Fact]
    public async Task Each_place_refuses_by_the_code_that_Discord_has_for_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var general = guild.TextChannel("general");
        var forum = guild.Forum("help", "solved");
        var ada = guild.Member("Ada");
        var said = ada.Says(general, "Hello");
        await using var bot = RawBot.Offline(discord);

        async Task Refuses(int status, int code, string method, string path, JsonObject? body = null)
        {
            var (found, answer) = await bot.CallAsync(method, path, body);
            Assert.Equal((status, code), (found, (int)(answer.Number("code") ?? 0)));
        }

        JsonObject Reply() => new(RawBot.Saying("x").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())).Append(
            KeyValuePair.Create("message_reference", (JsonNode?)new JsonObject { ["message_id"] = said.Id })));

        await Refuses(404, 10003, "POST", "/channels/5/messages", RawBot.Saying("x"));
        await Refuses(404, 10008, "GET", $"/channels/{general.Id}/messages/5");
        await Refuses(403, 50005, "PATCH", $"/channels/{general.Id}/messages/{said.Id}", RawBot.Saying("x"));
        await Refuses(403, 50013, "DELETE", $"/channels/{general.Id}/messages/{said.Id}");
        await Refuses(400, 40058, "POST", $"/channels/{forum.Id}/messages", RawBot.Saying("x"));
        forum.RequiresTag = true;
        await Refuses(400, 40067, "POST", $"/channels/{forum.Id}/threads", new JsonObject { ["name"] = "x", ["message"] = RawBot.Saying("x") });

        await bot.CallAsync("POST", $"/channels/{general.Id}/messages/{said.Id}/threads", new JsonObject { ["name"] = "x" });
        await Refuses(400, 160004, "POST", $"/channels/{general.Id}/messages/{said.Id}/threads", new JsonObject { ["name"] = "x" });
        var thread = Assert.Single(general.Threads);
        thread.Locked = true;
        await Refuses(403, 160005, "POST", $"/channels/{thread.Id}/messages", RawBot.Saying("x"));
        thread.Archives(locks: true);
        await Refuses(400, 50083, "POST", $"/channels/{thread.Id}/messages", RawBot.Saying("x"));

        ada.DirectMessagesClosed = true;
        await Refuses(403, 50007, "POST", $"/channels/{ada.DirectMessages.Id}/messages", RawBot.Saying("x"));

        general.Denies(guild.Everyone, Right.ReadHistory);
        await Refuses(400, 160002, "POST", $"/channels/{general.Id}/messages", Reply());
        general.Denies(guild.Everyone, Right.Send);
        await Refuses(403, 50013, "POST", $"/channels/{general.Id}/messages", RawBot.Saying("x"));
        general.Allows(discord.Bot, Right.Send);
        Assert.Equal(200, (await bot.CallAsync("POST", $"/channels/{general.Id}/messages", RawBot.Saying("x"))).Status);
        general.Denies(guild.BotRole, Right.View);
        await Refuses(403, 50001, "POST", $"/channels/{general.Id}/messages", RawBot.Saying("x"));
        general.Deletes();
        await Refuses(404, 10003, "GET", $"/channels/{general.Id}");
        guild.RemovesTheBot();
        await Refuses(403, 50001, "GET", $"/guilds/{guild.Id}");
    }

    [Fact]
    public async Task Writing_brings_an_archived_thread_back_unless_it_is_locked()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var forum = discord.Guild("Northfield").Forum("help");
        var post = forum.Guild!.Member("Ada").Posts(forum, "Credits", "How many?");
        post.Archives();
        await using var bot = RawBot.Offline(discord);
        Assert.Equal(200, (await bot.CallAsync("POST", $"/channels/{post.Id}/messages", RawBot.Saying("60"))).Status);
        Assert.False(post.Archived);
    }

    [Fact]
    public async Task An_interaction_that_nobody_answers_shows_so()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var ask = discord.Guild("Northfield").TextChannel("ask");
        discord.Commands[""] = [JsonNode.Parse("""{"id": "1", "name": "ask", "description": "x", "type": 1}""")!.AsObject()];
        await using var bot = await RawBot.ConnectAsync(discord);
        var shown = await ask.Guild!.Member("Ada").UsesAsync("ask", place: ask);
        Assert.True(shown.NoAnswer);
        Assert.Equal("acknowledge", Assert.Single(discord.Violations.Take()).Rule);
    }

    [Fact]
    public async Task A_command_is_offered_only_to_those_who_may_use_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield");
        var ask = guild.TextChannel("ask");
        discord.Commands[""] = [JsonNode.Parse("""{"id": "1", "name": "setup", "description": "x", "type": 1, "default_member_permissions": "32", "contexts": [0]}""")!.AsObject()];
        var ada = guild.Member("Ada");
        var staff = guild.Member("Sam", guild.Role("Staff", Right.ManageGuild));
        Assert.False(ada.Sees(discord.Commands[""][0], ask));
        Assert.True(staff.Sees(discord.Commands[""][0], ask));
        Assert.True(guild.Owner.Sees(discord.Commands[""][0], ask));
        Assert.False(staff.Sees(discord.Commands[""][0], staff.DirectMessages));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ada.UsesAsync("setup", place: ask));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task Events_come_whole_in_fragments_twice_or_late(int? fragment)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.FragmentSize = fragment;
        var ada = discord.Person("Ada");
        await using var bot = await RawBot.ConnectAsync(discord);

        async Task<string> Next() => (await bot.EventAsync("MESSAGE_CREATE")).Part("d").Text("content")!;

        discord.Gateway.RepeatsEvents = true;
        ada.Says(ada.DirectMessages, "Größe 📏");
        Assert.Equal(("Größe 📏", "Größe 📏"), (await Next(), await Next()));
        discord.Gateway.RepeatsEvents = false;
        discord.Gateway.HoldsEvents = true;
        ada.Says(ada.DirectMessages, "first");
        ada.Says(ada.DirectMessages, "second");
        discord.Gateway.Releases(backwards: true);
        Assert.Equal(("second", "first"), (await Next(), await Next()));
    }

    [Fact]
    public async Task Calls_fail_as_they_are_told_to()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var general = discord.Guild("Northfield").TextChannel("general");
        await using var bot = RawBot.Offline(discord);
        async Task<int> Send(string content) => (await bot.CallAsync("POST", $"/channels/{general.Id}/messages", RawBot.Saying(content))).Status;

        discord.Rest.Troubles.Next(RestTrouble.Html(502), "POST /channels/{}/messages", times: 2);
        Assert.Equal(200, (await bot.CallAsync("GET", "/users/@me")).Status);
        Assert.Equal((502, 502, 200), (await Send("a"), await Send("b"), await Send("c")));
        discord.Rest.Troubles.Next(RestTrouble.Cloudflare);
        Assert.Equal(429, await Send("d"));
        discord.Rest.Troubles.Next(RestTrouble.Empty(503));
        Assert.Equal(503, await Send("e"));
        discord.Rest.Troubles.Next(RestTrouble.Error(403, 50013));
        Assert.Equal(403, await Send("f"));
        discord.Rest.Troubles.Next(RestTrouble.Dropped);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send("g"));
        discord.Rest.Troubles.Next(RestTrouble.AnswerLost);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send("h"));
        Assert.Equal(["c", "h"], general.Messages.Select(message => message.Content));
        Assert.Equal(2, discord.Rest.InvalidCount);
    }

    [Fact]
    public async Task A_share_of_calls_fails_and_the_same_seed_fails_the_same()
    {
        async Task<List<int>> Run(int seed)
        {
            await using var discord = await FakeDiscord.StartAsync();
            discord.Tolerance = TimeSpan.FromMinutes(1);
            discord.Rest.Limits.Usual = (1000, TimeSpan.FromSeconds(1));
            discord.Rest.Limits.PerSecond = 1000;
            discord.Rest.Troubles.FailsShare(0.4, seed);
            await using var bot = RawBot.Offline(discord);
            for (var number = 0; number < 60; number++)
            {
                try
                {
                    // Each a bucket of its own, so that a 429 leaves the others alone.
                    await bot.CallAsync("GET", $"/channels/{number + 1}");
                }
                catch (HttpRequestException)
                {
                    // The connection was cut on purpose.
                }
            }

            return [.. discord.Rest.Calls.Select(call => call.Status)];
        }

        var first = await Run(5);
        Assert.Equal(first, await Run(5));
        Assert.NotEqual(first, await Run(6));
        Assert.InRange(first.Count(status => status != 404), 12, 36);
    }
}
