namespace ProgrammeBot.Searching.InTree;

/// <summary>Which letters a word has, as a bit each: a bound on the distance of two words that costs two instructions.</summary>
internal static class LetterMask
{
    /// <summary>A bit for each of a to z, and six for all other characters.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var c in word)
        {
            mask |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
        }

        return mask;
    }
}
