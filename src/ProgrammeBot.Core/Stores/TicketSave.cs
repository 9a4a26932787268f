namespace ProgrammeBot.Stores;

/// <summary>What became of a change of a ticket.</summary>
public abstract record TicketSave
{
    private TicketSave()
    {
    }

    /// <summary>Written; the ticket as it now stands.</summary>
    public sealed record Saved(Ticket Ticket) : TicketSave;

    /// <summary>Nothing was written: somebody else changed (or made) the ticket meanwhile, and this is what they made of it.</summary>
    public sealed record Conflict(Ticket Current) : TicketSave;

    /// <summary>Nothing was written: the change is based on a revision, but there is no such ticket (any more).</summary>
    public sealed record Missing : TicketSave;
}
