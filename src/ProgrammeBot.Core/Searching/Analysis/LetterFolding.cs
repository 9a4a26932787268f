using System.Text;

namespace ProgrammeBot.Searching.Analysis;

/// <summary>Brings a character to the form it is indexed in: lower-case, without accents, full-width and typographic forms made plain.</summary>
/// <remarks>What NFKD and a case fold would do for the letters that English texts meet; other scripts are only lower-cased.</remarks>
internal static class LetterFolding
{
    private const char LatinStart = '\u00C0';

    private const char VietnameseStart = '\u1E00';

    // The plain letter for each character of U+00C0 to U+017F, in order.
    private const string Latin =
        "aaaaaaæceeeeiiiidnooooo·ouuuuyþßaaaaaaæceeeeiiiidnooooo·ouuuuyþy" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    // The same for U+1E00 to U+1EFF.
    private const string Vietnamese =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>Writes the folded form of the character at <paramref name="at"/>, moves behind it, and says how many code units were written.</summary>
    public static int Fold(ReadOnlySpan<char> text, ref int at, Span<char> into)
    {
        var c = text[at++];
        if (c < 0x80)
        {
            into[0] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            return 1;
        }

        if (char.IsHighSurrogate(c) && at < text.Length && char.IsLowSurrogate(text[at]))
        {
            return Rune.ToLowerInvariant(new Rune(c, text[at++])).EncodeToUtf16(into);
        }

        if (c is >= '\u0300' and <= '\u036F' or '\u00AD')
        {
            return 0; // a combining accent, or a soft hyphen
        }

        if (Expansion(c) is { Length: > 0 } letters)
        {
            letters.CopyTo(into);
            return letters.Length;
        }

        into[0] = Single(c);
        return 1;
    }

    /// <summary>Quotes that serve as apostrophes.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u0060' or '\u00B4' or '\uFF07';

    /// <summary>Hyphens and the dashes that stand for one between words and figures.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFE63' or '\uFF0D';

    private static char Single(char c) => c switch
    {
        >= LatinStart and < '\u0180' => Latin[c - LatinStart],
        >= VietnameseStart and < '\u1F00' => Vietnamese[c - VietnameseStart],
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        >= '\u2080' and <= '\u2089' => (char)('0' + (c - '\u2080')),
        _ => char.ToLowerInvariant(c),
    };

    private static string Expansion(char c) => c switch
    {
        '\u00C6' or '\u00E6' => "ae",
        '\u0152' or '\u0153' => "oe",
        '\u00DF' or '\u1E9E' => "ss",
        '\u00DE' or '\u00FE' => "th",
        '\u0132' or '\u0133' => "ij",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => "",
    };
}
