namespace ProgrammeBot.Semantics;

/// <summary>Tells codes such as ELEC70028: letters with a number behind. They mean nothing but themselves.</summary>
internal static class CodeWords
{
    private const int LeastLetters = 2;
    private const int LeastDigits = 3;
    private const int MostBehind = 2;

    public static bool HasCode(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (IsCode(text.AsSpan(at, end - at)))
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    private static bool IsCode(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyInRange('0', '9');
        if (digits < LeastLetters)
        {
            return false;
        }

        var behind = word[digits..].IndexOfAnyExceptInRange('0', '9');
        var count = behind < 0 ? word.Length - digits : behind;
        return count >= LeastDigits && word.Length - digits - count <= MostBehind;
    }
}
