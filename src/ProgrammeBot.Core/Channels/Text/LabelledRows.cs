using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Text;

/// <summary>Rows of a table as lines that read well on a narrow phone: <c>Module: Perception · Term: Spring · ECTS: 5</c>.</summary>
/// <remarks>A code block would keep columns, but wraps in the middle of words on a phone, and a screen reader spells its bars.</remarks>
public static partial class LabelledRows
{
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
            while (end < lines.Length && Bar().IsMatch(lines[end]))
            {
                end++;
            }

            if (end > i + 1 && isHeader(lines[i]))
            {
                var names = Bar().Split(lines[i]);
                shown.AddRange(lines[(i + 1)..end].Select(row => Labelled(names, Bar().Split(row))));
                i = end;
            }
            else
            {
                shown.Add(Bar().IsMatch(lines[i]) ? string.Join(" · ", Bar().Split(lines[i]).Select(c => c.Trim()).Where(c => c.Length > 0)) : lines[i]);
                i++;
            }
        }

        return string.Join('\n', shown);
    }

    /// <summary>Whether a text holds a table: two rows and more in a run.</summary>
    public static bool AreIn(string text)
    {
        var lines = text.Split('\n');
        return lines.Zip(lines.Skip(1)).Any(pair => Bar().IsMatch(pair.First) && Bar().IsMatch(pair.Second));
    }

    private static string Labelled(string[] names, string[] cells)
    {
        var parts = cells.Select((cell, i) => (Name: i < names.Length ? names[i].Trim() : "", Words: cell.Trim()))
            .Where(c => c.Words.Length > 0)
            .Select(c => c.Name.Length == 0 ? c.Words : $"{c.Name}: {c.Words}");
        return string.Join(" · ", parts);
    }

    // An empty cell leaves two bars with one blank between.
    [GeneratedRegex(@"(?<=\s)\|(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
