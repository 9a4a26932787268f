using ProgrammeBot.Documents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Answering;

/// <summary>Finds the words that a FAQ entry cites in the documents in use.</summary>
/// <remarks>
/// Where its place still holds, that is the place. Else the words are looked for, white space aside: in the same document (first under the
/// section named), then in any other that the entry's scope allows. What is nowhere is null: then the entry has nothing to show for itself.
/// </remarks>
public static class QuoteFinder
{
    /// <summary>Shorter quotes stand by chance in other documents.</summary>
    private const int LeastElsewhere = 24;

    /// <param name="citation">What is cited.</param>
    /// <param name="corpus">The documents in use.</param>
    /// <param name="scopes">The tree of scopes.</param>
    /// <param name="scope">The entry's scope; null is general.</param>
    public static Citation? Find(FaqCitation citation, ICorpus corpus, ScopeCatalog scopes, string? scope)
    {
        ArgumentNullException.ThrowIfNull(citation);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(scopes);
        var own = corpus.Find(citation.Cited.DocumentId);
        if (own is not null && (AsPlaced(citation, own) ?? ByWords(citation, own)) is { } found)
        {
            return found;
        }

        return citation.Quote.Length < LeastElsewhere ? null : corpus.Documents
            .Where(d => d.Id != citation.Cited.DocumentId && (scope is null || scopes.Inherits(scope, d.Scope)))
            .Select(d => corpus.Find(d.Id) is { } document ? ByWords(citation, document) : null)
            .FirstOrDefault(c => c is not null);
    }

    /// <summary>The passage as it stands in the version cited; null when that version is no longer served.</summary>
    public static Citation? Find(UsedPassage used, ICorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(used);
        ArgumentNullException.ThrowIfNull(corpus);
        if (corpus.Find(used.Cited.DocumentId) is not { } document || document.Version != used.Cited.Version || used.Spans[^1].End > document.Text.Length)
        {
            return null;
        }

        var section = document.Blocks.FirstOrDefault(b => b.Span.Overlaps(used.Spans[^1]))?.Section ?? 0;
        return Citation.Of(document, section, used.Spans);
    }

    private static Citation? AsPlaced(FaqCitation citation, SourceDocument document)
    {
        if (citation.Cited.Version != document.Version || citation.Spans[^1].End > document.Text.Length)
        {
            return null;
        }

        var quoted = Citation.Of(document, SectionAt(document, citation.Spans[0].Start), citation.Spans);
        return quoted.Quote == citation.Quote ? quoted : null;
    }

    private static Citation? ByWords(FaqCitation citation, SourceDocument document)
    {
        var named = citation.Section is not { } heading ? null
            : document.Sections.FirstOrDefault(s => SameWords(s.Heading, heading));
        var pieces = citation.Quote.Split(Citation.Gap.Trim(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var spans = (named is null ? null : Spans(document.Text, pieces, named.Span.Start, named.Span.End)) ?? Spans(document.Text, pieces, 0, document.Text.Length);

        // Rows of a table are quoted a line each, though others may stand between.
        spans ??= Spans(document.Text, [.. pieces.SelectMany(p => p.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))], 0, document.Text.Length);
        return spans is null || spans.Sum(s => s.Length) > Citation.MaxQuoteLength ? null : Citation.Of(document, SectionAt(document, spans[0].Start), spans);
    }

    private static List<TextSpan>? Spans(string text, string[] pieces, int from, int until)
    {
        var spans = new List<TextSpan>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (Find(text, piece, from, until) is not { } span)
            {
                return null;
            }

            spans.Add(span);
            from = span.End;
        }

        return spans.Count == 0 ? null : spans;
    }

    private static TextSpan? Find(string text, string piece, int from, int until)
    {
        var words = piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = from; words.Length > 0 && at < until; at++)
        {
            at = text.IndexOf(words[0], at, until - at, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            if (EndOf(text, words, at, until) is { } end && IsWhole(text, at, end))
            {
                return new TextSpan(at, end);
            }
        }

        return null;
    }

    private static int? EndOf(string text, string[] words, int at, int until)
    {
        foreach (var word in words)
        {
            while (at < until && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at + word.Length > until || string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            {
                return null;
            }

            at += word.Length;
        }

        return at;
    }

    /// <summary>No piece of a longer word or figure: '30' does not stand in '300'.</summary>
    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start]) && char.IsLetterOrDigit(text[start - 1]))
        && !(end < text.Length && char.IsLetterOrDigit(text[end - 1]) && char.IsLetterOrDigit(text[end]));

    private static bool SameWords(string left, string right) => left.Trim().Equals(right.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int SectionAt(SourceDocument document, int at) =>
        document.Sections.LastOrDefault(s => s.Span.Start <= at && at < s.Span.End)?.Index ?? 0;
}
