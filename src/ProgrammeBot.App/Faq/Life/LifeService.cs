using System.Threading.Channels;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq.Expiry;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>Looks after entries while the host runs: retires those whose day has passed, and tells what a change of the sources did to them.</summary>
/// <param name="bot">Tells of changed sources.</param>
/// <param name="expiry">Retires and warns.</param>
/// <param name="impact">Says what rests on what changed.</param>
/// <param name="start">How things stood before the sources were looked at; null where nothing was indexed before.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told of what fails.</param>
internal sealed class LifeService(Bot bot, ExpiryJob expiry, ImpactDesk impact, CitedPlaces? start, TimeProvider time, ILogger<LifeService> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(30);

    /// <summary>One mark is enough, however often the index was published meanwhile.</summary>
    private readonly Channel<bool> _published = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private CitedPlaces? _before = start;

    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        bot.Indexer.Published += Mark;
        return base.StartAsync(CancellationToken.None);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        bot.Indexer.Published -= Mark;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // What changed while the host was away shows in the first round.
            while (true)
            {
                await TryAsync("The entries' days", expiry.RunAsync, stoppingToken);
                await TryAsync("What rests on changed sources", LookAsync, stoppingToken);
                using var timeout = new CancellationTokenSource(Round, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
                try
                {
                    await _published.Reader.ReadAsync(either.Token);
                }
                catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
                {
                    // Time for another round.
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var corpus = bot.Indexer.Current;
        if (_before is { } before)
        {
            var report = await impact.BetweenAsync(before, corpus, cancellationToken);
            if (report.Documents.Count > 0 && !report.IsNone)
            {
                log.LogWarning("Sources changed. {Impact}", report.ToString());
            }

            await impact.TellAsync(report, cancellationToken);
        }

        _before = await impact.SnapshotAsync(corpus, cancellationToken);
    }

    private async Task TryAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "{What} could not be looked at; it is tried again", what);
        }
    }

    private void Mark() => _published.Writer.TryWrite(true);
}
