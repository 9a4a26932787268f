using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Contacts;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>Questions that nobody takes: said again in the question's thread of the moderators' channel, and at last to the asker, in a chat of their own.</summary>
internal sealed class TicketNews(TeamsServices services, TeamsPlaces places) : ITicketNews
{
    private const int QuestionRoom = 300;
    private const int ContactRoom = 600;

    public string Platform => Whereabouts.Platform;

    public async ValueTask<bool> RemindAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (Kept.Message(services.Protection, ticket.ModeratorMessage) is not { } message)
        {
            return true;
        }

        var words = await WordingAsync(ticket, cancellationToken);
        var said = SharedWording.Filled(words.Shared.QuestionWaits, TeamsCards.Time(ticket.OpenedAt));
        return await IsToldAsync(() => services.Calls.SendAsync(message.In, OutgoingActivity.Says(said) with { Summary = said }, message.Id, isAwaited: true, cancellationToken));
    }

    public async ValueTask<bool> GiveUpAsync(Ticket ticket, Contact? contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (Kept.Person(services.Protection, ticket.Asker?.Address) is not { } person)
        {
            return true;
        }

        var words = (await WordingAsync(ticket, cancellationToken)).Shared;
        var asked = TeamsText.EscapeLine(ticket.Question, QuestionRoom);
        var said = contact is null ? words.NobodyAnsweredKept : SharedWording.Filled(words.NobodyAnsweredAsk, TeamsText.Trusted(contact.Text, ContactRoom));
        var activity = OutgoingActivity.Says($"**{words.NobodyAnswered}**\n\n> {(asked.Length == 0 ? TextCut.Ellipsis : asked)}\n\n{said}") with { Summary = words.NobodyAnswered };
        return await IsToldAsync(async () => await services.Calls.SendAsync(await services.Calls.OpenPersonalAsync(person, cancellationToken), activity, null, isAwaited: true, cancellationToken));
    }

    private async Task<TeamsWording> WordingAsync(Ticket ticket, CancellationToken cancellationToken) =>
        services.Wording.For((await places.SettingsAsync(ticket.Place, cancellationToken)).Language);

    private async Task<bool> IsToldAsync(Func<Task> tell)
    {
        try
        {
            await tell();
            return true;
        }
        catch (TeamsCallException e)
        {
            services.Log.LogInformation("Nobody could be told of a question that waits ({Code}): {Message}", e.Code, e.Message);
            return false;
        }
    }
}
