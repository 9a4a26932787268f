using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>What is said about an earlier reply: that it was corrected or withdrawn, or that a person has answered.</summary>
public sealed class Notices(TeamsWording wording)
{
    private const string Signs = "<>&[]()*_~`\\!|#:";

    private const int NewsLine = 300;
    private const int WhatRoom = 500;
    private const int RoleRoom = 60;
    private const int QuestionRoom = 300;
    private const int AnswerRoom = 8000;
    private const int EarlierRoom = 800;

    private readonly SharedWording _shared = wording.Shared;

    /// <summary>Something that moderators should know.</summary>
    public OutgoingActivity News(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice is { Kind: NoticeKind.Review, Subjects: [var entry, ..] })
        {
            return OutgoingActivity.Shows(
                TeamsCards.Card(
                    wording.Language,
                    wording.CardFallback,
                    notice.Lines.Select(l => TeamsCards.Line(TeamsText.Label(l, Notice.MaxLineLength))).Prepend(TeamsCards.Line(TeamsText.Label(notice.Title, Notice.MaxTitleLength), bold: true)),
                    [TeamsCards.Execute(new CardData(CardVerbs.FaqShow, entry), _shared.Look)]),
                notice.Title);
        }

        var lines = notice.Lines.Take(Notice.MaxLines).Select(l => $"- {TeamsText.EscapeLine(l, NewsLine)}").ToList();
        var more = notice.Lines.Count > lines.Count ? [$"- {TextCut.Ellipsis}"] : Array.Empty<string>();
        return OutgoingActivity.Says(string.Join('\n', [$"**{TeamsText.EscapeLine(notice.Title, Notice.MaxTitleLength)}**\n", .. lines, .. more]));
    }

    /// <summary>Tells an asker that a person has answered.</summary>
    /// <param name="question">The question, in the asker's words.</param>
    /// <param name="answer">The answer, in the answerer's words: addresses in them are links.</param>
    /// <param name="mention">Whom to name, where it cannot be said in a chat of their own.</param>
    /// <param name="message">Where it was asked, for a way back.</param>
    /// <param name="role">Who answered, as a role and never a name; null is 'a moderator'.</param>
    /// <param name="title">What happened; null is that it was answered.</param>
    public OutgoingActivity Answered(string question, string answer, Account? mention = null, Uri? message = null, string? role = null, string? title = null)
    {
        var head = $"**{title ?? _shared.YourQuestionWasAnswered}**";
        var asked = TeamsText.EscapeLine(question, QuestionRoom);
        var named = mention is null ? null : MentionOf(mention);
        List<string?> parts =
        [
            named is null ? head : $"{named["text"]} {head}",
            $"> {(asked.Length == 0 ? TextCut.Ellipsis : asked)}",
            TeamsText.Trusted(answer, AnswerRoom) is { Length: > 0 } words ? words : TextCut.Ellipsis,
            $"_{SharedWording.Filled(_shared.AnsweredBy, RoleOf(role))}_",
            TeamsText.IsLink(message) ? $"[{_shared.ToTheQuestion}]({TeamsText.Bare(message!)})" : null,
        ];
        return OutgoingActivity.Says(string.Join("\n\n", parts.OfType<string>())) with
        {
            Entities = named is null ? null : [named],
            Summary = _shared.YourQuestionWasAnswered,
            ChannelData = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } },
        };
    }

    /// <summary>What takes the place of a wrong answer: the right one, with what changed above it.</summary>
    /// <param name="replacement">The right answer's message, see <see cref="AnswerActivities.Of"/> or <see cref="Words"/>.</param>
    /// <param name="correction">What changed, when, by whom.</param>
    /// <param name="earlier">The words it had; null when they are not known any more.</param>
    public OutgoingActivity Corrected(OutgoingActivity replacement, Correction correction, string? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return replacement with { Text = string.Join("\n\n", new[] { Head(_shared.Corrected, _shared.WhatChanged, correction), replacement.Text, Said(earlier) }.OfType<string>()) };
    }

    /// <summary>What takes the place of an answer that is taken back: its words stay readable as what it said.</summary>
    public OutgoingActivity Withdrawn(Correction correction, string? earlier) =>
        OutgoingActivity.Says(string.Join("\n\n", new[] { Head(_shared.Withdrawn, _shared.Why, correction), Said(earlier) }.OfType<string>()));

    /// <summary>A moderator's own words as a message.</summary>
    public static OutgoingActivity Words(string words) => OutgoingActivity.Says(TeamsText.Trusted(words, AnswerRoom) is { Length: > 0 } shown ? shown : TextCut.Ellipsis);

    /// <summary>A mention as Teams wants it: the same words in text and entity.</summary>
    internal static JsonObject MentionOf(Account account)
    {
        // Both must hold the same words, so none is escaped in one of them: what Markdown or HTML could read is left out.
        var name = TeamsText.Label(string.Concat((account.Name ?? "").Select(c => Signs.Contains(c) ? ' ' : c)), 100);
        return new JsonObject
        {
            ["type"] = "mention",
            ["text"] = $"<at>{name}</at>",
            ["mentioned"] = new JsonObject { ["id"] = account.Id, ["name"] = name },
        };
    }

    private string Head(string mark, string label, Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var what = TeamsText.EscapeLine(correction.What, WhatRoom);
        var head = $"**{SharedWording.Filled(mark, TeamsCards.Time(correction.At), RoleOf(correction.Role))}**";
        return what.Length == 0 ? head : $"{head}\n\n**{label}:** {what}";
    }

    private string? Said(string? earlier) => earlier is not null && TeamsText.EscapeLine(earlier, EarlierRoom) is { Length: > 0 } words ? $"{_shared.ItSaid}:\n\n> {words}" : null;

    private string RoleOf(string? role) => role is null ? _shared.AModerator : TeamsText.EscapeLine(role, RoleRoom);
}
