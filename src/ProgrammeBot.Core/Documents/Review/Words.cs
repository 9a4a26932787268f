using System.Text.RegularExpressions;

namespace ProgrammeBot.Documents.Review;

/// <summary>Words folded just enough that singular and plural meet. Coarser stemming would make different things one.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> Soft = new(
        """
        a an the and or of in on at to for from with by as into over is are was were be been being has have had do does it its this that these those they
        their them there which who will would can could may might must should shall need needs needed require requires required requirement ask asks asked
        expect expects expected normally usually typically generally about around approximately roughly circa ca some currently now also only just
        student students applicant applicants candidate candidates you your we our programme programmes course courses msc mres one get gives give
        take takes taken last lasts run runs cost costs amount amounts
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>All words, folded.</summary>
    public static IEnumerable<string> In(string text) => Word().Matches(text).Select(m => Fold(m.Value));

    /// <summary>The words that carry the meaning, folded, sorted, each once.</summary>
    public static string[] Telling(string text) =>
        [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Where(w => !Soft.Contains(w)).Select(Fold).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Words as written that begin in lower case.</summary>
    public static IEnumerable<string> LowerCase(string text) => Word().Matches(text).Select(m => m.Value).Where(w => char.IsLower(w[0]));

    /// <summary>Lower case, without possessive and plural endings.</summary>
    public static string Fold(string word)
    {
        var w = word.ToLowerInvariant();
        return w.Length > 4 && w.EndsWith("ies", StringComparison.Ordinal) ? w[..^3] + "y"
            : w.Length > 3 && w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && !w.EndsWith("us", StringComparison.Ordinal) ? w[..^1]
            : w;
    }

    [GeneratedRegex(@"[\p{L}\d]+(?:-[\p{L}\d]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
