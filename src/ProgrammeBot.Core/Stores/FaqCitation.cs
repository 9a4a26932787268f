using ProgrammeBot.Answering;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Stores;

/// <summary>What a FAQ entry rests on: the words quoted, and where they stand in which version of which document.</summary>
/// <remarks>Says where to look, not that it still holds: that shows when it is verified against the text of <see cref="Cited"/>.</remarks>
public sealed record FaqCitation
{
    /// <summary>The most stretches one citation joins.</summary>
    public const int MaxSpans = 64;

    /// <exception cref="ArgumentException">No stretch, too many, stretches out of order or overlapping, or a quote that is blank or too long.</exception>
    public FaqCitation(CitedVersion cited, IReadOnlyList<TextSpan> spans, string quote)
    {
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(spans);
        if (spans.Count is 0 or > MaxSpans || spans.Any(s => s.IsEmpty) || spans.Zip(spans.Skip(1)).Any(p => p.First.End > p.Second.Start))
        {
            throw new ArgumentException($"A citation has 1 to {MaxSpans} stretches, none empty, in order and not overlapping.", nameof(spans));
        }

        Cited = cited;
        Spans = new ValueList<TextSpan>(spans);
        Quote = StoredText.Require(quote, Citation.MaxQuoteLength, lines: true, name: nameof(quote));
    }

    public CitedVersion Cited { get; }

    /// <summary>Half-open UTF-16 stretches of the stored text; see <see cref="Citation.Spans"/>.</summary>
    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>Their words, joined as in <see cref="Citation.Quote"/>.</summary>
    public string Quote { get; }

    public static FaqCitation Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new FaqCitation(new CitedVersion(citation.Document.Id, citation.Version), citation.Spans, citation.Quote);
    }
}
