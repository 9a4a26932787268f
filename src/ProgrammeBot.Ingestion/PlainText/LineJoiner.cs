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
        var last = 0; // the length of the line read last, for a joined paragraph
        foreach (var line in lines)
        {
            var length = line.Text.Length + line.Indent + line.Marker.Length;
            if (joined.Count > 0 && Continues(joined[^1], last, line, width))
            {
                joined[^1] = joined[^1] with { Text = Glue(joined[^1].Text, line.Text) };
            }
            else
            {
                joined.Add(line);
            }

            last = length;
        }

        return joined;
    }

    private static bool Continues(LayoutLine before, int length, LayoutLine line, int? width)
    {
        if (line.BlankBefore || line.Kind != LineKind.Text || before.Kind is not (LineKind.Text or LineKind.ListItem or LineKind.Footnote))
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
        var underItem = before.Kind == LineKind.ListItem && line.Indent > before.Indent;
        return full || goesOn || underItem;
    }

    /// <summary>A word cut at the line's end is made whole; a dash between words stays.</summary>
    private static string Glue(string before, string line) =>
        before.Length > 1 && before[^1] == '-' && char.IsLower(before[^2]) && char.IsLower(line[0]) && !IsAddress(LastWord(before))
            ? before[..^1] + line
            : before + " " + line;

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
