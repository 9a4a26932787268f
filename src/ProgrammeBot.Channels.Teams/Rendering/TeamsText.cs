using System.Text;
using ProgrammeBot.Channels.Text;

namespace ProgrammeBot.Channels.Teams.Rendering;

/// <summary>Words of documents, askers and settings as a Teams message shows them: exactly these words, and nothing that formats, mentions or links.</summary>
/// <remarks>
/// For messages in Markdown, which may hold HTML too: signs of the one get a backslash, of the other an entity. A line end becomes a blank line, since a single
/// one folds. An address is broken by a space without width, so that no client makes a link of it. Cards need none of this: see <see cref="TeamsCards"/>.
/// </remarks>
public static class TeamsText
{
    private const char Broken = '\u200b';

    /// <summary>The text with its signs escaped; safe at the start of a line and within one.</summary>
    public static string Escape(string text) => Escaped(VisibleText.Of(text));

    /// <summary>The same in one line.</summary>
    public static string EscapeLine(string text) => Escaped(VisibleText.Line(text));

    /// <summary>The text escaped in at most so many code units: cut behind a sentence where it is too long, its citation marks whole.</summary>
    public static string Escape(string text, int max) => Within(VisibleText.Of(text), max);

    /// <summary>The same in one line.</summary>
    public static string EscapeLine(string text, int max) => Within(VisibleText.Line(text), max);

    /// <summary>For places that know no formatting (buttons, options, titles of dialogs): one line, cut behind a word; never blank.</summary>
    public static string Label(string text, int max) => EscapedText.Label(text, max);

    /// <summary>A person's own words as an answer: addresses in them are links, all else is shown as written.</summary>
    public static string Trusted(string words, int max)
    {
        var visible = VisibleText.Of(words);
        var escaped = Within(visible, max);
        return TrustedLinks.In(escaped, visible, Escaped, Plain) is { } linked && linked.Length <= max ? linked : escaped;
    }

    /// <summary>A link to a source, its host in plain sight; null where the address is none that may be shown.</summary>
    public static string? Link(Uri? address) => IsLink(address) ? $"[{Escaped(WebAddress.HostOf(address!))}]({Bare(address!)})" : null;

    /// <summary>Only encrypted, of a named host, without a name and password, and short enough.</summary>
    public static bool IsLink(Uri? address) =>
        WebAddress.IsShown(address, TeamsLimits.LinkUrl) && address is { Scheme: "https", HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 } && Bare(address).Length <= TeamsLimits.LinkUrl;

    /// <summary>The address without any sign that Markdown reads, or that looks like a citation's mark.</summary>
    internal static string Bare(Uri address) =>
        WebAddress.Bare(address).Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    /// <summary>For the mention's own text and other places of HTML.</summary>
    public static string Html(string text) => VisibleText.Line(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A text that is visible already, in at most so many code units.</summary>
    /// <param name="visible">The text.</param>
    /// <param name="max">The room.</param>
    /// <param name="marks">How many citations there are: their marks stay as they are.</param>
    internal static string Within(string visible, int max, int marks = 0) => EscapedText.Within(visible, max, t => Escaped(t, marks));

    internal static string? Plain(Uri address, string written) => IsLink(address) ? $"[{Escaped(written)}]({Bare(address)})" : null;

    internal static string Escaped(string text) => Escaped(text, 0);

    internal static string Escaped(string text, int marks)
    {
        var escaped = new StringBuilder(text.Length + 32);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            escaped.Append(escaped.Length == 0 ? "" : "\n\n");
            AddLine(escaped, line, marks);
        }

        return escaped.ToString();
    }

    private static void AddLine(StringBuilder escaped, string line, int marks)
    {
        var afterMark = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '[' && MarkAt(line, i, marks) is var length and > 0)
            {
                escaped.Append(line, i, length);
                i += length - 1;
                afterMark = true;
                continue;
            }

            var c = line[i];
            if (IsSign(line, i) || (i == 0 && c is '#' or '-' or '+' or '=') || EndsNumber(line, i) || (afterMark && c is '(' or ':'))
            {
                escaped.Append('\\');
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                _ => escaped.Append(c),
            };
            if (IsAddress(line, i))
            {
                escaped.Append(Broken);
            }

            afterMark = false;
        }
    }

    private static bool IsSign(string line, int at) => line[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '[' or ']' => true,
        '!' => at + 1 < line.Length && line[at + 1] == '[',
        _ => false,
    };

    /// <summary>The length of a citation's mark that begins here; 0 where none does.</summary>
    private static int MarkAt(string line, int at, int marks)
    {
        var end = at + 1;
        while (end < line.Length && end - at <= 2 && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end > at + 1 && end < line.Length && line[end] == ']' && line[at + 1] != '0'
            && int.Parse(line.AsSpan(at + 1, end - at - 1), System.Globalization.CultureInfo.InvariantCulture) <= marks
            && (at == 0 || line[at - 1] != '!') ? end - at + 1 : 0;
    }

    /// <summary>The point behind the number that begins a line: a list's.</summary>
    private static bool EndsNumber(string line, int at) => line[at] is '.' or ')' && at is > 0 and <= 9 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether a client could make a link of what begins before this: behind a scheme's colon, and behind 'www'.</summary>
    private static bool IsAddress(string line, int at) => line[at] switch
    {
        ':' => line.AsSpan(at + 1).StartsWith("//", StringComparison.Ordinal) || Ends(line, at, "mailto") || Ends(line, at, "tel"),
        'w' or 'W' => at + 1 < line.Length && line[at + 1] == '.' && Ends(line, at + 1, "www"),
        _ => false,
    };

    private static bool Ends(string line, int at, string word) => line.AsSpan(0, at).EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
