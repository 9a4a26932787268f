namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>A table of contents: it names the headings, and is itself no content.</summary>
internal static class Contents
{
    private static readonly string[] Names = ["table of contents", "contents", "in this guide", "in this article", "on this page"];

    /// <summary>Takes the list of contents out of the lines, and gives the headings it names, in a form to compare by.</summary>
    public static HashSet<string> TakeOut(List<LayoutLine> lines)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        var at = lines.FindIndex(l => l.Kind is LineKind.Text or LineKind.Heading && Names.Contains(l.Text.TrimEnd(':').ToLowerInvariant()));
        if (at < 0)
        {
            return headings;
        }

        var end = at + 1;
        while (end < lines.Count && (lines[end].Kind == LineKind.ListItem || IsDotted(lines[end])))
        {
            headings.Add(Key(lines[end].Text));
            end++;
        }

        // Only where the headings it names do come is it a table of contents.
        var named = lines.Skip(end).Count(l => headings.Contains(Key(l.Text)));
        if (end - at < 3 || named * 2 < end - at - 1)
        {
            return [];
        }

        lines.RemoveRange(at, end - at);
        return headings;
    }

    /// <summary>A heading without its number, dots and page.</summary>
    public static string Key(string text)
    {
        var words = text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');
        var dots = words.IndexOf("...", StringComparison.Ordinal);
        return (dots > 0 ? words[..dots] : words).Trim().ToLowerInvariant();
    }

    private static bool IsDotted(LayoutLine line) => line.Kind is LineKind.Text or LineKind.Row && line.Text.Contains("....", StringComparison.Ordinal);
}
