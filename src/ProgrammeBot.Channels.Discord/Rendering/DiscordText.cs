using System.Text;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Words of documents, askers and settings as Discord shows them: exactly these words, and nothing that formats, mentions or links.</summary>
/// <remarks>
/// Every sign that could begin something gets a backslash, which Discord does not show; no character is put in or taken out otherwise, apart from what
/// <see cref="VisibleText"/> leaves out. Whom a message pings is settled by its allowed mentions, not here.
/// </remarks>
public static class DiscordText
{
    /// <summary>The text with its signs escaped; safe at the start of a line and within one.</summary>
    public static string Escape(string text) => Escaped(VisibleText.Of(text));

    /// <summary>The same in one line.</summary>
    public static string EscapeLine(string text) => Escaped(VisibleText.Line(text));

    /// <summary>The text escaped in at most so many code units: cut behind a sentence where it is too long, its citation marks whole.</summary>
    public static string Escape(string text, int max) => Within(VisibleText.Of(text), max);

    /// <summary>The same in one line.</summary>
    public static string EscapeLine(string text, int max) => Within(VisibleText.Line(text), max);

    /// <summary>For places that know no formatting (buttons, options, footers, titles of forms): one line, cut behind a word; never blank.</summary>
    public static string Label(string text, int max) => EscapedText.Label(text, max);

    /// <summary>A text that is visible already, in at most so many code units.</summary>
    internal static string Within(string visible, int max) => EscapedText.Within(visible, max, Escaped);

    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var atStart = true;
        var inNumber = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsSign(text, i) || (atStart && c is ('#' or '>' or '-' or '+')) || (inNumber && EndsNumber(text, i)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            inNumber = c == '\n' || (inNumber && (char.IsWhiteSpace(c) || char.IsAsciiDigit(c)));
            atStart = c == '\n' || (atStart && char.IsWhiteSpace(c));
        }

        return escaped.ToString();
    }

    private static bool IsSign(string text, int at) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' => true,
        '@' => Follows(text, at + 1, "everyone") || Follows(text, at + 1, "here"),
        ':' => Follows(text, at + 1, "//") || IsEmojiName(text, at + 1),
        '.' => Ends(text, at, "discord") || Ends(text, at, "discordapp"), // an invitation needs no http
        _ => false,
    };

    /// <summary>The point behind the number that begins a line: a list's.</summary>
    private static bool EndsNumber(string text, int at) => text[at] is '.' or ')' && at > 0 && char.IsAsciiDigit(text[at - 1]);

    private static bool IsEmojiName(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] != ':' && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end > start && end < text.Length && text[end] == ':';
    }

    private static bool Follows(string text, int at, string word) => text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string text, int at, string word) => text.AsSpan(0, at).EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
