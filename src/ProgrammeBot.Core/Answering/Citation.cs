using System.Text;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Answering;

/// <summary>The words an answer rests on, and everything needed to check them.</summary>
/// <remarks>Anyone who holds the stored text of <see cref="Version"/> can verify it; see <see cref="IsVerbatimIn"/>.</remarks>
public sealed record Citation
{
    /// <summary>Stands between pieces that are apart in the document.</summary>
    public const string Gap = " … ";

    /// <summary>The most code units a quote holds.</summary>
    public const int MaxQuoteLength = 1600;

    private Citation(DocumentMetadata document, string version, string section, IReadOnlyList<TextSpan> spans, string quote)
    {
        Document = document;
        Version = version;
        Section = section;
        Spans = spans;
        Quote = quote;
    }

    public DocumentMetadata Document { get; }

    /// <summary>The version of the document the offsets point into; see <see cref="SourceDocument.Version"/>.</summary>
    public string Version { get; }

    /// <summary>The heading it stands under; the document's title above the first heading.</summary>
    public string Section { get; }

    /// <summary>The 1-based page, where the format has pages.</summary>
    public int? Page { get; private init; }

    /// <summary>Half-open UTF-16 stretches of the stored text, in order, not overlapping; at least one.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>The pieces' words: lines of a table with line ends between, other pieces with <see cref="Gap"/>.</summary>
    public string Quote { get; }

    /// <summary>The stretch that encloses all pieces.</summary>
    public TextSpan Enclosing => new(Spans[0].Start, Spans[^1].End);

    /// <summary>Quotes a document.</summary>
    /// <param name="document">The document quoted.</param>
    /// <param name="section">The index of the section that holds the pieces.</param>
    /// <param name="spans">The pieces; ordered, merged and cut to <see cref="MaxQuoteLength"/> (whole pieces first, at least one).</param>
    /// <exception cref="ArgumentException">No piece, or one outside the text.</exception>
    public static Citation Of(SourceDocument document, int section, IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(spans);
        var pieces = Limit(Merge(spans));
        if (pieces.Count == 0 || pieces[^1].End > document.Text.Length)
        {
            throw new ArgumentException("A citation quotes at least one stretch within the document's text.", nameof(spans));
        }

        return new Citation(document.Metadata, document.Version, document.Sections[section].Heading, pieces, Join(document, pieces))
        {
            Page = document.Blocks.FirstOrDefault(b => b.Span.Overlaps(pieces[0]))?.Page,
        };
    }

    /// <summary>Whether the quote stands word for word in this text.</summary>
    public bool IsVerbatimIn(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Version == Version && Spans[^1].End <= document.Text.Length && Join(document, Spans) == Quote;
    }

    public bool Equals(Citation? other) =>
        other is not null && Document.Id == other.Document.Id && Version == other.Version && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => HashCode.Combine(Document.Id, Version, Enclosing);

    private static List<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = new List<TextSpan>();
        foreach (var span in spans.Where(s => !s.IsEmpty).Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1].Cover(span);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static List<TextSpan> Limit(List<TextSpan> spans)
    {
        var kept = new List<TextSpan>();
        var length = 0;
        foreach (var span in spans)
        {
            var separator = kept.Count == 0 ? 0 : Gap.Length;
            if (kept.Count == 0 && span.Length > MaxQuoteLength)
            {
                return [new TextSpan(span.Start, span.Start + MaxQuoteLength)];
            }

            if (length + separator + span.Length > MaxQuoteLength)
            {
                break;
            }

            kept.Add(span);
            length += separator + span.Length;
        }

        return kept;
    }

    private static string Join(SourceDocument document, IReadOnlyList<TextSpan> spans)
    {
        var quote = new StringBuilder(spans[0].In(document.Text));
        for (var i = 1; i < spans.Count; i++)
        {
            quote.Append(IsRow(document, spans[i - 1]) && IsRow(document, spans[i]) ? "\n" : Gap).Append(spans[i].In(document.Text));
        }

        return quote.ToString();
    }

    private static bool IsRow(SourceDocument document, TextSpan span) =>
        document.Blocks.Any(b => b.Table >= 0 && b.Span.Contains(span));
}
