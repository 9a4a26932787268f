using System.Text;

namespace ProgrammeBot.Ingestion;

/// <summary>White space and unprintable characters as the stored text has them.</summary>
internal static class Words
{
    /// <summary>One line: every run of white space a single blank, none at the ends.</summary>
    public static string OneLine(string text) => Clean(text, keepLines: false);

    /// <summary>As <see cref="OneLine"/>, but line ends stay.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    /// <summary>Every blank stays; white space goes at the ends of lines and blank lines at the ends of the text.</summary>
    public static string Preformatted(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => new string(l.Where(c => c == '\t' || IsKept(c)).ToArray()).TrimEnd()).ToList();
        lines.RemoveRange(0, lines.TakeWhile(l => l.Length == 0).Count());
        return string.Join('\n', lines).Trim();
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        var blank = false;
        var line = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                line |= keepLines && c == '\n';
            }
            else if (IsKept(c))
            {
                if (blank && clean.Length > 0)
                {
                    clean.Append(line ? '\n' : ' ');
                }

                blank = line = false;
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Control characters, soft hyphens, zero-width spaces and marks of writing direction are no words, and could disguise some.</summary>
    private static bool IsKept(char c) =>
        !char.IsControl(c) && c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
