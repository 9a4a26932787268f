namespace ProgrammeBot.Channels.Text;

/// <summary>Fits what a platform's signs are escaped in into its room.</summary>
public static class EscapedText
{
    /// <summary>A text in at most so many code units once it is escaped: cut behind a sentence where it is too long, its citation marks whole.</summary>
    /// <param name="visible">A text as <see cref="VisibleText"/> gives it.</param>
    /// <param name="max">The room.</param>
    /// <param name="escape">Never shortens a text, and makes of each character few.</param>
    /// <returns>Blank where nothing has room.</returns>
    public static string Within(string visible, int max, Func<string, string> escape)
    {
        ArgumentNullException.ThrowIfNull(visible);
        ArgumentNullException.ThrowIfNull(escape);
        var whole = escape(visible);
        if (whole.Length <= max)
        {
            return whole;
        }

        // What is escaped is never shorter than what it was: nothing behind this can have room.
        var near = visible.Length <= max + TextCut.Ahead ? visible : visible[..TextCut.AtWhole(visible, max + TextCut.Ahead)];
        for (var room = Math.Min(max, near.Length); room > 0;)
        {
            var cut = escape(TextCut.Of(near, room));
            if (cut.Length <= max)
            {
                return cut;
            }

            // A character gives back at most some: never more than needed is taken away.
            room -= Math.Max(1, (cut.Length - max) / MostPerCharacter(escape));
        }

        return "";
    }

    /// <summary>One plain line for places that know no formatting (buttons, options, titles of forms), cut behind a word; never blank.</summary>
    public static string Label(string text, int max)
    {
        var line = VisibleText.Line(text);
        return line.Length == 0 ? TextCut.Ellipsis
            : line.Length <= max ? line
            : string.Concat(line.AsSpan(0, TextCut.AtWord(line, max - 1)).TrimEnd(), TextCut.Ellipsis);
    }

    private static int MostPerCharacter(Func<string, string> escape) => Math.Max(2, Math.Max(escape("<").Length, escape("&").Length));
}
