using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>One connection to the gateway, from opening it to its end: one loop reads, one beats, and a session is begun or taken up.</summary>
internal sealed class ShardConnection(
    int shard, ShardSetting setting, ShardMemory memory, SessionStarts starts, EventReader events, ShardGauge gauge, SteadyClock clock, Jitter jitter, ILogger logger)
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly DiscordIntents _intents = setting.Intents;

    // What is sent beside the beats and the handshake. The reading loop never sends itself: it must not wait for the limit.
    private readonly Channel<Func<byte[]>> _outbox =
        Channel.CreateBounded<Func<byte[]>>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropWrite });

    private Heartbeat? _heartbeat;
    private TimeSpan? _upSince;

    /// <summary>The intents this connection asks for.</summary>
    public DiscordIntents Intents => _intents;

    /// <summary>Whether the other side said hello.</summary>
    public bool IsGreeted => _heartbeat is not null;

    /// <summary>How long the session has been up on this connection; null: it never was.</summary>
    public TimeSpan? UpFor => clock.Now - _upSince;

    public bool IsUp => _upSince is not null;

    /// <summary>Shows what is to be shown, when it is not what the session shows.</summary>
    public void Show()
    {
        if (IsUp && setting.Presence is { } presence && presence != memory.Shown)
        {
            memory.Shown = presence;
            _outbox.Writer.TryWrite(() => GatewaySends.Of(presence));
        }
    }

    /// <summary>Runs until it ends; every way of ending is a value.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri address, CancellationToken stopping)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", setting.Options.UserAgent);
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        using (var timeLimit = new CancellationTokenSource(ConnectTime, clock.Time))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeLimit.Token))
        {
            try
            {
                await socket.ConnectAsync(address, either.Token);
            }
            catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or HttpRequestException or IOException)
            {
                return stopping.IsCancellationRequested ? new ConnectionEnd.Stopped()
                    : new ConnectionEnd.Lost(timeLimit.IsCancellationRequested ? "no connection in time" : "no connection: " + fault.Message);
            }
        }

        using var frames = new FrameSocket(socket, clock);
        return await LiveAsync(frames, stopping);
    }

    private async Task<ConnectionEnd> LiveAsync(FrameSocket frames, CancellationToken stopping)
    {
        // The loops end by this one, after the good-bye: a receive that is cancelled tears the connection down.
        using var ending = new CancellationTokenSource();
        var hello = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = GuardAsync(() => ReadAsync(frames, hello, ending.Token));
        var living = GuardAsync(() => BeatAsync(frames, hello.Task, ending.Token));
        var shaking = GuardAsync(() => ShakeHandsAsync(frames, hello.Task, ending.Token));
        var sending = GuardAsync(() => SendOutboxAsync(frames, ending.Token));
        var stopped = UntilStoppedAsync(stopping, ending.Token);

        var end = await await Task.WhenAny(reading, living, shaking, sending, stopped);
        using (var timeLimit = new CancellationTokenSource(GoodbyeTime, clock.Time))
        {
            var code = end is ConnectionEnd.Stopped && setting.Options.GoOfflineWhenStopped ? 1000 : GatewayRules.CloseToReturn;
            await frames.CloseAsync(code, timeLimit.Token);
        }

        await ending.CancelAsync();
        await Task.WhenAll(reading, living, shaking, sending, stopped);
        return end;
    }

    private async Task<ConnectionEnd> ReadAsync(FrameSocket frames, TaskCompletionSource hello, CancellationToken ending)
    {
        while (true)
        {
            var received = await frames.ReceiveAsync(ending);
            if (received is not { } bytes)
            {
                return new ConnectionEnd.Closed(frames.CloseCode);
            }

            if (bytes.IsEmpty || !GatewayFrame.TryRead(bytes, out var frame))
            {
                logger.LogWarning("Shard {Shard}: a frame was dropped, for it is {Why}", shard, bytes.IsEmpty ? $"empty or longer than {FrameSocket.MostBytes} bytes" : "not what a frame should be");
                gauge.Change(health => health with { Dropped = health.Dropped + 1 });
                continue;
            }

            switch ((Opcode)frame.Op)
            {
                case Opcode.Hello when _heartbeat is null:
                    _heartbeat = new Heartbeat(IntervalOf(frame.Data.Span));
                    hello.TrySetResult();
                    break;
                case Opcode.Dispatch:
                    if (!Dispatch(frame))
                    {
                        return new ConnectionEnd.Lost("READY could not be read");
                    }

                    break;
                case Opcode.HeartbeatAck:
                    _heartbeat?.Answered(clock.Now);
                    gauge.Change(health => health with { RoundTrip = _heartbeat?.RoundTrip });
                    break;
                case Opcode.Heartbeat:
                    _outbox.Writer.TryWrite(() => GatewaySends.Heartbeat(memory.Sequence));
                    break;
                case Opcode.Reconnect:
                    return new ConnectionEnd.AskedToReconnect();
                case Opcode.InvalidSession:
                    return new ConnectionEnd.SessionInvalid(MayResume: frame.Data.Span.SequenceEqual("true"u8));
            }
        }
    }

    /// <summary>False: without this event the connection is of no use.</summary>
    private bool Dispatch(GatewayFrame frame)
    {
        memory.Sequence = frame.Sequence ?? memory.Sequence;
        gauge.Change(health => health with { Events = health.Events + 1 });
        var isRead = frame.Event switch
        {
            null => true,
            "READY" => Began(frame.Data.Span),
            "RESUMED" => TakenUp(),
            _ => events.Hand(frame.Event, frame.Data.Span),
        };
        if (!isRead)
        {
            gauge.Change(health => health with { Dropped = health.Dropped + 1 });
        }

        return isRead || frame.Event != "READY";
    }

    private bool Began(ReadOnlySpan<byte> data)
    {
        if (!events.TryReadReady(data, out var ready) || ready?.User is null)
        {
            return false;
        }

        _upSince = clock.Now;
        gauge.Enter(ShardState.Ready);

        // Without an address of its own the session is taken up at the one we know.
        var resumeUrl = GatewayAddress.Of(ready.ResumeGatewayUrl, setting.IsPlainAllowed);
        memory.Session = new GatewaySession(ready.SessionId, resumeUrl, ready.User, ready.Application?.Id ?? ready.User.Id);
        logger.LogInformation("Shard {Shard}: a session began, with {Guilds} guilds", shard, ready.Guilds?.Count ?? 0);
        events.HandReady(memory.Session);
        events.HandGuilds(shard, setting.Shards, [.. (ready.Guilds ?? []).Select(guild => guild.Id)]);
        Show();
        return true;
    }

    private bool TakenUp()
    {
        _upSince = clock.Now;
        gauge.Enter(ShardState.Ready);
        gauge.Change(health => health with { Resumed = health.Resumed + 1 });
        logger.LogInformation("Shard {Shard}: the session was taken up again", shard);
        if (memory.Session is { } session)
        {
            events.HandReady(session);
        }

        Show();
        return true;
    }

    private async Task<ConnectionEnd> BeatAsync(FrameSocket frames, Task hello, CancellationToken ending)
    {
        try
        {
            await hello.WaitAsync(HelloTime, clock.Time, ending);
        }
        catch (TimeoutException)
        {
            return new ConnectionEnd.Silent("no hello came");
        }

        var heartbeat = _heartbeat!; // set before hello ends
        var wait = heartbeat.FirstWait(jitter.Next());
        while (true)
        {
            await clock.WaitAsync(wait, ending);
            if (!heartbeat.TryBeat(clock.Now))
            {
                return new ConnectionEnd.Silent("a heartbeat was not acknowledged");
            }

            await frames.SendAsync(GatewaySends.Heartbeat(memory.Sequence), isHeartbeat: true, ending);
            wait = heartbeat.Interval;
        }
    }

    private async Task<ConnectionEnd> ShakeHandsAsync(FrameSocket frames, Task hello, CancellationToken ending)
    {
        await hello.WaitAsync(ending);
        if (memory.Session is { } session)
        {
            gauge.Enter(ShardState.Resuming);
            await frames.SendAsync(GatewaySends.Resume(setting.Options.Token, session.Id, memory.Sequence ?? 0), isHeartbeat: true, ending);
        }
        else
        {
            gauge.Enter(ShardState.Queued);
            if (await starts.BeginAsync(shard, setting.ShardsHere, ending) is { } refusal)
            {
                return new ConnectionEnd.NoSessionToSpend(refusal.Wait, refusal.Why ?? "");
            }

            gauge.Enter(ShardState.Identifying);
            gauge.Change(health => health with { Identified = health.Identified + 1 });
            memory.Shown = setting.Presence;
            await frames.SendAsync(GatewaySends.Identify(setting.Options.Token, _intents, shard, setting.Shards, memory.Shown), isHeartbeat: true, ending);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, clock.Time, ending);
        return new ConnectionEnd.Stopped();
    }

    private async Task<ConnectionEnd> SendOutboxAsync(FrameSocket frames, CancellationToken ending)
    {
        await foreach (var frame in _outbox.Reader.ReadAllAsync(ending))
        {
            await frames.SendAsync(frame(), isHeartbeat: false, ending);
        }

        return new ConnectionEnd.Stopped();
    }

    private static async Task<ConnectionEnd> UntilStoppedAsync(CancellationToken stopping, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, ending);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new ConnectionEnd.Stopped();
    }

    /// <summary>A loop's faults are ways of ending, too.</summary>
    private static async Task<ConnectionEnd> GuardAsync(Func<Task<ConnectionEnd>> loop)
    {
        try
        {
            return await loop();
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return new ConnectionEnd.Lost("the connection broke: " + fault.Message);
        }
        catch (DiscordCallException fault)
        {
            return new ConnectionEnd.Lost(fault.Message);
        }
        catch (OperationCanceledException)
        {
            // Only its own end cancels a loop, and then nobody asks what it says.
            return new ConnectionEnd.Stopped();
        }
    }

    private static TimeSpan IntervalOf(ReadOnlySpan<byte> data)
    {
        var usual = TimeSpan.FromSeconds(41.25);
        try
        {
            var reader = new Utf8JsonReader(data);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("heartbeat_interval", out var interval)
                && interval.ValueKind == JsonValueKind.Number && interval.GetDouble() is > 0 and < 3_600_000 and var milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : usual;
        }
        catch (Exception fault) when (WireJson.IsFaultOfText(fault))
        {
            return usual;
        }
    }
}
