using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>Splits what has no better place to be split: at the last white space that fits, else between two characters.</summary>
internal static class HardSplitter
{
    /// <summary>Parts without white space at their ends, none longer than <paramref name="limit"/>; a surrogate pair stays together.</summary>
    public static IEnumerable<TextSpan> Split(string text, TextSpan span, int limit)
    {
        var start = span.Start;
        while (start < span.End)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = span.End - start <= limit ? span.End : LastPlace(text, start, limit);
            var trimmed = end;
            while (char.IsWhiteSpace(text[trimmed - 1]))
            {
                trimmed--;
            }

            yield return new TextSpan(start, trimmed);
            start = end;
        }
    }

    private static int LastPlace(string text, int start, int limit)
    {
        for (var end = start + limit; end > start; end--)
        {
            if (char.IsWhiteSpace(text[end]))
            {
                return end;
            }
        }

        return char.IsLowSurrogate(text[start + limit]) && char.IsHighSurrogate(text[start + limit - 1]) ? start + limit - 1 : start + limit;
    }
}
