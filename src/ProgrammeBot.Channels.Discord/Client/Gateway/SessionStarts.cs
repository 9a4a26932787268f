using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Lets shards begin sessions as Discord's limits and our ledger allow, and notes each before it is begun.</summary>
internal sealed class SessionStarts(DiscordRest rest, IIdentifyLedger ledger, SteadyClock clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private readonly IdentifySlots _slots = new();
    private readonly DateTimeOffset _began = clock.Time.GetUtcNow();
    private GatewayInfo? _info;
    private TimeSpan _infoAt;

    /// <summary>What Discord says about its gateway; asked again when it is older than half a minute, and the old kept when Discord does not answer.</summary>
    public async Task<GatewayInfo> InfoAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await FreshInfoAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Null: a session may be begun now, and was noted. Otherwise how long to wait, and why.</summary>
    public async Task<IdentifyDecision?> BeginAsync(int shard, int shardsHere, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        await _one.WaitAsync(cancellationToken);
        try
        {
            var info = await FreshInfoAsync(cancellationToken);
            var begun = await ledger.ReadAsync(cancellationToken);
            var now = clock.Time.GetUtcNow();
            var decision = IdentifyBudget.Decide(begun, info.SessionStartLimit, clock.Now - _infoAt, shardsHere, now);
            if (decision.Wait > TimeSpan.Zero)
            {
                return decision;
            }

            await ledger.AddAsync(now, cancellationToken);
            wait = _slots.Take(shard, info.SessionStartLimit.MaxConcurrency, clock.Now, SinceTheProcessBefore(begun, now));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogError(exception, "No session is begun: the ledger of sessions cannot be kept in the data folder; make it writable");
            return new IdentifyDecision(TimeSpan.FromSeconds(30), "the ledger of sessions cannot be kept in the data folder; make it writable");
        }
        finally
        {
            _one.Release();
        }

        await clock.WaitAsync(wait, cancellationToken);
        return null;
    }

    public void Dispose() => _one.Dispose();

    private TimeSpan? SinceTheProcessBefore(IReadOnlyList<DateTimeOffset> begun, DateTimeOffset now) =>
        begun.Where(at => at < _began).Select(at => (TimeSpan?)(now - at)).LastOrDefault();

    private async Task<GatewayInfo> FreshInfoAsync(CancellationToken cancellationToken)
    {
        if (_info is { } known && clock.Now - _infoAt < Fresh)
        {
            return known;
        }

        try
        {
            _info = await rest.GetGatewayBotAsync(cancellationToken);
            _infoAt = clock.Now;
            return _info;
        }
        catch (DiscordCallException fault) when (_info is not null && !rest.IsTokenRefused)
        {
            logger.LogWarning("The gateway's state of sessions could not be asked for, so the last one known is used: {Fault}", fault.Message);
            return _info;
        }
    }
}
