namespace ProgrammeBot.Moderation;

/// <summary>Takes what moderators should know to where they read.</summary>
/// <remarks>
/// Called after the commit of what it tells of, once for each notice over all processes and restarts: whoever cannot deliver says so in the log.
/// The notice itself is kept by then, see <see cref="NoticeBoard"/>. Many may call at once.
/// </remarks>
public interface IModeratorNews
{
    Task TellAsync(Notice notice, CancellationToken cancellationToken);
}
