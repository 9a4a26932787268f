using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Stores;

/// <summary>What a FAQ entry rests on: the words quoted, and where they stand in which version of which document.</summary>
/// <remarks>Says where to look, not that it still holds: that shows when it is verified against the text of <see cref="Cited"/>.</remarks>
public sealed record FaqCitation
{
    /// <summary>The most stretches one citation joins.</summary>
    public const int MaxSpans = 64;

    /// <summary>The most code units of a heading.</summary>
    public const int MaxSectionLength = 300;

    /// <exception cref="ArgumentException">No stretch, too many, stretches out of order or overlapping, or a quote that is blank or too long.</exception>
    public FaqCitation(CitedVersion cited, IReadOnlyList<TextSpan> spans, string quote)
    {
        ArgumentNullException.ThrowIfNull(cited);
        Cited = cited;
        Spans = CheckedSpans(spans);
        Quote = StoredText.Require(quote, Citation.MaxQuoteLength, lines: true, name: nameof(quote));
    }

    public CitedVersion Cited { get; }

    /// <summary>Half-open UTF-16 stretches of the stored text; see <see cref="Citation.Spans"/>.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>Their words, joined as in <see cref="Citation.Quote"/>.</summary>
    public string Quote { get; }

    /// <summary>The heading it stands under, where whoever wrote the entry named one: tells apart places with the same words.</summary>
    public string? Section { get; init => field = value is null ? null : StoredText.Require(value, MaxSectionLength); }

    /// <summary>Whether a place was ever found for it; else only its document and its words are known.</summary>
    public bool IsPlaced => Cited.Version != SourceDocument.VersionOf(Quote);

    /// <summary>Words to be found in a document that nobody has looked into yet: its version is that of a text of just these words.</summary>
    /// <exception cref="ArgumentException">The document has no such id, or the quote is blank or too long.</exception>
    public static FaqCitation Unplaced(string documentId, string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return new FaqCitation(new CitedVersion(documentId, SourceDocument.VersionOf(quote)), [new TextSpan(0, Math.Max(1, quote.Length))], quote);
    }

    public static FaqCitation Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new FaqCitation(new CitedVersion(citation.Document.Id, citation.Version), citation.Spans, citation.Quote);
    }

    internal static ValueList<TextSpan> CheckedSpans(IReadOnlyList<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        return spans.Count is 0 or > MaxSpans || spans.Any(s => s.IsEmpty) || spans.Zip(spans.Skip(1)).Any(p => p.First.End > p.Second.Start)
            ? throw new ArgumentException($"A citation has 1 to {MaxSpans} stretches, none empty, in order and not overlapping.", nameof(spans))
            : new ValueList<TextSpan>(spans);
    }
}
