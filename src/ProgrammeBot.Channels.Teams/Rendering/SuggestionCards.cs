using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What members suggest: written by them, looked at by moderators, and what became of it; never who suggested it.</summary>
public sealed class SuggestionCards(TeamsWording wording)
{
    private const int AnswerRoom = 3000;

    private readonly SharedWording _shared = wording.Shared;
    private readonly DeskWording _desk = wording.Shared.Desk;

    /// <summary>Where others read along: a button that opens the form for whoever presses.</summary>
    public JsonObject Invitation() => Card([TeamsCards.Line(_desk.SuggestIntro)], [TeamsCards.Dialog(new CardData(CardVerbs.Suggest), _desk.SuggestButton)]);

    /// <summary>The form; comes back as <see cref="CardVerbs.SuggestSend"/>, see <see cref="FormNames.Title"/> and <see cref="FormNames.Answer"/>.</summary>
    /// <param name="answer">The reply it is about; may be blank.</param>
    /// <param name="question">The question to begin with; may be blank.</param>
    /// <param name="written">The answer as it was written before and not taken; may be blank.</param>
    /// <param name="fault">Why not, in our own words.</param>
    public JsonObject Form(string answer, string question = "", string written = "", string? fault = null) => Card(
    [
        .. Said(fault),
        TeamsCards.Line(_desk.SuggestIntro, subtle: true),
        TeamsCards.Input(FormNames.Title, _desk.SuggestQuestionLabel, FaqContent.MaxTitleLength, question.Length <= FaqContent.MaxTitleLength ? question : "", missing: wording.Needed, hint: _desk.SuggestQuestionHint),
        TeamsCards.Input(FormNames.Answer, _desk.SuggestAnswerLabel, FaqContent.MaxAnswerLength, written, lines: true, missing: wording.Needed, hint: _desk.SuggestAnswerHint),
    ],
    [TeamsCards.Execute(new CardData(CardVerbs.SuggestSend, answer), wording.Send)]);

