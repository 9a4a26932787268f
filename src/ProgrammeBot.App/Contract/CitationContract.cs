using System.Text.Json.Serialization;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Contract;

/// <summary>A citation as it goes over the wire: what is needed to show it and to check it.</summary>
/// <remarks>Every property is always written, in this order.</remarks>
public sealed record CitationContract
{
    [JsonPropertyOrder(0)]
    public required string Document { get; init; }

    [JsonPropertyOrder(1)]
    public required string Title { get; init; }

    [JsonPropertyOrder(2)]
    public required string Section { get; init; }

    [JsonPropertyOrder(3)]
    public required int? Page { get; init; }

    [JsonPropertyOrder(4)]
    public required string Quote { get; init; }

    /// <summary>Of the first piece, in UTF-16 code units of the stored text.</summary>
    [JsonPropertyOrder(5)]
    public required int Start { get; init; }

    /// <summary>Behind the last piece.</summary>
    [JsonPropertyOrder(6)]
    public required int End { get; init; }

    /// <summary>The pieces the quote is joined from, as pairs of start and end; at least one.</summary>
    [JsonPropertyOrder(7)]
    public required IReadOnlyList<IReadOnlyList<int>> Spans { get; init; }

    /// <summary><c>sha256:…</c> of the stored text as UTF-8.</summary>
    [JsonPropertyOrder(8)]
    public required string Version { get; init; }

    /// <summary><c>official</c>, <c>digest</c>, <c>secondary</c> or <c>opinion</c>.</summary>
    [JsonPropertyOrder(9)]
    public required string Standing { get; init; }

    [JsonPropertyOrder(10)]
    public required string? DigestOf { get; init; }

    [JsonPropertyOrder(11)]
    public required string? Cohort { get; init; }

    [JsonPropertyOrder(12)]
    public required string? AsOf { get; init; }

    [JsonPropertyOrder(13)]
    public required string? Url { get; init; }

    public static CitationContract From(Citation citation, SourceLinks links)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(links);
        return new CitationContract
        {
            Document = citation.Document.Id,
            Title = citation.Document.Title,
            Section = citation.Section,
            Page = citation.Page,
            Quote = citation.Quote,
            Start = citation.Enclosing.Start,
            End = citation.Enclosing.End,
            Spans = [.. citation.Spans.Select(s => (int[])[s.Start, s.End])],
            Version = citation.Version,
            Standing = WordFor(citation.Document.Standing),
            DigestOf = citation.Document.DigestOf,
            Cohort = citation.Document.Cohort,
            AsOf = citation.Document.AsOf,
            Url = links.For(citation)?.AbsoluteUri,
        };
    }

    private static string WordFor(Standing standing) => standing switch
    {
        Documents.Standing.Official => "official",
        Documents.Standing.Digest => "digest",
        Documents.Standing.Secondary => "secondary",
        _ => "opinion",
    };
}
