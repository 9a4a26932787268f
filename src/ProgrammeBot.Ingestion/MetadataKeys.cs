using System.Globalization;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Ingestion;

/// <summary>What is wrong with a key or its value.</summary>
/// <remarks><c>AtKey</c>: whether the key is at fault, else its value.</remarks>
internal sealed record MetadataFault(string Reason, string Remedy, bool AtKey, ProblemSeverity Severity);

/// <summary>Metadata as the author of a source wrote them, in front matter or in a line of JSONL.</summary>
internal sealed class MetadataKeys
{
    private const string Known = "id, title, publisher, scope (or programme), cohort, language, as_of, year, link, standing, digest_of, source_standing";

    public string? Id { get; private set; }

    public string? Title { get; set; }

    public string? Publisher { get; set; }

    private string? Scope { get; set; }

    private string? Cohort { get; set; }

    public string? Language { get; set; }

    public string? AsOf { get; set; }

    public Uri? Link { get; set; }

    public Standing? Standing { get; set; }

    private string? DigestOf { get; set; }

    private Standing? SourceStanding { get; set; }

    /// <summary>Takes a key in; tells what is wrong with it. A blank value is as good as none.</summary>
    public MetadataFault? Set(string key, string value)
    {
        value = Words.OneLine(value);
        if (value.Length == 0 || value is "~" or "null")
        {
            return null;
        }

        switch (key)
        {
            case "id":
                Id = value;
                return DocumentMetadata.IsId(value) ? null : Wrong($"'{value}' is no document id", "Use 1 to 128 letters, digits, '-', '_' or '.'");
            case "title":
                Title = value;
                return null;
            case "publisher":
                Publisher = value;
                return null;
            case "scope" or "programme":
                if (Scope is not null && Scope != value)
                {
                    return Wrong($"'scope' and 'programme' name two scopes, '{Scope}' and '{value}'", "Keep one of them");
                }

                Scope = value;
                return null;
            case "cohort":
                Cohort = value;
                return null;
            case "language":
                Language = value;
                return null;
            case "as_of":
                AsOf = IsDate(value) ? value : AsOf;
                return AsOf == value ? null : LeftOut($"'as_of: {value}' is no date", "Write a year, month or day: 2025, 2025-01 or 2025-01-31");
            case "year":
                AsOf ??= value.Length == 4 && IsDate(value) ? value : null;
                return value.Length == 4 && IsDate(value) ? null : LeftOut($"'year: {value}' is no year", "Write four digits: 2025");
            case "link":
                Link = WebLink(value);
                return Link is not null ? null : LeftOut($"'link: {value}' is no web address", "Write a full address that begins with https://");
            case "standing":
                Standing = StandingOf(value);
                return Standing is not null ? null : NoStanding(key, value);
            case "digest_of":
                DigestOf = value;
                return null;
            case "source_standing":
                SourceStanding = StandingOf(value);
                return SourceStanding is not null ? null : NoStanding(key, value);
            default:
                return new MetadataFault($"the key '{key}' is not known and was left out", $"Known are {Known}", true, ProblemSeverity.Warning);
        }
    }

    /// <summary>The metadata, with what the document itself says where the author said nothing.</summary>
    public DocumentMetadata Build(string id, string? title)
    {
        var metadata = new DocumentMetadata(Id ?? id)
        {
            Publisher = Publisher,
            Scope = Scope,
            Cohort = Cohort,
            AsOf = AsOf,
            Link = Link,
            Standing = Standing ?? (DigestOf is null ? Documents.Standing.Secondary : Documents.Standing.Digest),
            DigestOf = DigestOf,
            SourceStanding = SourceStanding,
        };
        metadata = Language is null ? metadata : metadata with { Language = Language };
        return (Title ?? title) is { Length: > 0 } found ? metadata with { Title = found } : metadata;
    }

    public static Uri? WebLink(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) ? link : null;

    private static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, ["yyyy", "yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Standing? StandingOf(string value) => value.ToLowerInvariant() switch
    {
        "official" => Documents.Standing.Official,
        "digest" => Documents.Standing.Digest,
        "secondary" => Documents.Standing.Secondary,
        "opinion" => Documents.Standing.Opinion,
        _ => null,
    };

    private static MetadataFault NoStanding(string key, string value) =>
        Wrong($"'{key}: {value}' is no standing", "Permitted are official, digest, secondary, opinion");

    private static MetadataFault LeftOut(string reason, string remedy) => new(reason + " and was left out", remedy, false, ProblemSeverity.Warning);

    private static MetadataFault Wrong(string reason, string remedy) => new(reason, remedy, false, ProblemSeverity.Skipped);
}
