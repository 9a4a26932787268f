using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>What became of a moderator's step with a ticket.</summary>
public abstract record TicketOutcome
{
    private TicketOutcome()
    {
    }

    /// <summary>Done, on disk; the ticket as it now stands.</summary>
    public sealed record Done(Ticket Ticket) : TicketOutcome;

    /// <summary>Nothing was done: it is so already, or somebody was faster; the ticket as it stands.</summary>
    public sealed record Unchanged(Ticket Ticket) : TicketOutcome;

    /// <summary>Nothing was done: there is no such ticket, or none that this moderator sees.</summary>
    public sealed record Missing : TicketOutcome;
}
