using System.Globalization;
using System.Text;

namespace ProgrammeBot.Channels.Text;

/// <summary>What of a text a reader sees: no control or direction characters, nothing without width, no towers of combining marks.</summary>
/// <remarks>
/// Line ends of any kind become LF, at most one blank line stays, and white space goes from both ends.
/// Joiners stay where a script or an emoji needs them. A text of ordinary words is returned as it is.
/// </remarks>
public static class VisibleText
{
    /// <summary>The most marks on one base: Hebrew with vowels and accents needs four, nobody's words need more.</summary>
    public const int MaxMarks = 4;

    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;
    private const int EmojiLook = 0xFE0F;

    /// <summary>In one line; blank stays blank.</summary>
    public static string Line(string text) => string.Join(' ', Of(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToArray(); // half a surrogate pair becomes U+FFFD
        var last = default(Rune);
        var marks = 0;
        var lines = 0;
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            if (IsLineEnd(rune.Value))
            {
                lines += rune.Value == '\r' && i + 1 < runes.Length && runes[i + 1].Value == '\n' ? 0 : 1;
                continue;
            }

            var category = Rune.GetUnicodeCategory(rune);
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
            if (category == UnicodeCategory.Control)
            {
                rune = new Rune(' ');
            }
            else if (IsUnseen(rune.Value, category, last, i + 1 < runes.Length ? runes[i + 1] : default) || (isMark && ++marks > MaxMarks))
            {
                continue;
            }

            seen.Append('\n', Math.Min(lines, 2)).Append(rune);
            marks = isMark ? marks : 0;
            lines = 0;
            last = rune;
        }

        return seen.ToString().Trim();
    }

    private static bool IsLineEnd(int c) => c is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static bool IsUnseen(int c, UnicodeCategory category, Rune before, Rune after) => c switch
    {
        Joiner => !(IsPictorial(before.Value) && IsPictorial(after.Value)) && !(IsJoining(before.Value) && IsJoining(after.Value)),
        NonJoiner => !(IsJoining(before.Value) && IsJoining(after.Value)),
        EmojiLook => !(IsPictorial(before.Value) || before.Value is '#' or '*' or (>= '0' and <= '9') or (>= 0x2000 and <= 0x33FF) or 0xA9 or 0xAE),
        >= 0xFE00 and <= 0xFE0E => true,
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or 0xFFA0 or 0xFFFC => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        _ when (c & 0xFFFE) == 0xFFFE => true,
        (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 => false, // Arabic signs that are seen
        _ => category == UnicodeCategory.Format,
    };

    private static bool IsPictorial(int c) => c is (>= 0x1F000 and <= 0x1FFFF) or (>= 0x2190 and <= 0x2BFF) or EmojiLook;

    /// <summary>Arabic to Sinhala: scripts whose letters change by what joins them.</summary>
    private static bool IsJoining(int c) => c is >= 0x600 and <= 0xDFF;
}
