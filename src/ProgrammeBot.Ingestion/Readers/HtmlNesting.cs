using System.Collections.Frozen;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Finds nesting that would cost a parser time without end, before the parser sees it.</summary>
internal static class HtmlNesting
{
    private const int MaxDepth = 500;

    /// <summary>Elements that need no end tag, so that many of them open in a row nest nothing.</summary>
    private static readonly FrozenSet<string> Unclosed = ("p li dt dd td th tr tbody thead tfoot option optgroup colgroup br hr img input meta link area base col embed source track wbr param html head body rp rt "
        + "script style").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first 1-based line that is nested too deep, or null. Counts generously: comments and scripts count as well.</summary>
    public static int? TooDeep(string text)
    {
        var names = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var closes = text[at + 1] == '/';
            var start = closes ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end == start || names.Contains(text.AsSpan(start, end - start)))
            {
                continue;
            }

            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > MaxDepth)
            {
                return text.AsSpan(0, at).Count('\n') + 1;
            }
        }

        return null;
    }
}
