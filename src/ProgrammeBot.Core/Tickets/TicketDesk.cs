using ProgrammeBot.Asking;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>Questions for moderators, from whichever platform: each change is one unit of work, and the first one counts.</summary>
/// <remarks>A reply has one ticket at most, of the same id: whoever presses twice finds the first one. Who may do what is the caller's to ask first.</remarks>
/// <param name="store">Keeps them.</param>
public sealed class TicketDesk(IStore store)
{
    /// <summary>Takes what is brought to moderators to the gaps; null where nobody collects them.</summary>
    public GapCollector? Gaps { get; init; }

    /// <summary>Finds the reply that a ticket is about, as long as that is known.</summary>
    public Func<AnswerId, GivenReply?> Given { get; init; } = _ => null;

    /// <summary>The guild, team or tenant of a place; null for a person's own chat.</summary>
    public Func<PlaceId, PlaceId?> Within { get; init; } = _ => null;

    public static TicketId IdOf(AnswerId answer) => new(answer.Value);

    /// <summary>Whether nobody has answered or closed it.</summary>
    public static bool IsOpen(Ticket ticket) => ticket is { Answered: null, ClosedAt: null };

    /// <summary>Who ended it and when; null while nobody has.</summary>
    public static TicketStep? EndOf(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.Answered ?? (ticket.ClosedAt is null ? null : ticket.Taken);
    }

    /// <summary>The ticket that a button names, if it belongs there: everybody can forge a button.</summary>
    public async Task<Ticket?> FindAsync(string subject, PlaceId within, CancellationToken cancellationToken)
    {
        if (!TicketId.TryParse(subject, out var id))
        {
            return null;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Tickets.FindAsync(id, cancellationToken) is { } ticket && ticket.Place.IsUnder(within) ? ticket : null;
    }

    /// <summary>Keeps a new ticket; the one there is where there is one already.</summary>
    public async Task<Ticket> AddAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        switch (await unit.Tickets.SaveAsync(ticket, cancellationToken))
        {
            case TicketSave.Saved saved:
                await unit.CommitAsync(cancellationToken);
                Gaps?.Escalated(saved.Ticket, saved.Ticket.About is { } about ? Given(about) : null, Within(saved.Ticket.Place));
                return saved.Ticket;
            case TicketSave.Conflict conflict:
                return conflict.Current;
            default:
                return ticket;
        }
    }

    /// <summary>Changes a ticket as it stands now.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="change">Null leaves it as it is.</param>
    /// <param name="cancellationToken">Given up before the commit, nothing is kept.</param>
    /// <returns>The ticket as it then stands, null where there is none; and whether it was changed.</returns>
    public async Task<(Ticket? Ticket, bool IsChanged)> ChangeAsync(TicketId id, Func<Ticket, Ticket?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Tickets.FindAsync(id, cancellationToken) is not { } current)
        {
            return (null, false);
        }

        // Nothing changes under a writing unit, so it cannot conflict.
        if (change(current) is not { } changed || await unit.Tickets.SaveAsync(changed, cancellationToken) is not TicketSave.Saved saved)
        {
            return (current, false);
        }

        await unit.CommitAsync(cancellationToken);
        return (saved.Ticket, true);
    }

    /// <summary>The tickets that a moderator sees, in whichever state, opened since a time; the oldest first.</summary>
    public async Task<IReadOnlyList<Ticket>> ListAsync(Moderator who, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        return [.. (await unit.Tickets.ListAsync(null, since, cancellationToken)).Where(t => who.Sees(t.Place))];
    }

    /// <summary>One ticket; null where there is none that this moderator sees.</summary>
    public async Task<Ticket?> FindAsync(Moderator who, TicketId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await unit.Tickets.FindAsync(id, cancellationToken) is { } ticket && who.Sees(ticket.Place) ? ticket : null;
    }

    /// <summary>Looks after a ticket that nobody looks after.</summary>
    public Task<TicketOutcome> TakeAsync(Moderator who, TicketId id, UlidSource ids, CancellationToken cancellationToken) =>
        StepAsync(who, id, "ticket taken", ids, (ticket, at) => ticket.State == TicketState.Open ? ticket.TakenBy(who.Name, at) : null, null, cancellationToken);

    /// <summary>Ends a ticket without an answer; its asker is forgotten.</summary>
    public Task<TicketOutcome> CloseAsync(Moderator who, TicketId id, UlidSource ids, CancellationToken cancellationToken) =>
        StepAsync(who, id, "ticket closed", ids, (ticket, at) => ticket.ClosedAt is null ? (ticket.Taken is null ? ticket.TakenBy(who.Name, at) : ticket).Closed(at) : null, null, cancellationToken);

    /// <summary>Opens a ticket again that was answered or closed; the timers begin anew.</summary>
    public Task<TicketOutcome> ReopenAsync(Moderator who, TicketId id, UlidSource ids, CancellationToken cancellationToken) => StepAsync(
        who, id, "ticket reopened", ids,
        (ticket, _) => IsOpen(ticket) ? null : ticket.Reopened(),
        (unit, at) => unit.Marks.SetAsync(TicketProgress.MarkOf(id), (TicketProgress.None with { From = at }).ToString(), cancellationToken),
        cancellationToken);

    private async Task<TicketOutcome> StepAsync(
        Moderator who, TicketId id, string action, UlidSource ids, Func<Ticket, DateTimeOffset, Ticket?> step, Func<IUnitOfWork, DateTimeOffset, ValueTask>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(ids);
        var audit = ids.NextAudit();
        await using var unit = await store.WriteAsync(cancellationToken);
        if (await unit.Tickets.FindAsync(id, cancellationToken) is not { } ticket || !who.Sees(ticket.Place))
        {
            return new TicketOutcome.Missing();
        }

        // Nothing changes under a writing unit, so it cannot conflict.
        if (step(ticket, audit.Value.At) is not { } changed || await unit.Tickets.SaveAsync(changed, cancellationToken) is not TicketSave.Saved saved)
        {
            return new TicketOutcome.Unchanged(ticket);
        }

        await (also?.Invoke(unit, audit.Value.At) ?? default);
        await unit.Audit.AddAsync(new AuditRecord(audit, who.Name, action, id.ToString()) { Within = Within(ticket.Place) ?? ticket.Place }, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return new TicketOutcome.Done(saved.Ticket);
    }
}
