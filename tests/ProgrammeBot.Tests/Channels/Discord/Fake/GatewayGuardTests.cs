using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>The fake lets nothing pass on the gateway: one wrong doing, one rule that names it.</summary>
public sealed class GatewayGuardTests
{
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string, int> WrongFrames => new()
    {
        { """{"op": 2, "d": {"token": "x"}}""", "identify-shape", 4002 },
        { """{"op": 2, "d": {"token": "x", "intents": 1, "properties": {"os": "linux"}}}""", "identify-shape", 4004 },
        { """{"op": 2, "d": {"token": "Bot x", "intents": 1, "properties": {"os": "a", "browser": "b", "device": "c"}}}""", "identify-token", 4004 },
        { """{"op": 2, "d": {"token": "x", "intents": 1, "shard": [2, 2], "properties": {"os": "a", "browser": "b", "device": "c"}}}""", "shard", 4010 },
        { """{"op": 6, "d": {"token": "x"}}""", "resume-shape", 4002 },
        { """{"op": 3, "d": {}}""", "not-authenticated", 4003 },
        { """{"op": 99, "d": {}}""", "opcode", 4001 },
        { """{"op": 1, "d": "5"}""", "heartbeat-sequence", 4002 },
        { """{"op": 1, "d": null, """, "frame-json", 4002 },
        { "[1]", "frame-json", 4002 },
    };

