namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Finds nesting that would exhaust a parser's stack or time, before the parser sees it.</summary>
internal static class MarkdownNesting
{
    /// <summary>No document quotes quotations or nests brackets so deep.</summary>
    private const int MaxDepth = 60;

    /// <summary>The first 1-based line that is nested too deep, or null.</summary>
    public static int? TooDeep(string text)
    {
        var line = 0;
        var brackets = 0;
        foreach (var words in text.AsSpan().EnumerateLines())
        {
            line++;
            if (words.IsWhiteSpace())
            {
                brackets = 0; // what is inline ends with its paragraph
            }

            if (Markers(words) > MaxDepth || (brackets = Brackets(words, brackets)) > MaxDepth)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>How many containers a line opens before its first word: '>', bullets, numbers.</summary>
    private static int Markers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        foreach (var c in line)
        {
            if (c is '>' or '-' or '+' or '*')
            {
                markers++;
            }
            else if (!char.IsWhiteSpace(c) && !char.IsAsciiDigit(c) && c is not ('.' or ')'))
            {
                return markers;
            }
            else if (c is '.' or ')')
            {
                markers++;
            }
        }

        // A line of markers alone is a rule ('-----') or an underline, unless it quotes.
        return line.Contains('>') || line.Contains(' ') ? markers : 0;
    }

    /// <summary>How many brackets and runs of emphasis are open at most at the end of a line, given those open before it.</summary>
    private static int Brackets(ReadOnlySpan<char> line, int open)
    {
        var deepest = open;
        foreach (var c in line)
        {
            open = c switch { '[' => open + 1, ']' => Math.Max(0, open - 1), _ => open };
            deepest = Math.Max(deepest, open);
        }

        return deepest > MaxDepth ? deepest : open;
    }
}
