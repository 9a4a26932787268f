using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Questions in the moderators' channel.</summary>
public sealed class TicketMessages(DiscordWording wording)
{
    private const int QuestionRoom = 1500;
    private const int ProgrammeRoom = 200;

    /// <param name="ticket">The question.</param>
    /// <param name="moderators">The role to ping; null pings nobody.</param>
    public OutgoingMessage Open(TicketCard ticket, Snowflake? moderators = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        List<Component> buttons =
        [
            Parts.Button(new CustomId(ComponentKind.TicketAnswer, ticket.Id), wording.Shared.TicketAnswerButton, ButtonStyle.Primary),
            Parts.Button(new CustomId(ComponentKind.TicketAnswerAndAdd, ticket.Id), wording.Shared.TicketAnswerAndAddButton),
            Parts.Button(new CustomId(ComponentKind.TicketClose, ticket.Id), wording.Shared.TicketCloseButton),
        ];
        if (DocumentLink.IsShown(ticket.Message))
        {
            buttons.Add(Parts.LinkButton(wording.Shared.ToTheQuestion, ticket.Message!)); // what is shown is there
        }

        var pinged = moderators is { IsNone: false } role ? role : (Snowflake?)null;
        return new OutgoingMessage
        {
            Content = pinged is null ? null : $"<@&{pinged}>",
            Embeds = [EmbedOf(ticket)],
            Components = [Parts.Row(buttons)],
            AllowedMentions = pinged is null ? AllowedMentions.Nobody : new AllowedMentions { Roles = [pinged.Value] },
        };
    }

    /// <summary>The edit that shows how it ended; its buttons go.</summary>
    public OutgoingMessage Ended(TicketCard ticket, TicketEnd end)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(end);
        var mark = SharedWording.Filled(end.Answer is null ? wording.Shared.TicketClosed : wording.Shared.TicketAnswered, Notices.Time(end.At), $"<@{end.By}>");
        var answer = end.Answer is null ? "" : $"\n\n{Notices.Words(end.Answer, QuestionRoom)}";
        return new OutgoingMessage { Content = $"{mark}{answer}", Embeds = [EmbedOf(ticket)], Components = [] };
    }

    private Embed EmbedOf(TicketCard ticket)
    {
        var fields = new List<EmbedField>();
        if (ticket.Reply is { } reply && DiscordText.Escape(reply, DiscordLimits.FieldValue) is { Length: > 0 } said)
        {
            fields.Add(new EmbedField(wording.Shared.TicketReply, said));
        }

        if (ticket.Programme is { } programme && DiscordText.EscapeLine(programme, ProgrammeRoom) is { Length: > 0 } name)
        {
            fields.Add(new EmbedField(wording.Shared.TicketProgramme, name, true));
        }

        if (ticket.Channel is { IsNone: false } channel)
        {
            fields.Add(new EmbedField(wording.Shared.TicketPlace, $"<#{channel}>", true));
        }

        var question = DiscordText.Escape(ticket.Question, QuestionRoom);
        return new Embed
        {
            Title = wording.Shared.TicketTitle,
            Description = question.Length == 0 ? TextCut.Ellipsis : question,
            Fields = fields.Count == 0 ? null : fields,
        };
    }
}
