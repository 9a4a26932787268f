using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Channels.Text;

/// <summary>Where a text that is too long ends: behind a sentence with its citation marks, else behind a word, and never within a character.</summary>
public static partial class TextCut
{
    public const string Ellipsis = "…";

    /// <summary>How far behind the cut the marks of its sentence are looked for.</summary>
    public const int Ahead = 600;

    /// <summary>The beginning of a longer text with an ellipsis, at most so many code units where that is possible at all.</summary>
    public static string Of(string text, int max)
    {
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(s => WithMarks(text, s.End)).ToList();
        var end = sentences.LastOrDefault(e => e + 2 <= max);
        if (end > max / 2)
        {
            return $"{text[..end]} {Ellipsis}";
        }

        // Within a sentence: what it rests on is said nevertheless.
        var sentence = sentences.FirstOrDefault(e => e > max - 2, text.Length);
        var word = AtWord(text, Math.Max(0, max - 2));
        var marks = string.Join(' ', Mark().Matches(text[word..sentence]).Select(m => m.Value).Distinct(StringComparer.Ordinal));
        if (marks.Length > 0 && max - 3 - marks.Length > 0)
        {
            word = AtWord(text, max - 3 - marks.Length);
            return $"{text[..word].TrimEnd()} {Ellipsis} {marks}";
        }

        return $"{text[..word].TrimEnd()} {Ellipsis}";
    }

    /// <summary>The end of the last word that has room; of the last whole character where a word alone is longer.</summary>
    public static int AtWord(string text, int max)
    {
        if (text.Length <= max)
        {
            return text.Length;
        }

        var space = text.AsSpan(0, max + 1).LastIndexOfAny(" \n");
        if (space > max * 2 / 3)
        {
            return space;
        }

        var whole = AtWhole(text, max);
        var open = text.LastIndexOf('[', Math.Max(0, whole - 1), Math.Min(4, whole));
        return open > 0 && Mark().Match(text, open) is { Success: true } mark && mark.Index == open && mark.Index + mark.Length > whole ? open : whole;
    }

    /// <summary>The end of the last character as people count them that has room; of the last half-way sound one where one alone has none.</summary>
    public static int AtWhole(string text, int max)
    {
        if (text.Length <= max)
        {
            return text.Length;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var length && end + length <= max)
        {
            end += length;
        }

        return end > 0 || max <= 0 ? end : max - (max < text.Length && char.IsLowSurrogate(text[max]) ? 1 : 0);
    }

    private static int WithMarks(string text, int end)
    {
        while (Trailing().Match(text, end) is { Success: true } mark && mark.Index == end)
        {
            end += mark.Length;
        }

        return end;
    }

    [GeneratedRegex(@"\[[0-9]{1,2}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\G[ ]?\[[0-9]{1,2}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();
}
