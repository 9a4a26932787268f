using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Contacts;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>Questions that nobody takes: said again below the question in the moderators' channel, and at last to the asker.</summary>
internal sealed class TicketNews(DiscordServices services, DiscordPlaces places, AskerNews news) : ITicketNews
{
    private const int QuestionRoom = 300;

    public string Platform => DiscordPlaces.Platform;

    public async ValueTask<bool> RemindAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.ModeratorMessage is not { } kept || MessageAddress.Of(services.Protection.Unprotect(kept)) is not { } address)
        {
            return true;
        }

        var here = await places.HereAsync(ticket.Place, cancellationToken);
        var role = Snowflake.TryParse(here.Settings.ModeratorRole, out var set) && !set.IsNone ? set : (Snowflake?)null;
        var words = SharedWording.Filled(here.Wording.Shared.QuestionWaits, Notices.Time(ticket.OpenedAt));
        try
        {
            await services.Calls.SendAsync(
                address.Channel,
                new OutgoingMessage
                {
                    Content = role is { } pinged ? $"<@&{pinged}> {words}" : words,
                    MessageReference = new MessageReference { MessageId = address.Message, ChannelId = address.Channel, FailIfNotExists = false },
                    AllowedMentions = role is { } moderators ? new AllowedMentions { Roles = [moderators] } : AllowedMentions.Nobody,
                },
                cancellationToken);
            return true;
        }
        catch (DiscordCallException e)
        {
            services.Log.LogInformation("A question that waits could not be announced again ({Code}): {Message}", e.Code, e.Message);
            return false;
        }
    }

    public async ValueTask<bool> GiveUpAsync(Ticket ticket, Contact? contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var here = await places.HereAsync(ticket.Place, cancellationToken);
        var words = here.Wording.Shared;
        var asked = DiscordText.EscapeLine(ticket.Question, QuestionRoom);
        var said = contact is null ? words.NobodyAnsweredKept : SharedWording.Filled(words.NobodyAnsweredAsk, Notices.Words(contact.Text, QuestionRoom));
        var told = await news.TellAsync(
            ticket.Asker,
            new OutgoingMessage { Content = $"**{words.NobodyAnswered}**\n> {(asked.Length == 0 ? TextCut.Ellipsis : asked)}\n\n{said}", AllowedMentions = AllowedMentions.Nobody },
            // What was asked in private is not repeated before everybody.
            person => new OutgoingMessage { Content = $"<@{person}> **{words.NobodyAnswered}** {said}" },
            here.Channel,
            "g" + ticket.Id.ToString()[^22..],
            cancellationToken);
        return told is not Told.NotReached;
    }
}