    /// <summary>As the moderators' channel shows it.</summary>
    /// <param name="suggestion">What is suggested.</param>
    /// <param name="entry">The entry it would change; null for a new one.</param>
    /// <param name="programme">The name of its programme, where it has one.</param>
    public JsonObject Open(Suggestion suggestion, FaqEntry? entry, string? programme)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var id = suggestion.Id.ToString();
        return TeamsCards.Fitting(AnswerRoom, room => Card(BodyOf(suggestion, entry, programme, room),
        [
            TeamsCards.Execute(new CardData(CardVerbs.SuggestionAccept, id), _desk.SuggestionAccept),
            TeamsCards.Dialog(new CardData(CardVerbs.SuggestionEdit, id), _desk.SuggestionEdit),
            TeamsCards.Dialog(new CardData(CardVerbs.SuggestionDecline, id), _desk.SuggestionDecline),
        ]));
    }

    /// <summary>What was decided; its buttons go.</summary>
    /// <param name="suggestion">As it was decided.</param>
    /// <param name="programme">The name of its programme, where it has one.</param>
    /// <param name="who">How moderators call who decided.</param>
    public JsonObject Ended(Suggestion suggestion, string? programme, string who)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var (time, by) = (TeamsCards.Time(suggestion.Decided?.At ?? suggestion.MadeAt), TeamsText.Label(who, 100));
        var mark = suggestion is { State: SuggestionState.Accepted, Faq: { } entry }
            ? SharedWording.Filled(_desk.SuggestionAccepted, time, by, entry.ToString())
            : SharedWording.Filled(_desk.SuggestionDeclined, time, by);
        return TeamsCards.Fitting(AnswerRoom, room => Card(
        [
            .. Said(mark),
            .. suggestion.Note.Length == 0 ? [] : new[] { TeamsCards.Quote(TeamsCards.Lines(suggestion.Note, FaqEdit.MaxNoteLength)) },
            .. BodyOf(suggestion, null, programme, room),
        ]));
    }

    /// <summary>The dialog of a better answer with a moderator's hand over it; comes back as <see cref="CardVerbs.SuggestionSave"/>.</summary>
    public JsonObject AnswerForm(string suggestion, string answer, string? fault = null) => Card(
        [.. Said(fault), TeamsCards.Input(FormNames.Answer, _shared.FaqAnswerLabel, TeamsLimits.InputText, answer, lines: true, missing: wording.Needed, hint: _shared.FaqAnswerHint)],
        [TeamsCards.Submit(new CardData(CardVerbs.SuggestionSave, suggestion), wording.Save)]);

    /// <summary>The dialog with a word for whoever suggested what is declined; comes back as <see cref="CardVerbs.SuggestionDeclineSend"/>.</summary>
    public JsonObject DeclineForm(string suggestion, string note = "", string? fault = null) => Card(
        [
            .. Said(fault),
            TeamsCards.Input(FormNames.Words, _desk.SuggestionDeclineLabel, FaqEdit.MaxNoteLength, note, lines: true),
            TeamsCards.Line(_desk.SuggestionDeclineHint, subtle: true),
        ],
        [TeamsCards.Submit(new CardData(CardVerbs.SuggestionDeclineSend, suggestion), _desk.SuggestionDecline)]);

    /// <summary>What its suggester is told.</summary>
    /// <param name="suggestion">As it was decided.</param>
    /// <param name="isLive">Whether the entry answers by now.</param>
    public OutgoingActivity Decided(Suggestion suggestion, bool isLive)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var isAccepted = suggestion.State == SuggestionState.Accepted;
        var (title, note) = (isAccepted ? _desk.YourSuggestionAccepted : _desk.YourSuggestionDeclined, TeamsText.EscapeLine(suggestion.Note, FaqEdit.MaxNoteLength));
        string?[] parts =
        [
            $"**{title}**",
            $"> {(TeamsText.EscapeLine(suggestion.Question, FaqContent.MaxTitleLength) is { Length: > 0 } asked ? asked : TextCut.Ellipsis)}",
            isAccepted ? isLive ? _desk.SuggestionAnswers : _desk.SuggestionInWork : null,
            note.Length == 0 ? null : $"**{_desk.SuggestionNote}:** {note}",
        ];
        return OutgoingActivity.Says(string.Join("\n\n", parts.OfType<string>())) with { Summary = title };
    }

    private IEnumerable<JsonObject> BodyOf(Suggestion suggestion, FaqEntry? entry, string? programme, int room)
    {
        yield return TeamsCards.Heading(entry is null ? _desk.SuggestionTitle : _desk.SuggestionChangeTitle);
        yield return TeamsCards.Line($"{_desk.SuggestionQuestion}:", bold: true);
        yield return TeamsCards.Quote(TeamsCards.Lines(suggestion.Question, FaqContent.MaxTitleLength));
        yield return TeamsCards.Line($"{_desk.SuggestionAnswer}:", bold: true);
        yield return TeamsCards.Quote(TeamsCards.Lines(suggestion.Answer, room));
        if (entry is not null)
        {
            yield return TeamsCards.Fact(_desk.SuggestionEntry, entry.Id.ToString());
            yield return TeamsCards.Line($"{_desk.SuggestionNow}:", bold: true);
            yield return TeamsCards.Quote(string.IsNullOrWhiteSpace(entry.Content.Answer) ? [TeamsCards.Line(_shared.FaqNoAnswer, subtle: true)] : TeamsCards.Lines(entry.Content.Answer, room / 2));
        }

        if (programme is not null)
        {
            yield return TeamsCards.Fact(_shared.TicketProgramme, programme, 200);
        }
    }

    private static IEnumerable<JsonObject> Said(string? words) => words is null ? [] : words.Split('\n').Select(line => TeamsCards.Line(TeamsCards.Plain(line), bold: true));

    private JsonObject Card(IEnumerable<JsonObject> body, IEnumerable<JsonObject>? actions = null) => TeamsCards.Card(wording.Language, wording.CardFallback, body, actions);
}
