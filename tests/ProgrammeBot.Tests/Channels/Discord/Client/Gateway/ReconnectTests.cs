using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

/// <summary>How a client comes back after a connection ended.</summary>
public sealed class ReconnectTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(4000)]
    [InlineData(4002)]
    [InlineData(4015)]
    [InlineData(null)]
    public async Task A_session_that_was_closed_is_taken_up_where_Discord_said(int? code)
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.ReadyAsync();
        await first.SendAsync("""{"t":"UNHEARD_OF","s":7,"op":0,"d":{}}""");
        await first.CloseAsync(code);
        await running.TurnToReconnectAsync();
        await ExpectResumeAsync(running, 7);
        Assert.Single(running.Ledger.Times);
    }

    [Fact]
    public async Task A_session_whose_connection_broke_is_taken_up()
    {
        await using var running = await RunningClient.StartAsync();
        (await running.ReadyAsync()).Drop();
        await running.TurnToReconnectAsync();
        await ExpectResumeAsync(running, 1);
        Assert.Equal(1, running.Client.Health.Shards.Single().Resumed);
    }

    [Fact]
    public async Task Asked_to_reconnect_it_closes_by_a_code_that_keeps_the_session()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.ReadyAsync();
        await first.SendAsync("""{"op":7,"d":null}""");
        Assert.Equal(GatewayRules.CloseToReturn, await first.ClosedAsync(running.Limit));
        await running.TurnToReconnectAsync();
        await ExpectResumeAsync(running, 1);
    }

    [Fact]
    public async Task Asked_to_reconnect_before_hello_it_does()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.NextAsync();
        await first.SendAsync("""{"op":7,"d":null}""");
        await first.ClosedAsync(running.Limit);
        await running.TurnToReconnectAsync();
        await running.ReadyAsync();
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_session_that_is_over_is_followed_by_a_new_one_at_the_first_address(int code)
    {
        await using var running = await RunningClient.StartAsync();
        await (await running.ReadyAsync()).CloseAsync(code);
        Assert.InRange((await running.TurnToReconnectAsync()).TotalSeconds, 1, 6);
        await ExpectIdentifyAsync(running);
    }

    [Fact]
    public async Task A_session_that_Discord_does_not_take_up_is_followed_by_a_new_one()
    {
        await using var running = await RunningClient.StartAsync();
        await (await running.ReadyAsync()).CloseAsync(4000);
        await running.TurnToReconnectAsync();
        var second = await running.NextAsync();
        await second.HelloAsync();
        await second.ReceiveAsync(6, running.Limit);
        await second.SendAsync("""{"op":9,"d":false}""");
        await second.ClosedAsync(running.Limit);
        await running.TurnToReconnectAsync();
        await ExpectIdentifyAsync(running);
    }

    [Fact]
    public async Task An_invalid_session_that_may_be_resumed_is()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.ReadyAsync();
        await first.SendAsync("""{"op":9,"d":true}""");
        Assert.NotEqual(1000, await first.ClosedAsync(running.Limit));
        await running.TurnToReconnectAsync();
        await ExpectResumeAsync(running, 1);
    }

    [Fact]
    public async Task Heartbeats_come_in_time_and_one_that_is_not_acknowledged_ends_the_connection()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.ReadyAsync();
        Assert.Equal(20.6, (await running.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(20.5), TimeSpan.FromSeconds(22), running.Limit)).TotalSeconds, 0.1);
        Assert.Equal(1, (await first.ReceiveAsync(1, running.Limit)).GetProperty("d").GetInt32());
        await first.SendAsync("""{"op":11}""");
        await first.SendAsync("""{"op":1,"d":null}""");
        await first.ReceiveAsync(1, running.Limit);

        await running.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(42), running.Limit);
        await first.ReceiveAsync(1, running.Limit);
        await running.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(42), running.Limit);
        Assert.Equal(GatewayRules.CloseToReturn, await first.ClosedAsync(running.Limit));
        await running.TurnToReconnectAsync();
        await ExpectResumeAsync(running, 1);
    }

    [Fact]
    public async Task A_connection_without_a_hello_is_given_up()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.NextAsync();
        await running.Clock.TurnToWaitAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), running.Limit);
        await first.ClosedAsync(running.Limit);
        await running.TurnToReconnectAsync();
        await running.ReadyAsync();
    }

    [Fact]
    public async Task Where_the_address_to_resume_is_dead_the_first_one_is_tried()
    {
        await using var running = await RunningClient.StartAsync();
        var first = await running.NextAsync();
        await first.HelloAsync();
        await first.ReceiveAsync(2, running.Limit);
        await first.ReadyAsync("ws://127.0.0.1:1");
        await running.Events.NextAsync<CollectedEvents.ReadyCall>(running.Limit);
        first.Drop();
        await running.TurnToReconnectAsync();
        await running.TurnToReconnectAsync();
        var second = await running.NextAsync();
        Assert.Equal("/?v=10&encoding=json", second.Path);
        await second.HelloAsync();
        Assert.Equal("SID", (await second.ReceiveAsync(6, running.Limit)).GetProperty("d").GetProperty("session_id").GetString());
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:ShardCount")]
    [InlineData(4012, "newer ProgrammeBot")]
    [InlineData(4013, "Discord:Intents")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public async Task What_no_attempt_can_mend_stops_it_with_the_remedy(int code, string remedy)
    {
        await using var running = await RunningClient.StartAsync();
        await (await running.ReadyAsync()).CloseAsync(code);
        var fault = await Assert.ThrowsAsync<DiscordStoppedException>(() => running.Run);
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
        Assert.True(running.Client.Health.HasFailed);
        Assert.Contains(fault.Message, running.Client.Health.Notes);
        Assert.False(running.Gateway.HasAnother);
    }

    [Fact]
    public async Task A_refused_intent_is_left_out_loudly()
    {
        await using var running = await RunningClient.StartAsync(options => options with { Intents = DiscordIntents.Ordinary | DiscordIntents.MessageContent });
        var first = await running.NextAsync();
        await first.HelloAsync();
        Assert.Equal(37377, (await first.ReceiveAsync(2, running.Limit)).GetProperty("d").GetProperty("intents").GetInt32());
        await first.CloseAsync(4014);
        await running.TurnToReconnectAsync();
        var second = await running.NextAsync();
        await second.HelloAsync();
        await running.TurnToReconnectAsync();
        Assert.Equal(4609, (await second.ReceiveAsync(2, running.Limit)).GetProperty("d").GetProperty("intents").GetInt32());
        Assert.False(running.Client.Health.ReadsMessageContent);
        Assert.Contains("'Message Content Intent'", running.Client.Health.Notes.Single(), StringComparison.Ordinal);
        Assert.Contains("Error: The bot goes on without the text of messages", running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_client_that_is_to_return_keeps_its_session()
    {
        await using var running = await RunningClient.StartAsync(options => options with { GoOfflineWhenStopped = false });
        var first = await running.ReadyAsync();
        var stopping = running.StopAsync();
        Assert.Equal(GatewayRules.CloseToReturn, await first.ClosedAsync(running.Limit));
        await stopping;
        using var again = new CancellationTokenSource();
        var run = running.Client.RunAsync(running.Events, again.Token);
        await ExpectResumeAsync(running, 1);
        await again.CancelAsync();
        await run;
    }

    private static async Task ExpectResumeAsync(RunningClient running, int sequence)
    {
        var peer = await running.NextAsync();
        Assert.Equal("/resume?v=10&encoding=json", peer.Path);
        await peer.HelloAsync();
        var resume = (await peer.ReceiveAsync(6, running.Limit)).GetProperty("d");
        Assert.Equal(("SID", sequence, SomeToken.Text), (resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt32(), resume.GetProperty("token").GetString()));
        await peer.SendAsync($$$"""{"t":"RESUMED","s":{{{sequence + 1}}},"op":0,"d":{}}""");
        Assert.Equal(new Snowflake(42), (await running.Events.NextAsync<CollectedEvents.ReadyCall>(running.Limit)).Application);
        Assert.True(running.Client.Health.IsReady);
    }

    private static async Task ExpectIdentifyAsync(RunningClient running)
    {
        var peer = await running.NextAsync();
        Assert.Equal("/?v=10&encoding=json", peer.Path);
        await peer.HelloAsync();
        // Its turn comes 5 seconds after the session before.
        await running.TurnToReconnectAsync();
        await peer.ReceiveAsync(2, running.Limit);
        Assert.Equal(2, running.Ledger.Times.Count);
    }
}
