using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Channels.Discord.Moderation;

/// <summary>A reply of ours as it stands in Discord now.</summary>
/// <param name="Reference">Which reply it is, and whose.</param>
/// <param name="Message">The message.</param>
/// <param name="Here">Where it stands.</param>
internal sealed record StandingReply(ReplyReference Reference, Message Message, Here Here)
{
    public ReplyWords Words { get; } = ReplyWords.Of(Message);
}

/// <summary>What can be read of a message of ours when its reply is no longer in memory.</summary>
/// <param name="Question">The question, where it is shown above the answer or stands in the message that was replied to; null where it does neither.</param>
/// <param name="Answer">The answer's words; blank where a notice stands in their place already.</param>
/// <param name="ShowsQuestion">Whether the question is shown above the answer.</param>
internal sealed partial record ReplyWords(string? Question, string Answer, bool ShowsQuestion)
{
    public static ReplyWords Of(Message message)
    {
        var text = message.Content;
        // A notice of a correction begins in bold with its time, and what it said before stands struck through below.
        var isNotice = text.StartsWith("**", StringComparison.Ordinal) && text.Split('\n', 2)[0].Contains("<t:", StringComparison.Ordinal);
        var body = !isNotice ? text : text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? text[(end + 2)..] : "";
        var shown = body.StartsWith("> ", StringComparison.Ordinal) && !body.StartsWith("> ~~", StringComparison.Ordinal) ? body.Split('\n', 2)[0] : null;
        var answer = isNotice ? "" : shown is null ? body : body[shown.Length..];
        var asked = shown is not null ? Plain(shown[2..]) : message.ReferencedMessage?.Content;
        return new ReplyWords(string.IsNullOrWhiteSpace(asked) ? null : asked, Plain(answer), shown is not null);
    }

    /// <summary>Without what was put in so that Discord shows exactly these words.</summary>
    private static string Plain(string text) => Escaped().Replace(Bracketed().Replace(text, "$1"), "$1").Trim();

    [GeneratedRegex(@"\\([\\*_~`|<\[@:.#>\-+)])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"<(https?://[^>\s]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
