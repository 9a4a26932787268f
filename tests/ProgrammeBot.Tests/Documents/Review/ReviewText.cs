using System.Text.RegularExpressions;
using ProgrammeBot.Documents.Review;

namespace ProgrammeBot.Tests.Documents.Review;

internal static partial class ReviewText
{
    /// <summary>What a moderator sees, with '[…]' for offsets, so that an edit elsewhere in a text changes no test.</summary>
    public static string WithoutOffsets(IEnumerable<ReviewFinding> findings) => Offsets().Replace(string.Join('\n', findings), "[…]");

    [GeneratedRegex(@"\[\d+, \d+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Offsets();
}
