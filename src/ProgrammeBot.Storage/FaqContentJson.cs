using System.Text.Json;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage;

/// <summary>How the content of a FAQ entry is written into a database. Fields are added, never renamed: old revisions stay readable.</summary>
internal sealed record FaqContentJson
{
    public required string Title { get; init; }

    public IReadOnlyList<string>? Phrasings { get; init; }

    public string? Answer { get; init; }

    public IReadOnlyList<CitationJson?>? Citations { get; init; }

    public string? Scope { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? OwnerRole { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public IReadOnlyList<FollowUpJson?>? FollowUps { get; init; }

    public FaqStatus Status { get; init; }

    public static string Write(FaqContent content) => JsonSerializer.Serialize(
        new FaqContentJson
        {
            Title = content.Title,
            Phrasings = content.Phrasings,
            Answer = content.Answer,
            Citations = [.. content.Citations.Select(CitationJson.Of)],
            Scope = content.Scope,
            Tags = content.Tags,
            OwnerRole = content.OwnerRole,
            ValidFrom = content.Valid.From,
            ValidUntil = content.Valid.Until,
            FollowUps = content.FollowUps.Count == 0 ? null : [.. content.FollowUps.Select(f => new FollowUpJson(f.Entry.ToString(), f.Label))],
            Status = content.Status,
        },
        StoredJsonContext.Readable.FaqContentJson);

    /// <exception cref="JsonException">It is not JSON of that form.</exception>
    /// <exception cref="ArgumentException">A value is over a limit.</exception>
    public static FaqContent Read(string json)
    {
        var read = JsonSerializer.Deserialize(json, StoredJsonContext.Readable.FaqContentJson)
            ?? throw new JsonException("The content of an entry is null.");
        return new FaqContent
        {
            Title = read.Title,
            Phrasings = read.Phrasings ?? [],
            Answer = read.Answer ?? "",
            Citations = [.. (read.Citations ?? []).Select(c => c?.ToCitation() ?? throw new JsonException("A citation is null."))],
            Scope = read.Scope,
            Tags = read.Tags ?? [],
            OwnerRole = read.OwnerRole,
            Valid = new Validity(read.ValidFrom, read.ValidUntil),
            FollowUps = [.. (read.FollowUps ?? []).Select(f => f is null ? throw new JsonException("A follow-up is null.") : new FaqFollowUp(new FaqId(f.Entry), f.Label))],
            Status = read.Status,
        };
    }
}

internal sealed record FollowUpJson(string Entry, string? Label = null);

internal sealed record CitationJson(string Document, string Version, IReadOnlyList<int[]> Spans, string Quote, string? Section = null)
{
    public static CitationJson Of(FaqCitation citation) => new(
        citation.Cited.DocumentId, citation.Cited.Version, [.. citation.Spans.Select(s => new[] { s.Start, s.End })], citation.Quote, citation.Section);

    public FaqCitation ToCitation() => new(
        new CitedVersion(Document, Version),
        [.. Spans.Select(s => s is { Length: 2 } ? new TextSpan(s[0], s[1]) : throw new JsonException("A stretch is not a pair of numbers."))],
        Quote)
    {
        Section = Section,
    };
}
