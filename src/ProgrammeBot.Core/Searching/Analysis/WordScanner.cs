using System.Globalization;
using System.Text;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>What a piece of a text is made of.</summary>
internal enum WordKind
{
    /// <summary>Letters, and apostrophes between them.</summary>
    Letters,

    /// <summary>A figure: digits, thousands commas, a decimal point.</summary>
    Figure,

    /// <summary>Letters and digits: a module code, '3rd', '65k'.</summary>
    Mixed,

    /// <summary>Letters with points between or behind: 'Ph.D.'.</summary>
    Initials,

    /// <summary>A letter with signs that belong to it: 'c++', 'c#'.</summary>
    Signed,
}

/// <summary>A piece of a text between separators, as an undivided word.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="End">Behind its last, without a possessive's ending.</param>
/// <param name="Next">Where scanning goes on, behind a possessive's ending.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Word(int Start, int End, int Next, WordKind Kind);

/// <summary>Finds where words begin and end; knows nothing of their meaning.</summary>
internal static class WordScanner
{
    /// <summary>Whether a word may begin at a place; an accent or joiner by itself is none.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int at) => LengthAt(text, at) > 0 && !IsMark(text[at]);

    /// <summary>The code units of the letter or digit at a place, or 0 when there is none. A lone surrogate is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length)
        {
            return 0;
        }

        var c = text[at];
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        if (char.IsSurrogate(c))
        {
            return Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done && Rune.IsLetterOrDigit(rune) ? length : 0;
        }

        return char.IsLetterOrDigit(c) || IsMark(c) ? 1 : 0;
    }

    /// <summary>Reads the word that begins at a letter or digit.</summary>
    public static Word Read(ReadOnlySpan<char> text, int start)
    {
        if (IsIdeograph(text[start]))
        {
            return new(start, start + 1, start + 1, WordKind.Letters);
        }

        if (char.IsAsciiDigit(text[start]))
        {
            var end = EndOfFigure(text, start);
            return LengthAt(text, end) == 0 ? new(start, end, end, WordKind.Figure) : ReadLetters(text, start, end);
        }

        var initials = EndOfInitials(text, start);
        return initials > start ? new(start, initials, initials, WordKind.Initials) : ReadLetters(text, start, start);
    }

    private static Word ReadLetters(ReadOnlySpan<char> text, int start, int from)
    {
        var mixed = from > start;
        var at = from;
        while (at < text.Length)
        {
            var length = LengthAt(text, at);
            if (length > 0 && !IsIdeograph(text[at]))
            {
                mixed |= char.IsAsciiDigit(text[at]);
                at += length;
            }
            else if (at > start && LetterFolding.IsApostrophe(text[at]) && LengthAt(text, at + 1) > 0)
            {
                if (text[at + 1] is 's' or 'S' && LengthAt(text, at + 2) == 0)
                {
                    return new(start, at, at + 2, mixed ? WordKind.Mixed : WordKind.Letters);
                }

                at++;
            }
            else
            {
                break;
            }
        }

        var signs = at - start == 1 ? EndOfSigns(text, at) : at;
        return signs > at ? new(start, signs, signs, WordKind.Signed) : new(start, at, at, mixed ? WordKind.Mixed : WordKind.Letters);
    }

    // 'c++', 'c#', 'f#'; not 'a+b'.
    private static int EndOfSigns(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        if (text[at..].StartsWith("++"))
        {
            end += 2;
        }
        else if (text[at..].StartsWith("#"))
        {
            end++;
        }

        return LengthAt(text, end) == 0 ? end : at;
    }

    // '65,000.50': a comma counts when exactly three digits follow, a point when a digit does.
    private static int EndOfFigure(ReadOnlySpan<char> text, int start)
    {
        var at = EndOfDigits(text, start);
        if (at - start <= 3)
        {
            while (at < text.Length && text[at] == ',' && EndOfDigits(text, at + 1) == at + 4)
            {
                at += 4;
            }
        }

        while (at < text.Length && text[at] == '.' && EndOfDigits(text, at + 1) > at + 1)
        {
            at = EndOfDigits(text, at + 1);
        }

        return at;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    // 'U.S.', 'Ph.D.', 'M.Sc', 'B.Eng.': groups of letters of which one is a single letter, none longer than four, the first at most two.
    private static int EndOfInitials(ReadOnlySpan<char> text, int start)
    {
        var (at, end, groups, single) = (start, start, 0, false);
        while (groups < 6)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                at++;
            }

            var letters = at - from;
            if (letters == 0 || letters > (groups == 0 ? 2 : 4))
            {
                return letters == 0 && groups > 1 && single && LengthAt(text, at) == 0 ? end : start;
            }

            single |= letters == 1;
            groups++;
            end = at;
            if (at >= text.Length || text[at] != '.')
            {
                break;
            }

            at++;
        }

        return groups > 1 && single && LengthAt(text, end) == 0 ? end : start;
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format && c is not '\uFEFF' and not '\u200B';

    // Scripts without spaces are indexed letter by letter: Kana, Han.
    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
