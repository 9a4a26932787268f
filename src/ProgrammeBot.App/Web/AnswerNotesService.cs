using ProgrammeBot.Asking;

namespace ProgrammeBot.App.Web;

/// <summary>Keeps what the web answered, behind it; what is noted when it stops, after the last request was answered, is still kept.</summary>
internal sealed class AnswerNotesService(AnswerNotes notes, ILogger<AnswerNotesService> log) : BackgroundService
{
    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            try
            {
                await notes.RunAsync(e => log.LogWarning("What the web answered cannot be kept now, and waits: {Message}", e.Message), stoppingToken);
            }
#pragma warning disable CA1031 // Answering goes on without it, and so do later answers.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(e, "What the web answered could not be kept.");
            }
        }
        while (!stoppingToken.IsCancellationRequested);
        if (notes.Dropped is > 0 and var dropped)
        {
            log.LogWarning("{Count} answers of the web are missing in the log of answers: the store could not be written, or they came too fast.", dropped);
        }
    }
}
