using ProgrammeBot.Privacy;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Privacy;

/// <summary>Forgets what is past its time: at the start, and every few hours.</summary>
internal sealed class RetentionService(RetentionRound round, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    /// <summary>Shorter than the shortest time that anything is kept by days; what lives for minutes is found by nobody once its time is over.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromHours(3);

    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (kind, count) in await round.RunAsync(cancellationToken))
            {
                log.LogInformation("Past their time and forgotten: {Count} {Kind}", count, kind);
            }
        }
        catch (StoreException e)
        {
            log.LogWarning("What is past its time could not be forgotten, and is tried again in {Hours} hours: {Message}", Between.TotalHours, e.Message);
        }
    }
}
