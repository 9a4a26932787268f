using System.Text;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>Brings a text to the form that pieces are made of: as NFKC has it, words led by <see cref="WordMark"/>.</summary>
/// <remarks>
/// Does for the characters that English texts meet what NFKC does, since the program runs without the system's Unicode tables; other
/// characters are unknown pieces either way. Unlike the original, which only knows the plain space, any white space or control
/// character parts words, several count as one, and invisible characters are left out.
/// </remarks>
internal static class PieceText
{
    public const char WordMark = '\u2581';

    private const char Unknown = '\uFFFD';

    // Every letter with an accent that stands in a piece: the letter, the accent, both in one.
    private const string Composed =
        "a\u0300àe\u0300èi\u0300ìo\u0300òu\u0300ùa\u0301áe\u0301éi\u0301ío\u0301óu\u0301úE\u0301Éc\u0301ća\u0302âe\u0302êo\u0302ô" +
        "a\u0303ão\u0303õn\u0303ña\u0308äe\u0308ëo\u0308öu\u0308üa\u030Aåc\u0327ça\u0304āo\u0304ōs\u030Cš";

    // A character and what it stands for, ended by a bar.
    private const string Expanded =
        "…...|‥..|ﬀff|ﬁfi|ﬂfl|ﬃffi|ﬄffl|ﬅst|ﬆst|™TM|℠SM|№No|℃°C|℉°F|½1⁄2|¼1⁄4|¾3⁄4|⅓1⁄3|⅔2⁄3|⅛1⁄8|⅜3⁄8|⅝5⁄8|⅞7⁄8|" +
        "ªa|ºo|\u00B5\u03BC|¹1|²2|³3|‼!!|⁇??|⁈?!|⁉!?|″′′|‴′′′|\u212AK|ĳij|ĲIJ|ſs|";

    private static readonly Dictionary<char, string> Expansions = Expanded.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(e => e[0], e => e[1..]);

    /// <summary>Reads at most <paramref name="most"/> characters. Empty for a blank text.</summary>
    public static string Of(string text, int most)
    {
        var plain = new StringBuilder(Math.Min(text.Length, most) + 16);
        var apart = true;
        for (var at = 0; at < text.Length && at < most; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                apart = true;
                continue;
            }

            if (c is '\u00AD' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200F'))
            {
                continue;
            }

            if (apart)
            {
                plain.Append(WordMark);
                apart = false;
            }

            if (char.IsSurrogate(c))
            {
                at += char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 1 : 0;
                plain.Append(Unknown);
            }
            else
            {
                Append(plain, c);
            }
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, char c)
    {
        if (c < 0x80)
        {
            plain.Append(c);
        }
        else if (c is >= '\uFF01' and <= '\uFF5E')
        {
            plain.Append((char)(c - '\uFF01' + '!'));
        }
        else if (c is >= '\u2070' and <= '\u2089' && "0i\0\0456789+\u2212=()n0123456789"[c - '\u2070'] is var digit and not '\0')
        {
            plain.Append(digit);
        }
        else if (Expansions.TryGetValue(c, out var letters))
        {
            plain.Append(letters);
        }
        else if (c is >= '\u0300' and <= '\u036F' && Compose(plain[^1], c) is { } composed)
        {
            plain[^1] = composed;
        }
        else
        {
            plain.Append(c);
        }
    }

    private static char? Compose(char letter, char accent)
    {
        for (var i = 0; i < Composed.Length; i += 3)
        {
            if (Composed[i] == letter && Composed[i + 1] == accent)
            {
                return Composed[i + 2];
            }
        }

        return null;
    }
}
