using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Discord.Client.Rest;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>Our own client of Discord: events over the gateway, calls over REST, on the framework alone.</summary>
/// <remarks>One run at a time. Calls may be made whether it runs or not, by many at once.</remarks>
public sealed class DiscordClient : IDisposable
{
    private readonly DiscordClientOptions _options;
    private readonly IIdentifyLedger _ledger;
    private readonly SteadyClock _clock;
    private readonly Jitter _jitter;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<(int Shard, int Shards), ShardMemory> _memories = new();
    private volatile Presence? _presence;
    private volatile Running _running = new(null, [], null);

    /// <param name="options">Token, intents, shards; faulty ones are refused with an <see cref="ArgumentException"/> that names each.</param>
    /// <param name="ledger">Remembers begun sessions over restarts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Chance for waits.</param>
    /// <param name="logger">Is told what happens, without content and secrets.</param>
    public DiscordClient(DiscordClientOptions options, IIdentifyLedger ledger, TimeProvider time, Random random, ILogger<DiscordClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        }

        _options = options;
        _presence = options.Presence;
        _ledger = ledger;
        _clock = new SteadyClock(time);
        _jitter = new Jitter(random);
        _logger = logger;
        Rest = new DiscordRest(options, time, _jitter, logger);
    }

    /// <summary>What the channel asks of Discord.</summary>
    public IDiscordCalls Calls => Rest;

    /// <summary>The same, with what start-up and <c>doctor</c> need besides.</summary>
    public DiscordRest Rest { get; }

    public DiscordHealth Health
    {
        get
        {
            var running = _running;
            var shards = running.Shards.Select(shard => shard.Gauge.Health).ToList();
            return new DiscordHealth(shards)
            {
                HasFailed = Rest.IsTokenRefused || shards.Any(shard => shard.State == ShardState.Failed),
                ReadsMessageContent = (running.Setting?.Intents ?? _options.Intents).HasFlag(DiscordIntents.MessageContent),
                RefusedCalls = Rest.RefusedCalls,
                Notes = [.. shards.Select(shard => shard.Note).Append(running.Note).Append(Rest.IsTokenRefused ? DiscordStoppedException.TokenRefused : null).OfType<string>().Distinct()],
            };
        }
    }

    /// <summary>Connects all shards of this process and hands their events over, until it is cancelled. It returns then, and does not throw.</summary>
    /// <remarks>Whatever may pass by itself is waited for; what cannot is a <see cref="DiscordStoppedException"/> that says what to do.</remarks>
    public async Task RunAsync(IDiscordEvents events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        using var starts = new SessionStarts(Rest, _ledger, _clock, _logger);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var info = await FirstAnswerAsync(starts, cancellationToken);
            var plan = ShardPlan.Of(_options, info.Shards);
            var setting = new ShardSetting(_options, plan.Count, plan.Ours.Count) { Presence = _presence };
            var reader = new EventReader(events, _logger);
            var shards = plan.Ours.Select(shard => new Shard(shard, setting, MemoryOf(shard, plan.Count), Rest, starts, reader, _clock, _jitter, _logger)).ToList();
            _running = new Running(setting, shards, null);
            await Task.WhenAll(shards.Select(shard => StopAllWithAsync(shard, stopping)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before there were shards.
        }
    }

    /// <summary>Shows something else beside the bot's name, now or as soon as a session is up.</summary>
    public void Show(Presence presence)
    {
        ArgumentNullException.ThrowIfNull(presence);
        var running = _running;
        _presence = presence;
        running.Setting?.Presence = presence;
        foreach (var shard in running.Shards)
        {
            shard.Show();
        }
    }

    public void Dispose() => Rest.Dispose();

    private ShardMemory MemoryOf(int shard, int shards) => _memories.GetOrAdd((shard, shards), _ => new ShardMemory());

    /// <summary>A shard that must stop for good stops the others: each would meet the same.</summary>
    private static async Task StopAllWithAsync(Shard shard, CancellationTokenSource stopping)
    {
        try
        {
            await shard.RunAsync(stopping.Token);
        }
        catch
        {
            await stopping.CancelAsync();
            throw;
        }
    }

    private async Task<GatewayInfo> FirstAnswerAsync(SessionStarts starts, CancellationToken cancellationToken)
    {
        var waits = new ReconnectWaits(_jitter);
        while (true)
        {
            try
            {
                return await starts.InfoAsync(cancellationToken);
            }
            catch (DiscordCallException fault) when (!Rest.IsTokenRefused)
            {
                _logger.LogWarning("Discord cannot be reached yet: {Fault}", fault.Message);
                _running = new Running(null, [], $"Discord cannot be reached yet: {fault.Message}");
            }
            catch (DiscordCallException)
            {
                throw new DiscordStoppedException(DiscordStoppedException.TokenRefused);
            }

            await _clock.WaitAsync(waits.After(new NextStep.Resume(), null), cancellationToken);
        }
    }

    private sealed record Running(ShardSetting? Setting, IReadOnlyList<Shard> Shards, string? Note);
}
