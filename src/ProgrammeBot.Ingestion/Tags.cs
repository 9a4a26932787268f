using System.Net;
using System.Text;

namespace ProgrammeBot.Ingestion;

/// <summary>Takes stray HTML tags out of a text.</summary>
internal static class Tags
{
    /// <summary>No tag is longer; a '&lt;' without its end is a sign of its own.</summary>
    private const int MaxTag = 2000;

    /// <summary>
    /// The text without tags and with its entities resolved. Block tags and 'br' become line ends.
    /// '&lt;https://…&gt;', '&lt;name@host&gt;' and a bare 'a &lt; b' stay as they are.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="breaks">Whether block tags end a line, else they are a blank.</param>
    public static string Strip(string text, bool breaks = true)
    {
        if (!text.Contains('<', StringComparison.Ordinal) && !text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '<' && EndOfTag(text, at) is { } end)
            {
                plain.Append(IsBlock(Name(text, at)) ? breaks ? "\n" : " " : "");
                at = end;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        return WebUtility.HtmlDecode(plain.ToString());
    }

    private static int? EndOfTag(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("<!--"))
        {
            var close = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? null : close + 3;
        }

        var name = Name(text, at);
        if (name.IsEmpty)
        {
            return null;
        }

        // '<https://…>' and '<name@host>' show their sort by the sign behind the first word.
        var behind = at + (text[at + 1] == '/' ? 2 : 1) + name.Length;
        if (behind >= text.Length || text[behind] is not ('>' or ' ' or '/' or '\t' or '\n'))
        {
            return null;
        }

        var end = text.AsSpan(behind, Math.Min(MaxTag, text.Length - behind)).IndexOf('>');
        return end < 0 || !Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) ? null : behind + end + 1;
    }

    private static ReadOnlySpan<char> Name(string text, int at)
    {
        var start = at + 1;
        if (start < text.Length && text[start] == '/')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    private static bool IsBlock(ReadOnlySpan<char> name) => Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static readonly HashSet<string> Blocks = Set("p br div li ul ol table tr h1 h2 h3 h4 h5 h6 section article blockquote pre dl dt dd hr details summary");

    private static readonly HashSet<string> Known = Set(
        "p br div li ul ol table tr td th thead tbody tfoot h1 h2 h3 h4 h5 h6 section article blockquote pre dl dt dd hr details summary a b i u s em strong span sup sub small "
        + "code font img center mark del ins abbr cite q main header footer nav aside figure figcaption caption col colgroup label button input form iframe video audio source");

    private static HashSet<string> Set(string names) => names.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);
}
