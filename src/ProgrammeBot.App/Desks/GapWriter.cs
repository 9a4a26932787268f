using ProgrammeBot.Gaps;

namespace ProgrammeBot.App.Desks;

/// <summary>Keeps what the host's channels collect, behind them; what is noted when it stops is still kept.</summary>
internal sealed class GapWriter(GapCollector collector, ILogger<GapWriter> log) : BackgroundService
{
    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            try
            {
                await collector.RunAsync(e => log.LogWarning("Questions that were not answered cannot be kept now, and wait: {Message}", e.Message), stoppingToken);
            }
#pragma warning disable CA1031 // Answering goes on without it, and so do later questions.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(e, "Questions that were not answered could not be kept.");
            }
        }
        while (!stoppingToken.IsCancellationRequested);
        if (collector.Dropped is > 0 and var dropped)
        {
            log.LogWarning("{Count} questions that were not answered were lost: the store could not be written, or they came too fast.", dropped);
        }
    }
}
