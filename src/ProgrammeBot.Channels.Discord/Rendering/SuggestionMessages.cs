using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What members suggest, as the moderators' channel shows it; never who suggested it.</summary>
public sealed class SuggestionMessages(DiscordWording wording)
{
    private const int AnswerRoom = 2500;
    private const int ProgrammeRoom = 200;

    private readonly DeskWording _desk = wording.Shared.Desk;

    /// <param name="suggestion">What is suggested.</param>
    /// <param name="entry">The entry it would change; null for a new one.</param>
    /// <param name="programme">The name of its programme, where it has one.</param>
    public OutgoingMessage Open(Suggestion suggestion, FaqEntry? entry, string? programme)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var id = suggestion.Id.ToString();
        return new OutgoingMessage
        {
            Embeds = [EmbedOf(suggestion, entry, programme)],
            Components =
            [
                Parts.Row(
                    Parts.Button(new CustomId(ComponentKind.SuggestionAccept, id), _desk.SuggestionAccept, ButtonStyle.Primary),
                    Parts.Button(new CustomId(ComponentKind.SuggestionEdit, id), _desk.SuggestionEdit),
                    Parts.Button(new CustomId(ComponentKind.SuggestionDecline, id), _desk.SuggestionDecline)),
            ],
        };
    }

    /// <summary>The edit that shows what was decided; its buttons go.</summary>
    /// <param name="suggestion">As it was decided.</param>
    /// <param name="programme">The name of its programme, where it has one.</param>
    /// <param name="who">How moderators call who decided.</param>
    public OutgoingMessage Ended(Suggestion suggestion, string? programme, string who)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var time = Notices.Time(suggestion.Decided?.At ?? suggestion.MadeAt);
        var mark = suggestion is { State: SuggestionState.Accepted, Faq: { } entry }
            ? SharedWording.Filled(_desk.SuggestionAccepted, time, who, entry.ToString())
            : SharedWording.Filled(_desk.SuggestionDeclined, time, who);
        var note = DiscordText.EscapeLine(suggestion.Note, FaqEdit.MaxNoteLength);
        return new OutgoingMessage { Content = note.Length == 0 ? mark : $"{mark}\n> {note}", Embeds = [EmbedOf(suggestion, null, programme)], Components = [] };
    }

    /// <summary>What its suggester is told.</summary>
    /// <param name="suggestion">As it was decided.</param>
    /// <param name="isLive">Whether the entry answers by now.</param>
    public OutgoingMessage Decided(Suggestion suggestion, bool isLive)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        var isAccepted = suggestion.State == SuggestionState.Accepted;
        var note = DiscordText.EscapeLine(suggestion.Note, FaqEdit.MaxNoteLength);
        string?[] lines =
        [
            $"**{(isAccepted ? _desk.YourSuggestionAccepted : _desk.YourSuggestionDeclined)}**\n> {Quoted(suggestion.Question, FaqContent.MaxTitleLength)}",
            isAccepted ? isLive ? _desk.SuggestionAnswers : _desk.SuggestionInWork : null,
            note.Length == 0 ? null : $"**{_desk.SuggestionNote}:** {note}",
        ];
        return new OutgoingMessage { Content = string.Join("\n\n", lines.OfType<string>()) };
    }

    private Embed EmbedOf(Suggestion suggestion, FaqEntry? entry, string? programme)
    {
        var fields = new List<EmbedField>();
        if (entry is not null)
        {
            fields.Add(new EmbedField(_desk.SuggestionEntry, $"`{entry.Id}`"));
            if (DiscordText.Escape(entry.Content.Answer, DiscordLimits.FieldValue) is { Length: > 0 } now)
            {
                fields.Add(new EmbedField(_desk.SuggestionNow, now));
            }
        }

        if (programme is not null && DiscordText.EscapeLine(programme, ProgrammeRoom) is { Length: > 0 } name)
        {
            fields.Add(new EmbedField(wording.Shared.TicketProgramme, name, true));
        }

        return new Embed
        {
            Title = entry is null ? _desk.SuggestionTitle : _desk.SuggestionChangeTitle,
            Description = $"**{_desk.SuggestionQuestion}**\n{Quoted(suggestion.Question, FaqContent.MaxTitleLength)}\n\n**{_desk.SuggestionAnswer}**\n{Quoted(suggestion.Answer, AnswerRoom)}",
            Fields = fields.Count == 0 ? null : fields,
        };
    }

    private static string Quoted(string words, int max) => DiscordText.Escape(words, max) is { Length: > 0 } shown ? shown : TextCut.Ellipsis;
}
