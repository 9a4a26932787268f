namespace ProgrammeBot.Answering.Understanding;

/// <summary>The small words that make a question: misspelt, they are mended before anything is looked up, for no document may hold them.</summary>
internal static class AskingWords
{
    private static readonly string[] Words =
    [
        "the", "what", "which", "when", "where", "who", "why", "how", "many", "much", "long", "does", "have", "has", "need", "take", "takes", "there", "their", "they", "this", "that", "with", "from",
        "would", "could", "should", "will", "can", "must", "about", "before", "after", "between", "because", "need", "needed", "want", "know", "get", "give", "make", "many", "become", "choose", "apply", "complete", "beginner", "and", "for", "you", "are",
    ];

    /// <summary>The one word that a misspelt one of three or more letters is a slip away from: a letter wrong, missing, too many or swapped with its neighbour; null where there is none or several.</summary>
    public static string? Nearest(string lowerCased)
    {
        string? found = null;
        foreach (var word in Words)
        {
            if (word.Length > 2 && word[0] == lowerCased[0] && IsOneSlipAway(lowerCased, word) && found != word)
            {
                if (found is not null)
                {
                    return null;
                }

                found = word;
            }
        }

        return found;
    }

    private static bool IsOneSlipAway(string a, string b)
    {
        if (a.Length > b.Length)
        {
            (a, b) = (b, a);
        }

        if (b.Length - a.Length > 1)
        {
            return false;
        }

        var at = 0;
        while (at < a.Length && a[at] == b[at])
        {
            at++;
        }

        return a.Length < b.Length
            ? a.AsSpan(at).SequenceEqual(b.AsSpan(at + 1))
            : a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1))
                || (at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2)));
    }
}
