namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Finds nesting that would exhaust a parser's stack or time, before the parser sees it.</summary>
internal static class MarkdownNesting
{
    /// <summary>No document quotes quotations or nests brackets so deep.</summary>
    private const int MaxDepth = 60;

    /// <summary>A parser weighs each sign of emphasis in a paragraph against the others; no paragraph has so many.</summary>
    private const int MaxSigns = 20_000;

    /// <summary>The first 1-based line that is nested too deep, or null.</summary>
    public static int? TooDeep(string text)
    {
        var line = 0;
        var brackets = 0;
        var signs = 0;
        var lists = new Stack<int>();
        foreach (var words in text.AsSpan().EnumerateLines())
        {
            line++;
            if (words.IsWhiteSpace())
            {
                brackets = signs = 0; // what is inline ends with its paragraph
                continue;
            }

            signs += words.Count('*') + words.Count('_') + words.Count('[') + words.Count('`');
            brackets = Brackets(words, brackets);
            if (Markers(words) > MaxDepth || brackets > MaxDepth || signs > MaxSigns || ListDepth(words, lists) > MaxDepth)
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

    /// <summary>How many lists are open at a line, each set in further than the one before.</summary>
    private static int ListDepth(ReadOnlySpan<char> line, Stack<int> lists)
    {
        var words = line.TrimStart();
        var indent = line.Length - words.Length;
        while (lists.TryPeek(out var outer) && outer >= indent)
        {
            lists.Pop();
        }

        if (words[0] is '-' or '+' or '*' or '>' || char.IsAsciiDigit(words[0]))
        {
            lists.Push(indent);
        }

        return lists.Count;
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