    [Theory]
    [MemberData(nameof(WrongFrames))]
    public async Task A_wrong_frame_is_named_and_closed_on(string frame, string rule, int code)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync();
        await bot.SendTextAsync(frame);
        Assert.Equal(code, await bot.ClosedAsync());
        Assert.Equal(rule, Assert.Single(discord.Violations.Take()).Rule);
    }

    [Fact]
    public async Task A_frame_over_4096_bytes()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.SendTextAsync($$"""{"op": 3, "d": "{{new string('x', 4097)}}"}""");
        Assert.Equal(4002, await bot.ClosedAsync());
        Found(discord, "frame-size");
    }

    [Fact]
    public async Task The_121st_frame_in_a_minute()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        for (var number = 0; number < 120; number++)
        {
            await bot.SendTextAsync("""{"op": 1, "d": null}""");
        }

        Assert.Equal(4008, await bot.ClosedAsync());
        Found(discord, "frame-rate");
    }

    [Fact]
    public async Task Frames_of_the_minute_before_are_forgotten()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        for (var number = 0; number < 200; number++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            await bot.SendTextAsync("""{"op": 1, "d": null}""");
            await bot.NextAsync(frame => frame.Number("op") == 11);
        }
    }

    [Fact]
    public async Task A_second_identify_on_a_connection()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.SendAsync(bot.Identify());
        Assert.Equal(4005, await bot.ClosedAsync());
        Found(discord, "identified-twice");
    }

    [Fact]
    public async Task Two_identifies_within_five_seconds_but_not_after()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using (var first = await RawBot.ConnectAsync(discord))
        {
            await first.CloseAsync(1000);
        }

        clock.Now += TimeSpan.FromSeconds(4);
        await using var second = RawBot.Offline(discord);
        await second.OpenAsync();
        await second.SendAsync(second.Identify());
        await second.NextAsync(frame => frame.Number("op") == 9);
        Found(discord, "identify-rate");
        clock.Now += TimeSpan.FromSeconds(5);
        await second.IdentifyAsync();
    }

    [Fact]
    public async Task An_identify_when_the_day_has_none_left()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Gateway.SessionsLeft = 0;
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync();
        await bot.SendAsync(bot.Identify());
        await bot.NextAsync(frame => frame.Number("op") == 9);
        Found(discord, "identify-limit");
    }

    [Theory]
    [InlineData(1 << 15)]
    [InlineData(1 << 1)]
    public async Task An_intent_that_the_portal_does_not_grant(long intent)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync();
        await bot.SendAsync(bot.Identify(intent));
        Assert.Equal(4014, await bot.ClosedAsync());
        await bot.OpenAsync();
        Found(discord, "after-stop");
    }

    [Fact]
    public async Task An_intent_that_does_not_exist()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync();
        await bot.SendAsync(bot.Identify(1L << 40));
        Assert.Equal(4013, await bot.ClosedAsync());
        Found(discord, "intents");
    }

    [Fact]
    public async Task Sharding_is_asked_for_by_4011()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Gateway.RequiresSharding = true;
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync();
        await bot.SendAsync(bot.Identify());
        Assert.Equal(4011, await bot.ClosedAsync());
    }

    [Theory]
    [InlineData("/?v=9&encoding=json", true, "gateway-query")]
    [InlineData("/", true, "gateway-query")]
    [InlineData("/?v=10&encoding=json", false, "gateway-user-agent")]
    public async Task A_wrong_upgrade(string query, bool agent, string rule)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.OpenAsync(query: query, agent: agent);
        Found(discord, rule);
    }

    [Theory]
    [InlineData(false, "/?v=10&encoding=json", "resume-url")]
    [InlineData(true, "/?encoding=json&v=10", "resume-query")]
    public async Task A_resume_at_the_wrong_address(bool resumeUrl, string query, string rule)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        discord.Gateway.Closes(4000);
        await bot.ClosedAsync();
        await bot.OpenAsync(resumeUrl, query);
        await bot.SendAsync(bot.Resume());
        await bot.EventAsync("RESUMED");
        Found(discord, rule);
    }

    [Fact]
    public async Task A_resume_ahead_of_what_was_sent()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        discord.Gateway.Closes(4000);
        await bot.ClosedAsync();
        await bot.OpenAsync(resume: true);
        await bot.SendAsync(bot.Resume(99));
        Assert.Equal(4007, await bot.ClosedAsync());
        Found(discord, "resume-sequence");
    }

    [Fact]
    public async Task A_resume_behind_what_was_known()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Guild("Northfield");
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.EventAsync("GUILD_CREATE");
        await bot.SendAsync(new JsonObject { ["op"] = 1, ["d"] = bot.Sequence });
        await bot.NextAsync(frame => frame.Number("op") == 11);
        discord.Gateway.Closes(4000);
        await bot.ClosedAsync();
        await bot.OpenAsync(resume: true);
        await bot.SendAsync(bot.Resume(1));
        await bot.EventAsync("RESUMED");
        Found(discord, "resume-sequence");
    }

    [Fact]
    public async Task A_heartbeat_ahead_of_what_was_sent()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.SendAsync(new JsonObject { ["op"] = 1, ["d"] = 50 });
        await bot.NextAsync(frame => frame.Number("op") == 11);
        Found(discord, "heartbeat-sequence");
    }

    [Fact]
    public async Task Heartbeats_that_were_forgotten()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        clock.Now += TimeSpan.FromMinutes(3);
        await bot.CloseAsync(4200);
        await discord.Gateway.ClosedAsync(discord.Gateway.Connections[0]);
        await discord.UntilAsync(() => discord.Violations.All.Count > 0, "the violation");
        Found(discord, "heartbeat-missed");
    }

    [Fact]
    public async Task A_new_session_where_the_old_one_could_be_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        discord.Gateway.Drops();
        await Assert.ThrowsAnyAsync<Exception>(() => bot.NextAsync(_ => false));
        clock.Now += TimeSpan.FromSeconds(6);
        await bot.OpenAsync();
        await bot.IdentifyAsync();
        Found(discord, "identify-instead-of-resume");
    }

    [Fact]
    public async Task A_session_closed_for_good_that_was_to_be_resumed()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        discord.Gateway.AsksToReconnect();
        await bot.NextAsync(frame => frame.Number("op") == 7);
        await bot.CloseAsync(1000);
        await discord.UntilAsync(() => discord.Violations.All.Count > 0, "the violation");
        Found(discord, "closed-for-good");
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_session_that_is_over_cannot_be_resumed(int code)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        discord.Gateway.Closes(code);
        Assert.Equal(code, await bot.ClosedAsync());
        await bot.OpenAsync(resume: true);
        await bot.SendAsync(bot.Resume());
        Assert.False((await bot.NextAsync(frame => frame.Number("op") == 9)).Flag("d"));
    }

    [Fact]
    public async Task A_presence_that_lacks_its_parts()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = await RawBot.ConnectAsync(discord);
        await bot.SendTextAsync("""{"op": 3, "d": {"status": "online"}}""");
        Assert.Equal(4002, await bot.ClosedAsync());
        Found(discord, "presence-shape");
    }

    [Fact]
    public async Task Disposing_throws_while_a_violation_is_left()
    {
        var discord = await FakeDiscord.StartAsync(clock);
        discord.Violations.Add(Breach.House, "a-rule", "broken");
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await discord.DisposeAsync());
        Assert.Contains("a-rule", thrown.Message, StringComparison.Ordinal);
    }

    private static void Found(FakeDiscord discord, string rule) => Assert.Contains(rule, discord.Violations.Take().Select(violation => violation.Rule).Distinct());
}
