using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Contract;

/// <summary>A place in a document as it stands in a link: <c>s120-180</c>, <c>s120-180,200-240</c>, <c>s120-180.1a2b3c4d5e6f</c>.</summary>
/// <remarks>The part behind the dot is the beginning of the version's hash: a page can tell that its document has changed since.</remarks>
public sealed partial record SourcePlace(IReadOnlyList<TextSpan> Spans, string? VersionPrefix)
{
    /// <summary>The most pieces a link names.</summary>
    public const int MaxSpans = 64;

    private const int PrefixLength = 12;

    public static SourcePlace Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new SourcePlace(citation.Spans, citation.Version["sha256:".Length..][..PrefixLength]);
    }

    /// <summary>Reads a place; the leading <c>s</c> may be missing. Null when it is none; hostile text is none.</summary>
    public static SourcePlace? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 2000 } || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var spans = new List<TextSpan>();
        foreach (var piece in match.Groups["spans"].Value.Split(','))
        {
            var dash = piece.IndexOf('-', StringComparison.Ordinal);
            var (start, end) = (NumberIn(piece[..dash]), NumberIn(piece[(dash + 1)..]));
            if (start >= end || spans.Count == MaxSpans)
            {
                return null;
            }

            spans.Add(new TextSpan(start, end));
        }

        return new SourcePlace(spans, match.Groups["version"] is { Success: true } version ? version.Value : null);
    }

    public override string ToString() =>
        "s" + string.Join(',', Spans.Select(s => $"{s.Start}-{s.End}")) + (VersionPrefix is null ? "" : "." + VersionPrefix);

    private static int NumberIn(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    // Nine digits fit an int.
    [GeneratedRegex(@"\As?(?<spans>[0-9]{1,9}-[0-9]{1,9}(,[0-9]{1,9}-[0-9]{1,9})*)(\.(?<version>[0-9a-f]{4,64}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
