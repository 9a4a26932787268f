using System.Globalization;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tickets;

/// <summary>What is due for a ticket that nobody has taken.</summary>
public enum TicketDue
{
    Nothing,

    /// <summary>Its moderators are to be told again.</summary>
    Reminder,

    /// <summary>Its asker is to be told that nobody answered.</summary>
    GivingUp,
}

/// <summary>How far the timers are with a ticket; kept as a mark, so that a restart repeats nothing.</summary>
/// <param name="Reminded">How often its moderators were told again.</param>
/// <param name="GaveUp">Whether its asker was told.</param>
/// <param name="From">When it was reopened, which counts as the beginning; null where it never was.</param>
internal sealed record TicketProgress(int Reminded, bool GaveUp, DateTimeOffset? From)
{
    public static readonly TicketProgress None = new(0, false, null);

    public static string MarkOf(TicketId id) => $"ticket {id}";

    /// <summary>What is due now, and how far the timers then are. After a long stop one reminder stands for all that were missed.</summary>
    public (TicketDue Due, TicketProgress Then) At(DateTimeOffset now, Ticket ticket, TicketOptions options)
    {
        var since = now - (From ?? ticket.OpenedAt);
        if (ticket.State != TicketState.Open || GaveUp)
        {
            return (TicketDue.Nothing, this);
        }

        if (since >= options.GiveUpAfter)
        {
            return (TicketDue.GivingUp, this with { GaveUp = true });
        }

        // After once, three times, seven times the wait: each wait is twice the one before.
        var reminders = Enumerable.Range(1, TicketOptions.MostReminders).Count(n => since >= options.RemindAfter * ((1 << n) - 1));
        return reminders > Reminded ? (TicketDue.Reminder, this with { Reminded = reminders }) : (TicketDue.Nothing, this);
    }

    /// <summary>What a mark says; what nobody wrote says nothing.</summary>
    public static TicketProgress Read(string? mark) =>
        mark?.Split(' ') is [var reminded, var gaveUp, var from] && int.TryParse(reminded, CultureInfo.InvariantCulture, out var count) && long.TryParse(from, CultureInfo.InvariantCulture, out var milliseconds)
            ? new TicketProgress(count, gaveUp == "gave-up", milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())))
            : None;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Reminded} {(GaveUp ? "gave-up" : "waits")} {From?.ToUnixTimeMilliseconds() ?? 0}");
}
