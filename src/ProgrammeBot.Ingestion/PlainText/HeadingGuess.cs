namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Tells headings among lines that nothing but their looks sets apart.</summary>
internal static class HeadingGuess
{
    private const int MaxLength = 100, MaxWords = 14, MaxQuestion = 200;

    /// <summary>Whether a line may be a heading, as far as it alone can tell.</summary>
    public static bool LooksLike(string text)
    {
        if (text.Length > MaxLength || text.Length < 3 || text[^1] is '.' or ',' or ';' or ':' or '!' or '…' || IsOrdinary(text))
        {
            return false;
        }

        var words = text.Split(' ');
        var first = text.FirstOrDefault(char.IsLetterOrDigit);
        return words.Length <= MaxWords && !char.IsLower(first) && words.Any(w => w.Count(char.IsLetter) >= 3)
            && (words.Length <= 6 || IsTitleCase(words) || IsCapitals(text));
    }

    public static bool IsQuestion(string text) => text.Length is > 8 and <= MaxQuestion && text[^1] == '?' && text.Contains(' ', StringComparison.Ordinal) && !IsAddressed(text);

    public static bool IsCapitals(string text) =>
        text.Count(char.IsLetter) >= 6 && !text.Any(char.IsLower) && text.Split(' ').Any(w => w.Count(char.IsLetter) >= 4); // longer than 'ECTS'

    /// <summary>'Project Learning Methods:' above a list is a heading, 'You must have:' leads to it.</summary>
    public static bool LooksLikeWithColon(string text)
    {
        var words = text.TrimEnd(':').Split(' ');
        return text[^1] == ':' && words.Length is >= 2 and <= 6 && IsTitleCase(words, share: 1) && LooksLike(text[..^1]);
    }

    private static bool IsTitleCase(string[] words, double share = 0.6)
    {
        var telling = words.Where(w => w.Count(char.IsLetter) > 3).ToList();
        return telling.Count > 0 && telling.Count(w => !char.IsLower(w.First(char.IsLetter))) >= share * telling.Count;
    }

    /// <summary>An address, a note in brackets, a sum: no heading says that.</summary>
    private static bool IsOrdinary(string text) => IsAddressed(text) || text[0] is '(' or '<' or '"' or '“' || text.Contains(" | ", StringComparison.Ordinal);

    private static bool IsAddressed(string text) =>
        text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal);
}
