using System.Text;

namespace ProgrammeBot.App.Evaluation;

/// <summary>Characters that are another way to write plain ones, made plain: as Unicode NFKC does for those that documents about programmes hold.</summary>
/// <remarks>The runtime itself normalises nothing while the program is culture-invariant; it hands the text back as it is.</remarks>
internal static class CompatibleText
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const string Composed = "àèìòùáéíóúýâêîôûãñõäëïöüÿåçšžčř";
    private const string Letters = "aeiouaeiouyaeiouanoaeiouyacszcr";
    private const string Marks = "\u0300\u0300\u0300\u0300\u0300\u0301\u0301\u0301\u0301\u0301\u0301\u0302\u0302\u0302\u0302\u0302\u0303\u0303\u0303\u0308\u0308\u0308\u0308\u0308\u0308\u030A\u0327\u030C\u030C\u030C\u030C";

    private const string Several =
        "ﬀ=ff ﬁ=fi ﬂ=fl ﬃ=ffi ﬄ=ffl ﬅ=st ﬆ=st …=... ™=tm №=no ½=1⁄2 ¼=1⁄4 ¾=3⁄4 "
        + "⁰=0 ¹=1 ²=2 ³=3 ⁴=4 ⁵=5 ⁶=6 ⁷=7 ⁸=8 ⁹=9 ₀=0 ₁=1 ₂=2 ₃=3 ₄=4 ₅=5 ₆=6 ₇=7 ₈=8 ₉=9";

    private static readonly Dictionary<char, string> Plain = Several.Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);

    /// <summary>The text in lower case, its compatible characters plain and its accented letters one character each.</summary>
    public static string Lower(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (plain.Length > 0 && c is >= '\u0300' and <= '\u036F' && Compose(plain[^1], c) is { } composed)
            {
                plain[^1] = composed;
            }
            else if (c is >= FirstWide and <= LastWide)
            {
                plain.Append(char.ToLowerInvariant((char)(c - FirstWide + '!')));
            }
            else if (Plain.TryGetValue(c, out var several))
            {
                plain.Append(several);
            }
            else
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    private static char? Compose(char letter, char mark)
    {
        for (var i = 0; i < Composed.Length; i++)
        {
            if (Letters[i] == letter && Marks[i] == mark)
            {
                return Composed[i];
            }
        }

        return null;
    }
}
