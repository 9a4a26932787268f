using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>One shard: connection after connection, until it is stopped or nothing can help.</summary>
internal sealed class Shard(
    int number, ShardSetting setting, ShardMemory memory, DiscordRest rest, SessionStarts starts, EventReader events, SteadyClock clock, Jitter jitter, ILogger logger)
{
    private const int MostFailedResumes = 5;

    /// <summary>However long sessions are refused, we ask again after this: the count may have been set back.</summary>
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMinutes(15);

    private readonly ReconnectWaits _waits = new(jitter);
    private volatile ShardConnection? _connection;
    private bool _isResumeUrlDead;
    private int _failedResumes;

    public ShardGauge Gauge { get; } = new(number, clock.Time);

    /// <summary>Shows what is to be shown beside the bot's name, now or as soon as the session is up.</summary>
    public void Show() => _connection?.Show();

    /// <summary>Runs until <paramref name="stopping"/>; a <see cref="DiscordStoppedException"/> says that somebody must act.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await ConnectOnceAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while it waited.
        }

        Gauge.Enter(ShardState.Stopped);
    }

    private async Task ConnectOnceAsync(CancellationToken stopping)
    {
        Gauge.Enter(ShardState.Connecting);
        ConnectionEnd end;
        TimeSpan? upFor = null;
        var intents = setting.Intents;
        if (await AddressAsync(stopping) is { } address)
        {
            var connection = new ShardConnection(number, setting, memory, starts, events, Gauge, clock, jitter, logger);
            _connection = connection;
            end = await connection.RunAsync(address, stopping);
            _connection = null;
            upFor = connection.UpFor;
            intents = connection.Intents;
            Remember(connection, address);
        }
        else
        {
            end = new ConnectionEnd.Lost("the gateway's address could not be had");
        }

        if (end is not ConnectionEnd.Stopped)
        {
            await AfterAsync(end, upFor, intents, stopping);
        }
        else if (setting.Options.GoOfflineWhenStopped)
        {
            memory.Forget();
        }
    }

    private async Task AfterAsync(ConnectionEnd end, TimeSpan? upFor, DiscordIntents intents, CancellationToken stopping)
    {
        var next = rest.IsTokenRefused ? new NextStep.Stop(DiscordStoppedException.TokenRefused) : GatewayRules.After(end, intents, setting.Options.GoOnWithoutMessageContent);
        if (next is NextStep.Resume && _failedResumes >= MostFailedResumes)
        {
            next = new NextStep.Identify();
        }

        logger.Log(GatewayRules.IsOurBug(end) ? LogLevel.Error : LogLevel.Information, "Shard {Shard}: {End}, then {Next}", number, end, next.GetType().Name);
        Gauge.Change(health => health with { LastEnd = end.ToString() });
        switch (next)
        {
            case NextStep.Stop stop:
                Gauge.Enter(ShardState.Failed);
                Gauge.Change(health => health with { Note = stop.Remedy });
                throw new DiscordStoppedException(stop.Remedy);
            case NextStep.IdentifyWithoutContent without:
                logger.LogError("The bot goes on without the text of messages that do not mention it. {Remedy}", without.Remedy);
                setting.GoOnWithoutContent();
                Gauge.Change(health => health with { Note = without.Remedy });
                memory.Forget();
                break;
            case NextStep.Identify:
                memory.Forget();
                _failedResumes = 0;
                break;
        }

        Gauge.Enter(ShardState.Waiting);
        await WaitAsync(end, next, upFor, stopping);
    }

    private async Task WaitAsync(ConnectionEnd end, NextStep next, TimeSpan? upFor, CancellationToken stopping)
    {
        if (end is ConnectionEnd.NoSessionToSpend refused)
        {
            logger.LogError("Shard {Shard}: no session is begun: {Why}", number, refused.Why);
            var before = Gauge.Health.Note;
            Gauge.Change(health => health with { Note = refused.Why });
            await clock.WaitAsync(refused.Wait < LongestRefusal ? refused.Wait : LongestRefusal, stopping);
            Gauge.Change(health => health with { Note = before });
            return;
        }

        // Without a session to take up the next connection begins one, whatever the rule says.
        var wait = _waits.After(memory.Session is null && next is NextStep.Resume ? new NextStep.Identify() : next, upFor);
        await clock.WaitAsync(wait, stopping);
    }

    private void Remember(ShardConnection connection, Uri address)
    {
        var isResuming = memory.Session is not null && !connection.IsUp;
        _isResumeUrlDead = isResuming && !connection.IsGreeted && address == memory.Session?.ResumeUrl;
        _failedResumes = isResuming && connection.IsGreeted ? _failedResumes + 1 : connection.IsUp ? 0 : _failedResumes;
    }

    private async Task<Uri?> AddressAsync(CancellationToken cancellationToken)
    {
        if (memory.Session?.ResumeUrl is { } resumeUrl && !_isResumeUrlDead)
        {
            return resumeUrl;
        }

        try
        {
            var info = await starts.InfoAsync(cancellationToken);
            var address = GatewayAddress.Of(info.Url, setting.IsPlainAllowed);
            if (address is null)
            {
                logger.LogError("The gateway's address that Discord gave is none that can be used (it must begin with wss://)");
            }

            return address;
        }
        catch (DiscordCallException fault)
        {
            logger.LogWarning("Shard {Shard}: the gateway's address could not be asked for: {Fault}", number, fault.Message);
            return null;
        }
    }
}
