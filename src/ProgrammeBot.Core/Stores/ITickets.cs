namespace ProgrammeBot.Stores;

/// <summary>Questions that were brought to the moderators.</summary>
public interface ITickets
{
    /// <summary>The ticket, or null when there is none of that id.</summary>
    ValueTask<Ticket?> FindAsync(TicketId id, CancellationToken cancellationToken);

    /// <summary>The tickets of a place and all within it that are not closed, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Ticket>> ListOpenAsync(PlaceId prefix, CancellationToken cancellationToken);

    /// <summary>The tickets opened since a time, in whichever state, of a place and all within it or of everywhere; the oldest id first.</summary>
    ValueTask<IReadOnlyList<Ticket>> ListAsync(PlaceId? prefix, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The tickets that still name a person as their asker, the oldest id first.</summary>
    ValueTask<IReadOnlyList<Ticket>> OfAskerAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>Writes a new ticket or a change of one, unless somebody else was faster.</summary>
    /// <remarks>Saved only if the ticket's revision in the store is <see cref="Ticket.Revision"/> (0: there is no such ticket); it is one more afterwards.</remarks>
    ValueTask<TicketSave> SaveAsync(Ticket ticket, CancellationToken cancellationToken);

    /// <summary>'Forget me': takes the person out of their tickets, which stay. How many there were.</summary>
    ValueTask<int> ForgetAskerAsync(KeyedHash person, CancellationToken cancellationToken);

    /// <summary>Removes the tickets closed before a time. How many there were.</summary>
    ValueTask<int> RemoveClosedBeforeAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes the tickets of a place and all within it. How many there were.</summary>
    ValueTask<int> RemoveUnderAsync(PlaceId prefix, CancellationToken cancellationToken);
}
