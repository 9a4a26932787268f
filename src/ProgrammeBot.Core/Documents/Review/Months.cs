namespace ProgrammeBot.Documents.Review;

/// <summary>Names of months and of the terms they fall in.</summary>
internal static class Months
{
    /// <summary>Capitals only: 'may' is mostly a verb.</summary>
    public const string Pattern =
        "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";

    private static readonly string[] Names =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>1 to 12; 0 for another word.</summary>
    public static int Of(string name) =>
        name.Length < 3 ? 0 : Array.FindIndex(Names, n => name.StartsWith(n, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>The term that begins about then; null where that differs between universities.</summary>
    public static string? TermOf(int month) => month switch
    {
        9 or 10 or 11 or 12 => "autumn",
        1 or 2 or 3 => "spring",
        5 or 6 or 7 or 8 => "summer",
        _ => null,
    };
}
