using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Questions for moderators in the store, and how their channel shows them.</summary>
internal sealed class TicketBook(DiscordServices services, DiscordPlaces places, TicketDesk desk)
{
    /// <summary>The ticket that a button names, if it belongs to that guild.</summary>
    public Task<Ticket?> FindAsync(string subject, Snowflake? guild, CancellationToken cancellationToken) =>
        guild is { } within ? desk.FindAsync(subject, DiscordPlaces.GuildPlace(within), cancellationToken) : Task.FromResult<Ticket?>(null);

    /// <inheritdoc cref="TicketDesk.AddAsync"/>
    public Task<Ticket> AddAsync(Ticket ticket, CancellationToken cancellationToken) => desk.AddAsync(ticket, cancellationToken);

    /// <inheritdoc cref="TicketDesk.ChangeAsync"/>
    public Task<(Ticket? Ticket, bool IsChanged)> ChangeAsync(TicketId id, Func<Ticket, Ticket?> change, CancellationToken cancellationToken) => desk.ChangeAsync(id, change, cancellationToken);

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
        return TicketDesk.EndOf(ticket) is not { } end ? null : new TicketMessages(wording).Ended(View(ticket), new TicketEnd(end.At, PersonOf(end.By), ticket.Answer));
    }

    /// <summary>Who was faster, and what they did.</summary>
    public static string EndedBefore(Ticket ticket, DiscordWording wording)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(wording);
        var end = TicketDesk.EndOf(ticket);
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

    private static Snowflake PersonOf(string? by) => by is not null && by.StartsWith(DiscordPlaces.Person(default)[..^1], StringComparison.Ordinal) && Snowflake.TryParse(by[(by.LastIndexOf(':') + 1)..], out var id) ? id : default;
}
