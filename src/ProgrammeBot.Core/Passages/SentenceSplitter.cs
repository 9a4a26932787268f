using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>Finds the sentences of a stretch of stored text.</summary>
/// <remarks>
/// The spans are in order, do not overlap, carry no white space at their ends, and together hold every character that is not white space.
/// A line end always ends a sentence: stored text has none within a paragraph. A list marker ('- ', '2. ') goes with the sentence behind it.
/// Where it is in doubt it does not split: half a sentence misleads, two sentences do not.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>The sentences within a stretch of a text; none where it is blank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch leaves the text.</exception>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length);

        var sentences = new List<TextSpan>();
        var start = within.Start;
        for (var at = within.Start; at < within.End; at++)
        {
            if (text[at] == '\n')
            {
                Add(sentences, text, start, at);
                start = at + 1;
            }
            else if (IsStop(text[at]) && EndOfSentence(text, start, at, within.End) is { } end)
            {
                Add(sentences, text, start, end);
                start = end;
                at = end - 1;
            }
        }

        Add(sentences, text, start, within.End);
        return sentences;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>Where the sentence ends whose stop stands at <paramref name="stop"/>: behind closing quotes and note marks. Null when it goes on.</summary>
    private static int? EndOfSentence(string text, int start, int stop, int limit)
    {
        var end = stop + 1;
        while (end < limit && IsStop(text[end]))
        {
            end++;
        }

        end = SkipClosers(text, end, limit);
        var fullWidth = text[stop] is '。' or '！' or '？';
        if (!fullWidth && end < limit && !char.IsWhiteSpace(text[end]))
        {
            return null; // inside a figure, an address, an abbreviation
        }

        var next = end;
        while (next < limit && char.IsWhiteSpace(text[next]))
        {
            if (text[next++] == '\n')
            {
                return end;
            }
        }

        if (next == limit || fullWidth)
        {
            return end;
        }

        if (!CanBegin(text, next, limit))
        {
            return null;
        }

        // '?!' and '...' are no full stops behind a shortened word.
        var plainStop = text[stop] == '.' && (stop + 1 == limit || !IsStop(text[stop + 1])) && (stop == start || !IsStop(text[stop - 1]));
        return plainStop && SentenceStops.IsPartOfWord(text, start, stop, next, limit) ? null : end;
    }

    private static int SkipClosers(string text, int at, int limit)
    {
        while (at < limit)
        {
            if (text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '¹' or '²' or '³' or (>= '⁰' and <= '⁹') or '*' or '†' or '‡')
            {
                at++;
            }
            else if (text[at] is '[' or '(' && NoteMark(text, at, limit) is { } behind)
            {
                at = behind;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The place behind a note's mark such as '[12]' or '(3)' at <paramref name="at"/>, or null.</summary>
    private static int? NoteMark(string text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at + 1 && end - at <= 4 && end < limit && text[end] is ']' or ')' ? end + 1 : null;
    }

    /// <summary>A sentence begins with anything but a small letter or punctuation that goes on; 'iPhone' and 'e.g.' are left to the sentence before.</summary>
    private static bool CanBegin(string text, int at, int limit)
    {
        while (at < limit && text[at] is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '{' or '*' or '¿' or '¡')
        {
            if (++at == limit)
            {
                return true;
            }
        }

        return !char.IsLower(text[at]) && text[at] is not (',' or ';' or ':' or ')' or '|' or '–' or '—');
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
