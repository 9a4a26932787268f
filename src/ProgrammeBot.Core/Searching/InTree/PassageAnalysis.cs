using ProgrammeBot.Passages;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>What of a passage goes into an index: its fields' tokens, lengths and surface words.</summary>
internal static class PassageAnalysis
{
    /// <summary>Words longer than this are no help in spelling.</summary>
    private const int LongestWord = 40;

    /// <summary>The gap between headings, and so wide that no phrase spans it.</summary>
    private const int HeadingGap = 64;

    /// <summary>The fields of a passage as texts, a field at a time; a heading path gives one for each heading.</summary>
    public static IEnumerable<(Field Field, string Text)> FieldsOf(Passage passage)
    {
        yield return (Field.Title, passage.Title);
        foreach (var heading in passage.HeadingPath)
        {
            yield return (Field.HeadingPath, heading);
        }

        yield return (Field.Body, passage.Text);
        yield return (Field.TableHeader, passage.TableHeader);
    }

    /// <summary>Hands every token of a passage to <paramref name="take"/>, with its place in its field, and fills in the fields' lengths in words.</summary>
    public static void Read(Passage passage, List<Token> buffer, Span<int> lengths, Action<Field, string, Token, int> take)
    {
        lengths.Clear();
        Span<int> offsets = stackalloc int[Fields.Count];
        offsets.Clear();
        foreach (var (field, text) in FieldsOf(passage))
        {
            buffer.Clear();
            var words = EnglishAnalyzer.Analyze(text, buffer);
            foreach (var token in buffer)
            {
                take(field, text, token, offsets[(int)field] + token.Position);
            }

            lengths[(int)field] += words;
            offsets[(int)field] += words + HeadingGap;
        }
    }

    /// <summary>The word as written but lower-cased, or null where a token is no plain word.</summary>
    public static string? SurfaceWord(string text, Token token)
    {
        var length = token.End - token.Start;
        if (length is 0 or > LongestWord)
        {
            return null;
        }

        var word = text.AsSpan(token.Start, length);
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
            {
                return null;
            }
        }

        return word.ToString().ToLowerInvariant();
    }
}
