using System.Runtime.CompilerServices;
using System.Text;

namespace ProgrammeBot.Stores;

/// <summary>What text every store can keep and give back unchanged, so that no adapter has a rule of its own.</summary>
/// <remarks>
/// Not kept: control characters other than tab and line feed (PostgreSQL refuses NUL), and halves of surrogate pairs
/// (they have no UTF-8). Everything else is content: quotes, SQL, markup, any script. Lengths are in UTF-16 code units.
/// </remarks>
public static class StoredText
{
    /// <summary>What is wrong with a text, as the end of a sentence that begins with the field's name; null when nothing is.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="maxLength">The most code units kept.</param>
    /// <param name="blank">Whether it may be empty or white space.</param>
    /// <param name="lines">Whether it may hold line feeds and tabs.</param>
    public static string? FaultIn(string? text, int maxLength, bool blank = false, bool lines = false)
    {
        if (text is null)
        {
            return "is missing";
        }

        if (text.Length > maxLength)
        {
            return $"has {text.Length} characters, at most {maxLength} are kept";
        }

        if (!blank && string.IsNullOrWhiteSpace(text))
        {
            return "is blank";
        }

        var at = IndexOfUnkeepable(text, lines);
        return at < 0 ? null : $"holds a character that cannot be kept (U+{(int)text[at]:X4} at {at})";
    }

    /// <summary>The text with CRLF and CR as line feeds, and without what cannot be kept: what a form or a file brought becomes storable.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (IsPair(text, i))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (IsKeepable(text[i], lines: true))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>As <see cref="Clean"/>, with every run of white space as one space and none at the ends: for titles and phrasings.</summary>
    public static string CleanLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static string Require(
        string? text, int maxLength, bool blank = false, bool lines = false, [CallerMemberName] string name = "") =>
        FaultIn(text, maxLength, blank, lines) is { } fault ? throw new ArgumentException($"{name} {fault}.", name) : text!;

    private static int IndexOfUnkeepable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                i++;
            }
            else if (!IsKeepable(text[i], lines))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static bool IsKeepable(char c, bool lines) =>
        c is '\n' or '\t' ? lines : !char.IsControl(c) && !char.IsSurrogate(c);
}
