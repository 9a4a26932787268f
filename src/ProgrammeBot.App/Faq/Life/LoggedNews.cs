using ProgrammeBot.Moderation;

namespace ProgrammeBot.App.Faq.Life;

/// <summary>Writes into the log what moderators should know, and takes it to every channel that can tell them. A channel that fails keeps none of the others from it.</summary>
internal sealed class LoggedNews(Func<IEnumerable<IModeratorNews>> channels, ILogger<LoggedNews> log) : IModeratorNews
{
    public async Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        log.LogInformation("For moderators{Owner}: {Notice}", notice.OwnerRole is { } role ? $" ({role})" : "", notice.ToString());
        foreach (var channel in channels())
        {
            try
            {
                await channel.TellAsync(notice, cancellationToken);
            }
#pragma warning disable CA1031 // Whatever a channel has, the others are told.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogWarning(e, "Moderators could not be told through a channel; the notice is kept and shown on the pages");
            }
        }
    }
}
