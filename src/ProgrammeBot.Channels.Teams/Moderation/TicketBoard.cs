using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>How the moderators' channel shows questions, and whose they are.</summary>
internal sealed class TicketBoard(TeamsServices services, TeamsPlaces places, ModeratorDesks desks, PersonNames names)
{
    public TicketView View(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return new TicketView(ticket.Id.ToString(), ticket.Question)
        {
            Reply = ticket.Reply.Length == 0 ? null : ticket.Reply,
            Programme = ticket.Scope is { } scope ? services.Scopes.Find(scope)?.Name : null,
        };
    }

    /// <summary>Begins a thread with the question. Null where the channel cannot be written to.</summary>
    public async Task<MessageAddress?> PostAsync(Ticket ticket, ModeratorsDesk desk, CancellationToken cancellationToken)
    {
        var wording = services.Wording.For(desk.Settings.Language);
        var card = OutgoingActivity.Shows(new TicketCards(wording).Open(View(ticket)), wording.Shared.TicketTitle);
        try
        {
            return await services.Calls.StartThreadAsync(desk.Team, desk.Channel, card, cancellationToken);
        }
        catch (TeamsCallException e)
        {
            services.Log.LogWarning("A question could not be brought to the moderators' channel: {Message}", e.Message);
            return null;
        }
    }

    /// <summary>The card that says how it ended; null while it has not.</summary>
    public JsonObject? Ended(Ticket ticket, TeamsWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return TicketDesk.EndOf(ticket) is { } end
            ? new TicketCards(wording).Ended(View(ticket), new TicketEnd(end.At, names.Of(end.By, wording.Shared.SomeModerator), ticket.Answer))
            : null;
    }

    /// <summary>Makes the moderators' message say how the ticket ended; one that is gone or out of reach is left.</summary>
    public async Task ShowEndAsync(Ticket ticket, TeamsWording wording, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (Kept.Message(services.Protection, ticket.ModeratorMessage) is { } message && Ended(ticket, wording) is { } card)
        {
            try
            {
                await services.Calls.UpdateAsync(message, OutgoingActivity.Shows(card), cancellationToken);
            }
            catch (TeamsCallException)
            {
                // The store has it; a button that was left says so when it is pressed.
            }
        }
    }

    /// <summary>What holds where its moderators were set, which says who they are.</summary>
    public async Task<PlaceSettings> ModeratedByAsync(Ticket ticket, Here here, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return (await desks.FindAsync(ticket.Place, here.Address, ticket.Scope, cancellationToken))?.Settings ?? await places.SettingsAsync(ticket.Place, cancellationToken);
    }
}
