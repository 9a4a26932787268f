namespace ProgrammeBot.Searching.Analysis;

/// <summary>Turns English text into the terms it is indexed and asked by.</summary>
/// <remarks>
/// Holds no state; many may call at once. Any text is allowed: what is neither letter nor digit separates, a lone surrogate too.
/// <list type="bullet">
/// <item>Letters are folded (case, accents, full-width forms), possessives cut, British spellings brought to American ones, then stemmed by Porter2.</item>
/// <item>Figures lose thousands commas and idle zeros: '£65,000' is '65000' and, at the same position, '£65000'; '70.00%' is '70' and '70%'.</item>
/// <item>Codes stay whole and unstemmed: 'COMP70059' is 'comp70059', then 'comp' and '70059' for those who write it apart; 'c++', 'c#', 'Ph.D.' is 'phd'.</item>
/// <item>A compound gives its parts at consecutive positions, and the whole at the first's: 'full-time' also 'fulltime', 'pass/fail', 'r&amp;d', '15-20'.
/// Academic years meet in one form: '2025/26' and '2025–2026' are '2025-26'.</item>
/// <item>Stop words are marked and kept, folded but not stemmed.</item>
/// </list>
/// </remarks>
public static class EnglishAnalyzer
{
    /// <summary>Changes whenever the same text would give other terms; an index built by another version must be built anew.</summary>
    public const int Version = 1;

    /// <summary>Longer words are cut to this many code units.</summary>
    public const int MaxTermLength = 64;

    private const int MaxParts = 6;

    public static IReadOnlyList<Token> Analyze(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 6);
        Analyze(text, tokens);
        return tokens;
    }

    /// <summary>Adds the tokens of a text to a list, in order of position, and says how many positions there are.</summary>
    public static int Analyze(ReadOnlySpan<char> text, List<Token> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        Span<Word> parts = stackalloc Word[MaxParts];
        var position = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (!WordScanner.BeginsAt(text, at))
            {
                at++;
                continue;
            }

            var count = ReadCompound(text, at, parts, out var connector);
            at = parts[count - 1].Next;
            var writer = new TermWriter(text, into);
            for (var i = 0; i < count; i++)
            {
                writer.AddPart(parts[i], position + i);
                if (i == 0 && count > 1)
                {
                    writer.AddWhole(parts[..count], connector, position);
                }

                writer.AddSigned(parts[i], position + i);
            }

            position += count + (count == 1 ? writer.AddCodeParts(parts[0], position) : 0);
        }

        return position;
    }

    /// <summary>Whether a word, as written, says little by itself.</summary>
    public static bool IsStopWord(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[MaxTermLength + 4];
        return word.Length <= 12 && StopWords.Contains(folded[..TermWriter.Fold(word, folded)]);
    }

    /// <summary>The term of a single word, without regard to compounds.</summary>
    public static string Term(ReadOnlySpan<char> word)
    {
        var tokens = Analyze(word);
        return tokens.Count == 0 ? "" : tokens[0].Term;
    }

    // Words joined by one kind of sign without spaces; the connector is 0 where the signs differ.
    private static int ReadCompound(ReadOnlySpan<char> text, int at, Span<Word> parts, out char connector)
    {
        parts[0] = WordScanner.Read(text, at);
        var count = 1;
        connector = '\0';
        while (count < MaxParts && parts[count - 1] is { } last && last.Next == last.End && Connector(text, last.End) is var sign and not '\0')
        {
            var next = WordScanner.Read(text, last.End + 1);
            if (sign == ':' && (last.Kind != WordKind.Figure || next.Kind != WordKind.Figure))
            {
                break;
            }

            connector = count == 1 || connector == sign ? sign : '\0';
            parts[count++] = next;
        }

        return count;
    }

    private static char Connector(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !WordScanner.BeginsAt(text, at + 1))
        {
            return '\0';
        }

        var c = text[at];
        return LetterFolding.IsHyphen(c) ? '-' : c is '/' or '&' or ':' ? c : '\0';
    }
}
