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
        await peer.SendAsync("""{"t":"INTERACTION_CREATE","s":2,"op":0,"d":{"id":"9","application_id":"42","type":2,"token":"tok","data":{"id":"1","name":"ask","type":1}}}""");
        Assert.Equal("ask", (await running.Events.NextAsync<Interaction>(running.Limit)).Data?.Name);
        Assert.True(running.Client.Health.IsReady);
        Assert.Equal(ShardState.Ready, running.Client.Health.Shards.Single().State);
    }

    [Fact]
    public async Task A_stopped_client_goes_offline()
    {
        await using var running = await RunningClient.StartAsync();
        var peer = await running.ReadyAsync();
        var stopping = running.StopAsync();
        Assert.Equal(1000, await peer.ClosedAsync(running.Limit));
        await stopping;
    }
}
