namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Rows of a table as lines that read well on a narrow phone: <c>Module: Perception · Term: Spring · ECTS: 5</c>.</summary>
/// <remarks>A code block would keep columns, but wraps in the middle of words on a phone, and a screen reader spells its bars.</remarks>
internal static class LabelledRows
{
    private const string Bar = " | ";

    /// <summary>The text with its tables so; other lines stay. Every cell's words stay, with their column's name.</summary>
    /// <param name="text">Lines, cells with ' | ' between.</param>
    /// <param name="isHeader">Whether the first line of a run of rows names its columns.</param>
    public static string Of(string text, Func<string, bool> isHeader)
    {
        var lines = text.Split('\n');
        var shown = new List<string>(lines.Length);
        for (var i = 0; i < lines.Length;)
        {
            var end = i;
            while (end < lines.Length && lines[end].Contains(Bar, StringComparison.Ordinal))
            {
                end++;
            }

            if (end > i + 1 && isHeader(lines[i]))
            {
                var names = lines[i].Split(Bar);
                shown.AddRange(lines[(i + 1)..end].Select(row => Labelled(names, row.Split(Bar))));
                i = end;
            }
            else
            {
                shown.Add(lines[i].Contains(Bar, StringComparison.Ordinal) ? string.Join(" · ", lines[i].Split(Bar).Select(c => c.Trim()).Where(c => c.Length > 0)) : lines[i]);
                i++;
            }
        }

        return string.Join('\n', shown);
    }

    private static string Labelled(string[] names, string[] cells)
    {
        var parts = cells.Select((cell, i) => (Name: i < names.Length ? names[i].Trim() : "", Words: cell.Trim()))
            .Where(c => c.Words.Length > 0)
            .Select(c => c.Name.Length == 0 ? c.Words : $"{c.Name}: {c.Words}");
        return string.Join(" · ", parts);
    }
}
