using ProgrammeBot.Contacts;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>Looks after questions that nobody takes: they are announced again, and past their time the asker is told honestly.</summary>
/// <remarks>
/// What is due is decided by <see cref="TicketProgress"/> and noted before it is told, in a unit that one process has at a time: neither a
/// restart nor a second process tells twice. Where it could not be told, the note is taken back. A ticket that the timers gave up stays
/// open: a late answer is one still.
/// </remarks>
/// <param name="store">Keeps tickets and notes.</param>
/// <param name="news">Who tells, a platform each.</param>
/// <param name="contacts">Whom to ask instead.</param>
/// <param name="options">When.</param>
/// <param name="time">The clock.</param>
public sealed class TicketTimers(IStore store, IReadOnlyList<ITicketNews> news, ContactBook contacts, TicketOptions options, TimeProvider time)
{
    /// <summary>Nothing older is looked at: who asked so long ago has an answer from elsewhere.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>Tells whatever is due. How much was told.</summary>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var (ticket, due, before) in await DueAsync(cancellationToken))
        {
            if (await IsToldAsync(ticket, due, cancellationToken))
            {
                told++;
            }
            else
            {
                await NoteAsync(ticket.Id, before, cancellationToken);
            }
        }

        return told;
    }

    private async Task<bool> IsToldAsync(Ticket ticket, TicketDue due, CancellationToken cancellationToken)
    {
        var teller = news.First(n => n.Platform == ticket.Place.Platform); // only those that have one are due
        return due == TicketDue.Reminder
            ? await teller.RemindAsync(ticket, cancellationToken)
            : await teller.GiveUpAsync(ticket, contacts.For(ticket.Question, ticket.Scope), cancellationToken);
    }

    private async Task<List<(Ticket Ticket, TicketDue Due, TicketProgress Before)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = new List<(Ticket, TicketDue, TicketProgress)>();
        await using var unit = await store.WriteAsync(cancellationToken);
        foreach (var ticket in await unit.Tickets.ListAsync(null, now - options.GiveUpAfter - Oldest, cancellationToken))
        {
            if (!news.Any(n => n.Platform == ticket.Place.Platform))
            {
                continue;
            }

            var mark = TicketProgress.MarkOf(ticket.Id);
            var kept = await unit.Marks.FindAsync(mark, cancellationToken);
            var before = TicketProgress.Read(kept);
            var (what, then) = before.At(now, ticket, options);
            if (what != TicketDue.Nothing)
            {
                await unit.Marks.SetAsync(mark, then.ToString(), cancellationToken);
                due.Add((ticket, what, before));
            }
            else if (kept is not null && ticket.State is TicketState.Answered or TicketState.Closed)
            {
                await unit.Marks.SetAsync(mark, null, cancellationToken);
            }
        }

        await unit.CommitAsync(cancellationToken);
        return due;
    }

    private async Task NoteAsync(TicketId id, TicketProgress progress, CancellationToken cancellationToken)
    {
        await using var unit = await store.WriteAsync(cancellationToken);
        await unit.Marks.SetAsync(TicketProgress.MarkOf(id), progress.ToString(), cancellationToken);
        await unit.CommitAsync(cancellationToken);
    }
}
