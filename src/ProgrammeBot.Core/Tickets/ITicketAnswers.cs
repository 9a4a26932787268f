using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>Takes an answer that was written elsewhere, on a page or a command line, to whoever asked, on one platform.</summary>
/// <remarks>Many may call at once. A platform that cannot be reached is no fault: it says so, and the moderator is told.</remarks>
public interface ITicketAnswers
{
    /// <summary>The first segment of its places.</summary>
    string Platform { get; }

    /// <summary>Tells the asker, and shows the ticket's end where moderators see it.</summary>
    /// <param name="ticket">As it was answered; its asker is still known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the asker was told.</returns>
    ValueTask<bool> TellAsync(Ticket ticket, CancellationToken cancellationToken);
}
