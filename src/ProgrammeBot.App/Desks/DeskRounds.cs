using ProgrammeBot.Moderation.Digest;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;
using ProgrammeBot.Voting;

namespace ProgrammeBot.App.Desks;

/// <summary>Each minute looks after questions that nobody takes; at some of them lets votes tune the entries, and tells of the week.</summary>
internal sealed class DeskRounds(TicketTimers tickets, FeedbackDesk feedback, WeeklyDigest digest, TimeProvider time, ILogger<DeskRounds> log) : BackgroundService
{
    private const int RoundsBetweenTuning = 10;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            for (var round = 1; await timer.WaitForNextTickAsync(stoppingToken); round++)
            {
                await RoundAsync(round % RoundsBetweenTuning == 0, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task RoundAsync(bool tunes, CancellationToken cancellationToken)
    {
        try
        {
            await tickets.RoundAsync(cancellationToken);
            if (tunes)
            {
                await digest.RunAsync(cancellationToken);
            }

            if (tunes && await feedback.TuneAsync(cancellationToken) is > 0 and var moved)
            {
                log.LogInformation("Votes moved the thresholds of {Count} entries.", moved);
            }
        }
        catch (StoreException e)
        {
            log.LogWarning("Waiting questions and votes could not be looked after, and are again in a minute: {Message}", e.Message);
        }
#pragma warning disable CA1031 // The next round begins anew.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "A round over waiting questions and votes failed.");
        }
    }
}
