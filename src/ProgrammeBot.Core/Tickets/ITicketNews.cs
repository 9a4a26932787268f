using ProgrammeBot.Contacts;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>Tells moderators and askers what the timers decide, on one platform.</summary>
/// <remarks>Many may call at once. A platform that cannot be reached is no fault: it says so, and is asked again later.</remarks>
public interface ITicketNews
{
    /// <summary>The first segment of its places.</summary>
    string Platform { get; }

    /// <summary>Announces a question again that nobody has taken. Whether it could be done; true also where there is nobody to tell.</summary>
    ValueTask<bool> RemindAsync(Ticket ticket, CancellationToken cancellationToken);

    /// <summary>Tells the asker that nobody has answered. Whether it could be done; true also where there is nobody to tell.</summary>
    /// <param name="ticket">The question.</param>
    /// <param name="contact">Whom to ask instead; null where nobody is known.</param>
    /// <param name="cancellationToken">Given up, nothing was told or everything.</param>
    ValueTask<bool> GiveUpAsync(Ticket ticket, Contact? contact, CancellationToken cancellationToken);
}
