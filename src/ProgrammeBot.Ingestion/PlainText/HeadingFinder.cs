using System.Text.RegularExpressions;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Decides which lines are headings, by their looks and by what stands around them.</summary>
internal static partial class HeadingFinder
{
    /// <summary>More lines in a row than this, none of which goes on in text, are an address or a menu.</summary>
    private const int MaxRun = 3;

    public static void Find(List<LayoutLine> lines, HashSet<string> contents)
    {
        Underlined(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i] = At(lines, i, contents);
        }
    }

    private static LayoutLine At(List<LayoutLine> lines, int i, HashSet<string> contents)
    {
        var line = lines[i];
        var next = i + 1 < lines.Count ? lines[i + 1] : null;
        if (line.Kind == LineKind.ListItem)
        {
            return Numbered(lines, i, next);
        }

        if (line.Kind != LineKind.Text || next is null)
        {
            return line;
        }

        if (contents.Contains(Contents.Key(line.Text)))
        {
            return line with { Kind = LineKind.Heading };
        }

        if (!StandsFree(lines, i))
        {
            return line;
        }

        if (Asked().Match(line.Text) is { Success: true } asked && asked.Groups[1].Value.Length > 0)
        {
            return line with { Kind = LineKind.Question, Text = asked.Groups[1].Value };
        }

        if (HeadingGuess.IsQuestion(line.Text))
        {
            var answered = next.Kind is LineKind.Text or LineKind.ListItem or LineKind.Row && !HeadingGuess.IsQuestion(next.Text);
            return answered ? line with { Kind = LineKind.Question } : line;
        }

        if (MultiLevel().Match(line.Text) is { Success: true } numbered && HeadingGuess.LooksLike(numbered.Groups[2].Value))
        {
            return line with { Kind = LineKind.Heading, Level = numbered.Groups[1].Value.Trim('.').Split('.').Length };
        }

        if (HeadingGuess.LooksLikeWithColon(line.Text) && line.BlankBefore && next.Kind == LineKind.ListItem)
        {
            return line with { Kind = LineKind.Heading, Text = line.Text.TrimEnd(':') };
        }

        return HeadingGuess.LooksLike(line.Text) && IsPlaced(line, i) && LeadsToText(lines, i) ? line with { Kind = LineKind.Heading } : line;
    }

    /// <summary>'1. Introduction' above a text is a heading, among its like it is a list.</summary>
    private static LayoutLine Numbered(List<LayoutLine> lines, int i, LayoutLine? next)
    {
        var line = lines[i];
        var amongLists = (i > 0 && lines[i - 1].Kind == LineKind.ListItem) || next?.Kind == LineKind.ListItem;
        return line.Marker != "- " && char.IsAsciiDigit(line.Marker[0]) && !amongLists && next?.Kind is LineKind.Text or LineKind.Row
            && HeadingGuess.LooksLike(line.Text) && !char.IsLower(line.Text[0]) && line.BlankBefore
                ? line with { Kind = LineKind.Heading, Level = 1, Text = line.Marker + line.Text, Marker = "" }
                : line;
    }

    private static void Underlined(List<LayoutLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Kind != LineKind.Underline)
            {
                continue;
            }

            if (i > 0 && lines[i].Text[0] != '#' && !lines[i].BlankBefore && lines[i - 1].Kind is LineKind.Text or LineKind.ListItem && lines[i - 1].Text.Length <= 120)
            {
                lines[i - 1] = lines[i - 1] with { Kind = LineKind.Heading, Text = lines[i - 1].Marker + lines[i - 1].Text, Marker = "", Level = lines[i].Text[0] == '=' ? 1 : 2 };
            }

            lines.RemoveAt(i); // a rule across the page is no words
        }
    }

    /// <summary>A heading stands behind a blank line, or behind something that is complete.</summary>
    private static bool StandsFree(List<LayoutLine> lines, int i)
    {
        if (i == 0 || lines[i].BlankBefore)
        {
            return true;
        }

        var before = lines[i - 1];
        return before.Kind != LineKind.Text || before.Text[^1] is '.' or '!' or '?' or ')' or '"' or '”';
    }

    /// <summary>A heading stands at the margin; a title or one in capitals may be set in the middle.</summary>
    private static bool IsPlaced(LayoutLine line, int i) => line.Indent < IndentedLists.MinIndent || i == 0 || HeadingGuess.IsCapitals(line.Text);

    private static bool LeadsToText(List<LayoutLine> lines, int i)
    {
        var at = i + 1;
        var tight = 0;
        while (at < lines.Count && lines[at].Kind == LineKind.Text && HeadingGuess.LooksLike(lines[at].Text))
        {
            tight += lines[at].BlankBefore ? 0 : 1;
            at++;
        }

        return at < lines.Count && at - i <= MaxRun && tight < MaxRun;
    }

    [GeneratedRegex(@"^Q(?:uestion)?\s*\d*\s*[:.]\s*(.+)$")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^((?:\d{1,2}\.)+\d{1,2}\.?)\s+(\S.*)$")]
    private static partial Regex MultiLevel();
}
