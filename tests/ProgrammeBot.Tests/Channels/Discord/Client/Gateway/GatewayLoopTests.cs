using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class GatewayLoopTests
{
    [Fact]
    public async Task A_client_says_who_it_is_and_hands_events_over()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.NextAsync();
        Assert.Equal("/?v=10&encoding=json", peer.Path);
        Assert.StartsWith("DiscordBot (https://", peer.UserAgent, StringComparison.Ordinal);

        await peer.HelloAsync();
        var identify = (await peer.ReceiveAsync(2, running.Limit)).GetProperty("d");
        Assert.Equal(SomeToken.Text, identify.GetProperty("token").GetString());
        Assert.Equal(4609, identify.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", identify.GetProperty("shard").GetRawText());
        Assert.Single(running.Ledger.Times);

        await peer.ReadyAsync(running.Gateway.SocketUrl);
        Assert.Equal(new Snowflake(42), (await running.Events.NextAsync<CollectedEvents.ReadyCall>(running.Limit)).Application);
        Assert.Equal(new CollectedEvents.Guilds(0, 1, "5"), await running.Events.NextAsync<CollectedEvents.Guilds>(running.Limit));
        await peer.SendAsync(Ask);
        Assert.Equal("ask", (await running.Events.NextAsync<Interaction>(running.Limit)).Data?.Name);
        Assert.True(running.Client.Health.IsReady);
        Assert.Equal(ShardState.Ready, running.Client.Health.Shards.Single().State);
        Assert.DoesNotContain("not-a-real-secret", running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_client_goes_offline()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        var stopping = running.StopAsync();
        Assert.Equal(1000, await peer.ClosedAsync(running.Limit));
        await stopping;
        Assert.Equal(ShardState.Stopped, running.Client.Health.Shards.Single().State);
    }

    [Fact]
    public async Task What_is_unknown_broken_or_much_too_long_is_passed_over()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        await peer.SendAsync("""{"op":4711,"d":{},"new":1}""");
        await peer.SendAsync("""{"op":0,"t":"HOLOGRAM_CREATE","s":2,"d":{}}""");
        await peer.SendAsync("<html>");
        await peer.SendAsync("{}");
        await peer.SendAsync("""{"op":0,"t":"MESSAGE_CREATE","s":3,"d":{"id":{}}}""");
        await peer.SendPieceAsync("""{"op":0,"t":"MESSAGE_CREATE","s":4,"d":{"content":" """, isLast: false);
        var piece = new string('x', 1024 * 1024);
        for (var i = 0; i < 17; i++)
        {
            await peer.SendPieceAsync(piece, isLast: false);
        }

        await peer.SendPieceAsync("\"}}", isLast: true);
        await peer.SendAsync(Ask);
        await running.Events.NextAsync<Interaction>(running.Limit);
        Assert.Equal(4, running.Client.Health.Shards.Single().Dropped);
    }

    [Fact]
    public async Task A_frame_in_pieces_is_one_frame()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        var content = string.Concat(Enumerable.Repeat("ä\ud83d\ude00 ", 20_000));
        var frame = $$$"""{"op":0,"t":"MESSAGE_CREATE","s":3,"d":{"id":"1","channel_id":"2","content":"{{{content}}}"}}""";
        // No piece ends between the halves of a character: they would be written as two broken ones.
        for (var at = 0; at < frame.Length;)
        {
            var length = Math.Min(7001, frame.Length - at);
            length += at + length < frame.Length && char.IsLowSurrogate(frame[at + length]) ? 1 : 0;
            await peer.SendPieceAsync(frame.Substring(at, length), at + length == frame.Length);
            at += length;
        }

        Assert.Equal(content, (await running.Events.NextAsync<Message>(running.Limit)).Content);
    }

    [Fact]
    public async Task A_handler_that_throws_does_not_end_the_loop()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        running.Events.Fault = new InvalidOperationException("a bug of the channel");
        await peer.SendAsync(Ask);
        await peer.SendAsync(Ask);
        await running.Events.NextAsync<Interaction>(running.Limit);
        await running.Events.NextAsync<Interaction>(running.Limit);
        Assert.True(running.Client.Health.IsReady);
    }

    [Fact]
    public async Task Shards_begin_one_after_the_other_and_each_says_which_it_is()
    {
        await using var running = await RunningClient.StartAsync(options => options with { ShardCount = 4, Shards = [1, 3] });
        var one = await running.NextAsync();
        var other = await running.NextAsync();
        await one.HelloAsync();
        var first = await one.ReceiveAsync(2, running.Limit);
        await other.HelloAsync();
        Assert.Equal(IdentifySlots.Spacing, await running.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6), running.Limit));
        var second = await other.ReceiveAsync(2, running.Limit);
        Assert.Equal(["[1,4]", "[3,4]"], new[] { first, second }.Select(f => f.GetProperty("d").GetProperty("shard").GetRawText()).Order());
    }

    [Fact]
    public async Task A_spent_budget_begins_no_session_and_says_until_when()
    {
        await using var running = await RunningClient.StartAsync(before: r => r.Gateway.Remaining = 0);
        var peer = await running.NextAsync();
        await peer.HelloAsync();
        Assert.Equal(GatewayRules.CloseToReturn, await peer.ClosedAsync(running.Limit));
        running.Gateway.Remaining = 1000;
        await running.Clock.TurnToWaitAsync(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), running.Limit);
        Assert.Contains("none of the 1000 sessions of this day is left", running.Log.Text, StringComparison.Ordinal);
        Assert.Empty(running.Ledger.Times);
        await running.ReadyAsync();
        Assert.Empty(running.Client.Health.Notes);
    }

    [Fact]
    public async Task Where_the_ledger_cannot_be_kept_no_session_is_begun()
    {
        await using var running = await RunningClient.StartAsync(before: r => r.Ledger.Fault = new IOException("disk full"));
        var peer = await running.NextAsync();
        await peer.HelloAsync();
        Assert.Null(await peer.ReceiveAsync(running.Limit));
        Assert.Contains("make it writable", running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_stops_it_before_it_connects()
    {
        await using var running = await RunningClient.StartAsync(before: r => r.Gateway.Rest = context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        Assert.Contains("Discord:Token", (await Assert.ThrowsAsync<DiscordStoppedException>(() => running.Run)).Message, StringComparison.Ordinal);
        Assert.False(running.Gateway.HasAnother);
    }

    [Fact]
    public async Task A_new_presence_is_shown()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        running.Client.Show(new Presence("dnd", "reading"));
        var shown = (await peer.ReceiveAsync(3, running.Limit)).GetProperty("d");
        Assert.Equal("dnd", shown.GetProperty("status").GetString());
    }

    [Fact]
    public async Task However_often_the_server_asks_no_more_is_sent_than_Discord_allows()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        for (var i = 0; i < 300; i++)
        {
            await peer.SendAsync("""{"op":1,"d":null}""");
        }

        await peer.SendAsync(Ask);
        await running.Events.NextAsync<Interaction>(running.Limit);
        running.Client.Show(new Presence("idle"));
        Assert.NotNull(await peer.ReceiveAsync(running.Limit)); // it has begun to answer
        var stopping = running.StopAsync();
        var received = 1;
        while (await peer.ReceiveAsync(running.Limit) is not null)
        {
            received++;
        }

        Assert.InRange(received, 1, 120);
        await peer.ClosedAsync(running.Limit);
        await stopping;
    }

    private const string Ask = """{"t":"INTERACTION_CREATE","s":9,"op":0,"d":{"id":"9","application_id":"42","type":2,"token":"tok","data":{"id":"1","name":"ask","type":1}}}""";
}
