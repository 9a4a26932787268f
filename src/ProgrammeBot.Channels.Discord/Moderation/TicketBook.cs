using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Questions for moderators in the store, and how their channel shows them.</summary>
/// <remarks>A reply has one ticket at most, of the same id: whoever presses twice finds the first one.</remarks>
internal sealed class TicketBook(DiscordServices services, DiscordPlaces places)
{
    public static TicketId IdOf(AnswerId answer) => new(answer.Value);

    /// <summary>The ticket that a button names, if it belongs to that guild: everybody can forge a button.</summary>
    public async Task<Ticket?> FindAsync(string subject, Snowflake? guild, CancellationToken cancellationToken)
    {
        if (!TicketId.TryParse(subject, out var id) || guild is not { } within)
        {
            return null;
        }

        await using var unit = await services.Store.ReadAsync(cancellationToken);
        return await unit.Tickets.FindAsync(id, cancellationToken) is { } ticket && ticket.Place.IsUnder(DiscordPlaces.GuildPlace(within)) ? ticket : null;
    }

    /// <summary>Keeps a new ticket; the one there is where there is one already.</summary>
    public async Task<Ticket> AddAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        await using var unit = await services.Store.WriteAsync(cancellationToken);
        switch (await unit.Tickets.SaveAsync(ticket, cancellationToken))
        {
            case TicketSave.Saved saved:
                await unit.CommitAsync(cancellationToken);
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
        await using var unit = await services.Store.WriteAsync(cancellationToken);
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

    /// <summary>As the moderators' channel shows it.</summary>
    public TicketCard View(Ticket ticket, Uri? message = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new TicketCard(ticket.Id.ToString(), ticket.Question)
        {
            Reply = ticket.Reply.Length == 0 ? null : ticket.Reply,
            Channel = Snowflake.TryParse(ticket.Place.Segments[^1], out var channel) ? channel : null,
            Message = message,
            Programme = ticket.Scope is { } scope ? services.Scopes.Find(scope)?.Name : null,
        };
    }

    /// <summary>The edit that shows how it ended; null while it has not.</summary>
    public OutgoingMessage? Ended(Ticket ticket, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return EndOf(ticket) is not { } end ? null : new TicketMessages(wording).Ended(View(ticket), new TicketEnd(end.At, PersonOf(end.By), ticket.Answer));
    }

    /// <summary>Who was faster, and what they did.</summary>
    public static string EndedBefore(Ticket ticket, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(wording);
        var end = EndOf(ticket);
        var who = PersonOf(end?.By) is { IsNone: false } person ? $"<@{person}>" : wording.Shared.SomeModerator;
        return SharedWording.Filled(ticket.Answer is null ? wording.Shared.ClosedBefore : wording.Shared.AnsweredBefore, Notices.Time(end?.At ?? ticket.OpenedAt), who);
    }

    /// <summary>Makes the moderators' message say how the ticket ended; one that is gone or out of reach is left.</summary>
    public async Task ShowEndAsync(Ticket ticket, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.ModeratorMessage is { } kept && MessageAddress.Of(services.Protection.Unprotect(kept)) is { } address && Ended(ticket, here.Wording) is { } message)
        {
            try
            {
                await services.Calls.EditAsync(address.Channel, address.Message, message, cancellationToken);
            }
            catch (DiscordCallException)
            {
                // The store has it; a button that was left says so when it is pressed.
            }
        }
    }

    /// <summary>Where it was asked, with its language.</summary>
    public Task<Here> PlaceAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return places.HereAsync(ticket.Place, cancellationToken);
    }

    private static TicketStep? EndOf(Ticket ticket) => ticket.Answered ?? (ticket.ClosedAt is null ? null : ticket.Taken);

    private static Snowflake PersonOf(string? by) => by is not null && by.StartsWith(DiscordPlaces.Person(default)[..^1], StringComparison.Ordinal) && Snowflake.TryParse(by[(by.LastIndexOf(':') + 1)..], out var id) ? id : default;
}
