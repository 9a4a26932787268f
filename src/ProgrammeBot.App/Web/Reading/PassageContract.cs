using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>A quote in its context as the chat's panel shows it.</summary>
public sealed record PassageContract
{
    public required string Document { get; init; }

    public required string Title { get; init; }

    public required string Standing { get; init; }

    public required string StandingWords { get; init; }

    public required string? Publisher { get; init; }

    public required string? Cohort { get; init; }

    public required string? AsOf { get; init; }

    public required string Version { get; init; }

    /// <summary><c>current</c>, <c>as-cited</c> (the document has changed since) or <c>current-instead</c> (and the cited text is not kept).</summary>
    public required string Edition { get; init; }

    public required IReadOnlyList<string> HeadingPath { get; init; }

    public required int? Page { get; init; }

    /// <summary>The read-only page with the same marks, relative to this host.</summary>
    public required string PageUrl { get; init; }

    public required IReadOnlyList<PieceContract> Pieces { get; init; }

    public static PassageContract From(SourceReading reading, SourcePlace place)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(place);
        var document = reading.Document;
        var marks = Run.Tidy(reading.Edition == Reading.Edition.CurrentInstead ? [] : place.Spans, document.Text.Length);
        var first = marks.Count == 0 ? null : document.Blocks.FirstOrDefault(b => b.Span.Overlaps(marks[0]));
        return new PassageContract
        {
            Document = document.Id,
            Title = document.Metadata.Title,
            Standing = Reading.StandingWords.InOneWord(document.Metadata.Standing),
            StandingWords = Reading.StandingWords.For(document.Metadata),
            Publisher = document.Metadata.Publisher,
            Cohort = document.Metadata.Cohort,
            AsOf = document.Metadata.AsOf,
            Version = document.Version,
            Edition = WordFor(reading.Edition),
            HeadingPath = first is null ? [] : [.. document.HeadingPath(first.Section).Where((h, depth) => depth > 0 || h != document.Metadata.Title)],
            Page = first?.Page,
            PageUrl = PageOf(document, marks),
            Pieces = [.. DocumentView.Near(document, marks).Select(PieceContract.From)],
        };
    }

    private static string WordFor(Edition edition) => edition switch
    {
        Reading.Edition.Current => "current",
        Reading.Edition.AsCited => "as-cited",
        _ => "current-instead",
    };

    private static string PageOf(SourceDocument document, IReadOnlyList<TextSpan> marks) =>
        SourcePages.PathOf(document.Id)
        + (marks.Count == 0 ? "" : $"?v={document.Version["sha256:".Length..][..12]}&s={string.Join(',', marks.Select(m => $"{m.Start}-{m.End}"))}#mark");
}
