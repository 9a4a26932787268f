using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Teams.Places;
using ProgrammeBot.Channels.Teams.Pressing;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Channels.Teams.Moderation;

/// <summary>'Ask a moderator': brings a question to the moderators' channel, each once.</summary>
internal sealed class TicketOpening(TeamsServices services, GivenReplies given, TicketDesk desk, TicketBoard board, ModeratorDesks desks) : IPressHandler
{
    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data is not { Verb: CardVerbs.AskModerator, Answer: { } answer })
        {
            return null;
        }

        var wording = press.Here.Wording;
        var before = await desk.FindAsync(TicketDesk.IdOf(answer).ToString(), Whereabouts.TenantPlace(press.Here.Tenant), cancellationToken);
        if (before is { ModeratorMessage: not null })
        {
            return PressResult.Tells(before.Answered is not null ? wording.Shared.QuestionAnswered : before.ClosedAt is not null ? wording.QuestionClosed : wording.Shared.QuestionSentBefore);
        }

        // No store holds questions beside answers: after a restart nobody can say what was asked, for Teams shows a bot no earlier message.
        if (given.Find(answer) is not { } reply)
        {
            return PressResult.Tells(wording.AnswerGone);
        }

        if (reply.Asker != press.Person)
        {
            return PressResult.Tells(wording.NotYours);
        }

        if (await desks.FindAsync(reply.Place, press.Here.Address, reply.Scope, cancellationToken) is not { } moderators)
        {
            return PressResult.Tells(wording.NoModerators);
        }

        var ticket = before ?? await desk.AddAsync(TicketOf(reply, press), cancellationToken);
        if (await board.PostAsync(ticket, moderators, cancellationToken) is not { } posted)
        {
            return PressResult.Tells(wording.Shared.QuestionNotSent);
        }

        var address = Kept.Of(services.Protection, posted);
        await desk.ChangeAsync(ticket.Id, t => t with { ModeratorMessage = address }, cancellationToken);
        return PressResult.Tells(wording.Shared.QuestionSent);
    }

    private Ticket TicketOf(GivenReply reply, Press press) => new(TicketDesk.IdOf(reply.Id), reply.Place, Cut(reply.Question, Ticket.MaxQuestionLength), services.Time.GetUtcNow())
    {
        Reply = Cut(reply.Reply.Text, Ticket.MaxReplyLength),
        About = reply.Id,
        Scope = reply.Scope,
        Asker = new PersonReference(Kept.Of(services.Protection, press.Address), services.Protection.HashOf(press.Person)),
    };

    private static string Cut(string words, int max)
    {
        var clean = StoredText.Clean(words).Trim();
        return clean.Length == 0 ? "?" : clean.Length <= max ? clean : clean[..TextCut.AtWhole(clean, max)];
    }
}
