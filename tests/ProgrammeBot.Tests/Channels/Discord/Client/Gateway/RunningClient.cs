using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

/// <summary>A client that runs against a scripted gateway, under a clock that the test turns.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(20));

    private RunningClient(ScriptedGateway gateway) => Gateway = gateway;

    public ScriptedGateway Gateway { get; }

    public HandClock Clock { get; } = new();

    public CollectedEvents Events { get; } = new();

    public CollectedLog<DiscordClient> Log { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public DiscordClient Client { get; private set; } = null!; // set by StartAsync

    public Task Run { get; private set; } = Task.CompletedTask;

    /// <summary>Some seconds of real time, for what would otherwise hang a test for ever.</summary>
    public CancellationToken Limit => _limit.Token;

    public static async Task<RunningClient> StartAsync(Func<DiscordClientOptions, DiscordClientOptions>? change = null, Action<RunningClient>? before = null)
    {
        var running = new RunningClient(await ScriptedGateway.StartAsync());
        before?.Invoke(running);
        var options = new DiscordClientOptions { Token = SomeToken.Value, ApiBase = running.Gateway.ApiBase };
        running.Client = new DiscordClient(change?.Invoke(options) ?? options, running.Ledger, running.Clock, new SteadyChance(0.5), running.Log);
        running.Begin();
        return running;
    }

    public void Begin() => Run = Client.RunAsync(Events, _stop.Token);

    public ValueTask<GatewayPeer> NextAsync() => Gateway.NextAsync(Limit);

    /// <summary>A connection that has said hello, been identified on and become ready.</summary>
    public async Task<GatewayPeer> ReadyAsync()
    {
        var peer = await NextAsync();
        await peer.HelloAsync();
        await peer.ReceiveAsync(2, Limit);
        await peer.ReadyAsync(Gateway.SocketUrl + "/resume");
        await Events.NextAsync<CollectedEvents.ReadyCall>(Limit);
        return peer;
    }

    /// <summary>Turns the clock over the wait before the next connection or session; the 2 seconds that a good-bye may take are none.</summary>
    public Task<TimeSpan> TurnToReconnectAsync() => Clock.TurnToWaitAsync(wait => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(11) && wait != TimeSpan.FromSeconds(2), Limit);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Run;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Client.Dispose();
        await Gateway.DisposeAsync();
        _limit.Dispose();
        _stop.Dispose();
    }
}
