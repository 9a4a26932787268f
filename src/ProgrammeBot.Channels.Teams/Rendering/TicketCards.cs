using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Wording;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>A question that somebody wants a moderator to answer, as the moderators' channel shows it; never who asked.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Question">In the asker's words.</param>
public sealed record TicketView(string Id, string Question)
{
    /// <summary>The words of the reply that did not help.</summary>
    public string? Reply { get; init; }

    /// <summary>The name of the place it was asked in.</summary>
    public string? Place { get; init; }

    /// <summary>The name of the programme it was asked for.</summary>
    public string? Programme { get; init; }

    /// <summary>The message, for a way there.</summary>
    public Uri? Message { get; init; }
}

/// <summary>How a ticket ended.</summary>
/// <param name="At">When.</param>
/// <param name="By">The moderator's name: among themselves they are named.</param>
/// <param name="Answer">The words of the answer; null when it was closed without one.</param>
public sealed record TicketEnd(DateTimeOffset At, string By, string? Answer);

/// <summary>Questions in the moderators' channel.</summary>
public sealed class TicketCards(TeamsWording wording)
{
    private const int QuestionRoom = 1500;
    private const int ReplyRoom = 1500;

    private readonly SharedWording _shared = wording.Shared;

    public JsonObject Open(TicketView ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return TeamsCards.Card(wording.Language, wording.CardFallback, BodyOf(ticket),
        [
            TeamsCards.Dialog(new CardData(CardVerbs.TicketAnswer, ticket.Id), _shared.TicketAnswerButton),
            TeamsCards.Dialog(new CardData(CardVerbs.TicketAnswerAndAdd, ticket.Id), _shared.TicketAnswerAndAddButton),
            TeamsCards.Execute(new CardData(CardVerbs.TicketClose, ticket.Id), _shared.TicketCloseButton),
            .. TeamsCards.OpenUrl(_shared.ToTheQuestion, ticket.Message),
        ]);
    }

    /// <summary>How it ended; its buttons go.</summary>
    public JsonObject Ended(TicketView ticket, TicketEnd end)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(end);
        var mark = SharedWording.Filled(end.Answer is null ? _shared.TicketClosed : _shared.TicketAnswered, TeamsCards.Time(end.At), TeamsText.Label(end.By, 100));
        return TeamsCards.Card(wording.Language, wording.CardFallback,
        [
            TeamsCards.Line(mark, bold: true),
            .. end.Answer is null ? [] : new[] { TeamsCards.Quote(TeamsCards.Lines(end.Answer, ReplyRoom)) },
            .. BodyOf(ticket),
        ]);
    }

    /// <summary>The dialog of an answer; comes back as <see cref="CardVerbs.TicketSave"/> or <see cref="CardVerbs.TicketSaveAndAdd"/>, the words in <see cref="FormNames.Answer"/>.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="addToFaq">Whether it goes into the FAQ too.</param>
    /// <param name="written">What was written before and not taken; may be blank.</param>
    /// <param name="fault">Why not, in our own words.</param>
    public JsonObject AnswerForm(TicketView ticket, bool addToFaq, string written = "", string? fault = null)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return TeamsCards.Card(wording.Language, wording.CardFallback,
        [
            .. fault is null ? [] : new[] { TeamsCards.Line(TeamsCards.Plain(fault), bold: true) },
            TeamsCards.Quote(TeamsCards.Lines(ticket.Question, QuestionRoom)),
            TeamsCards.Input(FormNames.Answer, _shared.TicketFormLabel, TeamsLimits.InputText, written, lines: true, missing: wording.Needed),
            TeamsCards.Line(_shared.TicketFormHint, subtle: true),
        ],
        [TeamsCards.Submit(new CardData(addToFaq ? CardVerbs.TicketSaveAndAdd : CardVerbs.TicketSave, ticket.Id), wording.Send)]);
    }

    private IEnumerable<JsonObject> BodyOf(TicketView ticket)
    {
        yield return TeamsCards.Heading(_shared.TicketTitle);
        yield return TeamsCards.Quote(TeamsCards.Lines(ticket.Question, QuestionRoom));
        if (!string.IsNullOrWhiteSpace(ticket.Reply))
        {
            yield return TeamsCards.Line($"{_shared.TicketReply}:", bold: true);
            yield return TeamsCards.Quote(TeamsCards.Lines(ticket.Reply, ReplyRoom));
        }

        if (ticket.Programme is { } programme)
        {
            yield return TeamsCards.Fact(_shared.TicketProgramme, programme, 200);
        }

        if (ticket.Place is { } place)
        {
            yield return TeamsCards.Fact(_shared.TicketPlace, place, 200);
        }
    }
}
