using System.Text.RegularExpressions;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Tells what each line is by its own looks; what its neighbours say comes later.</summary>
internal static partial class LineReader
{
    private const string Bullets = "-*+•·‣▪◦●○■□➢➤✓–—\uF0B7\uF0A7";

    /// <summary>So many blanks in a row part two columns.</summary>
    private const string Gap = "   ";

    public static List<LayoutLine> Lines(IEnumerable<SourceLine> source)
    {
        var lines = new List<LayoutLine>();
        var blank = true;
        foreach (var (raw, page) in source)
        {
            var line = Line(WithoutMarkup(raw), blank, page);
            blank = line.Text.Length == 0;
            if (!blank)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static LayoutLine Line(string raw, bool blank, int? page)
    {
        var text = Words.OneLine(raw);
        var indent = raw.TakeWhile(c => c == ' ').Count();
        var line = new LayoutLine(LineKind.Text, text, blank, page) { Indent = indent };
        if (text.Length == 0)
        {
            return line;
        }

        if (Underline().IsMatch(text))
        {
            return line with { Kind = LineKind.Underline };
        }

        if (MarkdownHeading().Match(text) is { Success: true } heading)
        {
            return line with { Kind = LineKind.Heading, Level = heading.Groups[1].Length, Text = heading.Groups[2].Value };
        }

        if (PipeRule().IsMatch(text))
        {
            return line with { Kind = LineKind.Rule };
        }

        if (text.StartsWith('|') && text.Count(c => c == '|') > 1)
        {
            return line with { Kind = LineKind.Row, Cells = PipeCells(text) };
        }

        if (Item(text) is var (marker, words))
        {
            return line with { Kind = LineKind.ListItem, Marker = marker, Text = words };
        }

        if (raw.Contains('\t', StringComparison.Ordinal))
        {
            var cells = TabCells(raw);
            if (cells.Count > 1)
            {
                return line with { Kind = LineKind.Row, Cells = cells };
            }
        }
        else if (SpacedCells(raw) is { Cells.Count: > 1 } spaced)
        {
            return line with { Kind = LineKind.Row, Cells = spaced.Cells, Columns = spaced.Columns };
        }

        return text[0] is '¹' or '²' or '³' or (>= '⁴' and <= '⁹') or '†' or '‡' ? line with { Kind = LineKind.Footnote } : line;
    }

    private static (string Marker, string Words)? Item(string text)
    {
        if (text.Length > 2 && Bullets.Contains(text[0], StringComparison.Ordinal) && text[1] == ' ')
        {
            return ("- ", text[2..].TrimStart());
        }

        return Numbered().Match(text) is { Success: true } item ? (item.Groups[1].Value + " ", item.Groups[2].Value) : null;
    }

    private static List<string> TabCells(string raw)
    {
        // A tab that only sets a line in is no column.
        var cells = raw.Split('\t').Select(Words.OneLine).ToList();
        return cells.Count(c => c.Length > 0) == 1 && cells[0].Length == 0 && cells.Count > 2 ? [Words.OneLine(raw)] : cells;
    }

    private static (List<string> Cells, List<int> Columns) SpacedCells(string raw)
    {
        var cells = new List<string>();
        var columns = new List<int>();
        var at = raw.Length - raw.TrimStart().Length;
        var end = raw.TrimEnd().Length;
        while (at < end)
        {
            var gap = raw.IndexOf(Gap, at, end - at, StringComparison.Ordinal);
            gap = gap < 0 ? end : gap;
            cells.Add(Words.OneLine(raw[at..gap]));
            columns.Add(at);
            at = gap;
            while (at < end && raw[at] == ' ')
            {
                at++;
            }
        }

        return (cells, columns);
    }

    private static List<string> PipeCells(string text)
    {
        var inner = text[1..];
        inner = inner.EndsWith('|') ? inner[..^1] : inner;
        return inner.Split('|').Select(Words.OneLine).ToList();
    }

    /// <summary>Tags, entities and the stars of bold words go; '&lt;https://…&gt;' stays.</summary>
    private static string WithoutMarkup(string raw)
    {
        var text = Tags.Strip(raw, breaks: false);
        var stars = 0;
        for (var at = text.IndexOf("**", StringComparison.Ordinal); at >= 0; at = text.IndexOf("**", at + 2, StringComparison.Ordinal))
        {
            stars++;
        }

        return stars > 0 && stars % 2 == 0 ? text.Replace("**", "", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"^(={3,}|-{3,}|_{3,}|\*{3,}|~{3,}|#+)$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(#{1,6})\s+(\S.*?)\s*#*$")]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?$")]
    private static partial Regex PipeRule();

    [GeneratedRegex(@"^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+(\S.*)$")]
    private static partial Regex Numbered();
}
