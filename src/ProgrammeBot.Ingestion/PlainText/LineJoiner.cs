using System.Text;

namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Puts together again what was one paragraph before its lines were wrapped at a width.</summary>
internal static class LineJoiner
{
    /// <summary>Texts are wrapped at widths between these; longer lines are paragraphs by themselves.</summary>
    private const int Narrowest = 45, Widest = 135;

    public static List<LayoutLine> Join(List<LayoutLine> lines)
    {
        var width = Width(lines);
        var joined = new List<LayoutLine>(lines.Count);
        var open = new StringBuilder(); // the words of the last paragraph, as far as they are joined
        var before = (Line: default(LayoutLine), Length: 0);
        foreach (var line in lines)
        {
            if (before.Line is { } last && Continues(joined[^1], last, before.Length, line, width))
            {
                Glue(open, last.Text, line.Text);
            }
            else
            {
                Close(joined, open);
                joined.Add(line);
                open.Append(line.Text);
            }

            before = (line, line.Text.Length + line.Indent + line.Marker.Length);
        }

        Close(joined, open);
        return joined;
    }

    private static void Close(List<LayoutLine> joined, StringBuilder open)
    {
        if (joined.Count > 0 && open.Length > joined[^1].Text.Length)
        {
            joined[^1] = joined[^1] with { Text = open.ToString() };
        }

        open.Clear();
    }

    /// <param name="first">The first line of the paragraph.</param>
    /// <param name="before">Its last line so far.</param>
    /// <param name="length">The length of that line.</param>
    /// <param name="line">The line that may belong to it.</param>
    /// <param name="width">The width of the text.</param>
    private static bool Continues(LayoutLine first, LayoutLine before, int length, LayoutLine line, int? width)
    {
        if (line.BlankBefore || line.Kind != LineKind.Text || first.Kind is not (LineKind.Text or LineKind.ListItem or LineKind.Footnote))
        {
            return false;
        }

        if (before.Text.EndsWith(':') && IsAddress(line.Text))
        {
            return true;
        }

        if (width is null)
        {
            return false;
        }

        var space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? line.Text.Length : space;
        var full = length + 1 + word > width;
        var goesOn = char.IsLower(line.Text[0]) && !EndsSentence(before.Text);
        var underItem = first.Kind == LineKind.ListItem && line.Indent > first.Indent;
        return full || goesOn || underItem;
    }

    /// <summary>A word cut at the line's end is made whole; a dash between words stays.</summary>
    private static void Glue(StringBuilder open, string before, string line)
    {
        if (before.Length > 1 && before[^1] == '-' && char.IsLower(before[^2]) && char.IsLower(line[0]) && !IsAddress(LastWord(before)))
        {
            open.Length--;
        }
        else
        {
            open.Append(' ');
        }

        open.Append(line);
    }

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or ':' or ';';

    private static bool IsAddress(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal));

    /// <summary>The width that the lines were wrapped at; null where they were not.</summary>
    private static int? Width(List<LayoutLine> lines)
    {
        var lengths = lines.Where(l => l.Kind is LineKind.Text or LineKind.ListItem).Select(l => l.Text.Length + l.Indent + l.Marker.Length)
            .Where(l => l >= Narrowest).Order().ToList();
        if (lengths.Count < 3)
        {
            return null;
        }

        var width = lengths[lengths.Count * 95 / 100];
        return width <= Widest ? width : null;
    }
}
