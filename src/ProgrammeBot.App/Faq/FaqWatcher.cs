using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Keeps the FAQ of the running host in step with the store and the corpus.</summary>
internal sealed class FaqWatcher(LiveFaq faq, IStore store, TimeProvider time, ILogger<FaqWatcher> log) : BackgroundService
{
    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await faq.WatchAsync(store, time, e => log.LogWarning(e, "The FAQ cannot be read; what was read before goes on answering"), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }
}
