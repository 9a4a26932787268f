using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Moderation;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>What is said about an earlier reply: that it was corrected or withdrawn, or that a person has answered.</summary>
public sealed class Notices(DiscordWording wording)
{
    private const int NewsLine = 300;
    private const int WhatRoom = 500;
    private const int RoleRoom = 60;
    private const int QuestionRoom = 300;
    private const int EarlierRoom = 800;

    /// <summary>The edit that puts the right answer in place of the wrong one, and says so above it.</summary>
    /// <param name="replacement">The right answer as it would be sent, see <see cref="ReplyRendering.Of"/> or <see cref="Words"/>.</param>
    /// <param name="correction">What changed, when, by whom.</param>
    /// <param name="earlier">The words it had; null when they are not known any more.</param>
    public OutgoingMessage Corrected(OutgoingMessage replacement, Correction correction, string? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        var head = Head(wording.Shared.Corrected, wording.Shared.WhatChanged, correction);
        var said = Said(earlier, 200);
        var right = replacement.Content ?? "";
        var room = DiscordLimits.Content - head.Length - 2;
        var body = right.Length + said.Length + 2 <= room ? right + (said.Length == 0 ? "" : $"\n\n{said}") : right;

        // What has no room below the mark goes into an embed of its own.
        var fits = body.Length <= room;
        IReadOnlyList<Embed> embeds = fits ? replacement.Embeds ?? [] : [new Embed { Description = right }, .. (replacement.Embeds ?? []).Take(1)];
        return replacement with { Content = fits ? $"{head}\n\n{body}".TrimEnd() : head, Embeds = embeds, Components = replacement.Components ?? [], Flags = null };
    }

    /// <summary>The edit that takes an answer back: its words stay readable as what it said, its sources and buttons go.</summary>
    public OutgoingMessage Withdrawn(Correction correction, string? earlier)
    {
        var head = Head(wording.Shared.Withdrawn, wording.Shared.Why, correction);
        var said = Said(earlier, EarlierRoom);
        return new OutgoingMessage { Content = said.Length == 0 ? head : $"{head}\n\n{said}", Embeds = [], Components = [] };
    }

    /// <summary>A person's own words as an answer: addresses in them are links, all else is shown as written.</summary>
    public static string Words(string words, int max)
    {
        var visible = VisibleText.Of(words);
        var escaped = DiscordText.Within(visible, max);
        return TrustedLinks.In(escaped, visible, DiscordText.Escaped, DocumentLink.Plain) is { } linked && linked.Length <= max ? linked : escaped;
    }

    /// <summary>Tells an asker that a person has answered.</summary>
    /// <param name="question">The question, in the asker's words.</param>
    /// <param name="answer">The answer, in the answerer's words.</param>
    /// <param name="message">Where it was asked, for a way back.</param>
    /// <param name="mention">Whom to name, where it cannot be said directly.</param>
    /// <param name="role">Who answered, as a role and never a name; null is 'a moderator'.</param>
    /// <param name="title">What happened; null is that it was answered.</param>
    public OutgoingMessage Answered(string question, string answer, Uri? message = null, Snowflake? mention = null, string? role = null, string? title = null)
    {
        var back = message is not null && DocumentLink.IsShown(message) ? message : null;
        var name = mention is { IsNone: false } asker ? $"<@{asker}> " : "";
        var asked = DiscordText.EscapeLine(question, QuestionRoom);
        var head = $"{name}**{title ?? wording.Shared.YourQuestionWasAnswered}**\n> {(asked.Length == 0 ? TextCut.Ellipsis : asked)}\n\n";
        var foot = $"\n-# {SharedWording.Filled(wording.Shared.AnsweredBy, RoleOf(role))}";
        return new OutgoingMessage
        {
            Content = head + Words(answer, DiscordLimits.Content - head.Length - foot.Length) + foot,
            Components = back is null ? null : [Parts.Row(Parts.LinkButton(wording.Shared.ToTheQuestion, back))],
            AllowedMentions = mention is { IsNone: false } pinged ? AllowedMentions.Of(pinged) : AllowedMentions.Nobody,
        };
    }

    /// <summary>Something that moderators should know; of many lines as many as fit.</summary>
    public OutgoingMessage News(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var text = $"**{DiscordText.EscapeLine(notice.Title, Notice.MaxTitleLength)}**";
        foreach (var line in notice.Lines.Select(l => $"\n- {DiscordText.EscapeLine(l, NewsLine)}"))
        {
            if (text.Length + line.Length > DiscordLimits.Content - 2)
            {
                text += $"\n{TextCut.Ellipsis}";
                break;
            }

            text += line;
        }

        return new OutgoingMessage
        {
            Content = text,
            Components = notice is { Kind: NoticeKind.Review, Subjects: [var entry, ..] } ? [Parts.Row(Parts.Button(new CustomId(ComponentKind.FaqShow, CustomId.SubjectOf(entry)), wording.Shared.Look))] : null,
        };
    }

    /// <summary>A line for one person's eyes: thanks, a refusal, an apology.</summary>
    /// <param name="words">One of the wording's texts, filled in.</param>
    public static OutgoingMessage Private(string words) => new() { Content = words, Flags = MessageFlags.Ephemeral };

    private string Head(string mark, string label, Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var what = DiscordText.EscapeLine(correction.What, WhatRoom);
        var head = $"**{SharedWording.Filled(mark, Time(correction.At), RoleOf(correction.Role))}**";
        return what.Length == 0 ? head : $"{head}\n**{label}:** {what}";
    }

    /// <summary>Struck through alone would be lost on a screen reader: it says that these were the words before.</summary>
    private string Said(string? earlier, int room)
    {
        var words = earlier is null ? "" : DiscordText.EscapeLine(earlier, room);
        return words.Length == 0 ? "" : $"{wording.Shared.ItSaid}:\n> ~~{words}~~";
    }

    private string RoleOf(string? role) => role is null ? wording.Shared.AModerator : DiscordText.EscapeLine(role, RoleRoom);

    /// <summary>Shown by Discord in the reader's own time.</summary>
    internal static string Time(DateTimeOffset at) => FormattableString.Invariant($"<t:{at.ToUnixTimeSeconds()}:f>");
}
