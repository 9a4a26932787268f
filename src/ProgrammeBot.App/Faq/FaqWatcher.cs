using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Faq;

/// <summary>Keeps the FAQ of the running host in step with the store and the corpus.</summary>
internal sealed class FaqWatcher(LiveFaq faq, IStore store, TimeProvider time, ILogger<FaqWatcher> log) : BackgroundService
{
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
