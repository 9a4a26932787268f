using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<AnswerId, bool> _underWay = new();

    public async Task<PressResult?> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data is not { Verb: CardVerbs.AskModerator, Answer: { } answer })
        {
            return null;
        }

        // Pressed twice at once it is brought once: the platform waits for neither.
        if (!_underWay.TryAdd(answer, true))
        {
            return PressResult.Tells(press.Here.Wording.Shared.QuestionSentBefore);
        }

        try
        {
            return PressResult.Tells(await SendAsync(press, answer, cancellationToken));
        }
        finally
        {
            _underWay.TryRemove(answer, out _);
        }
    }

    /// <summary>What the asker is told of it.</summary>
    private async Task<string> SendAsync(Press press, AnswerId answer, CancellationToken cancellationToken)
    {
        var wording = press.Here.Wording;
        var before = await desk.FindAsync(TicketDesk.IdOf(answer).ToString(), Whereabouts.TenantPlace(press.Here.Tenant), cancellationToken);

        // No store holds questions beside answers: after a restart nobody can say what was asked, for Teams shows a bot no earlier message.
        var reply = given.Find(answer);
        if (before is null && reply is null)
        {
            return wording.AnswerGone;
        }

        if (reply is not null ? reply.Asker != press.Person : before!.Asker is { } asker && asker.Hash != services.Protection.HashOf(press.Person)) // one of the two is there
        {
            return wording.NotYours;
        }

        if (before is not null && !TicketDesk.IsOpen(before))
        {
            return before.Answered is not null ? wording.Shared.QuestionAnswered : wording.QuestionClosed;
        }

        if (before is { ModeratorMessage: not null })
        {
            return wording.Shared.QuestionSentBefore;
        }

        if (await desks.FindAsync(reply?.Place ?? before!.Place, press.Here.Address, reply is null ? before!.Scope : reply.Scope, cancellationToken) is not { } moderators) // one of the two is there
        {
            return wording.NoModerators;
        }

        var ticket = before ?? await desk.AddAsync(TicketOf(reply!, press), cancellationToken); // one of the two is there
        if (await board.PostAsync(ticket, moderators, cancellationToken) is not { } posted)
        {
            return wording.Shared.QuestionNotSent;
        }

        var address = Kept.Of(services.Protection, posted);
        await desk.ChangeAsync(ticket.Id, t => t with { ModeratorMessage = address }, cancellationToken);
        return wording.Shared.QuestionSent;
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
