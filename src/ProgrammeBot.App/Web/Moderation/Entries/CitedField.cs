using ProgrammeBot.Answering;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>A citation as the value of a form's field: the document, its version, and the stretches quoted. Never its words, which anybody could forge.</summary>
internal static class CitedField
{
    public static string Of(FaqCitation citation) => Of(citation.Cited.DocumentId, citation.Cited.Version, citation.Spans);

    public static string Of(string document, string version, IReadOnlyList<TextSpan> spans) => $"{document}|{version}|{new SourcePlace(spans, null)}";

    /// <summary>The citation that a field names; null where it names none that is known or can be quoted now.</summary>
    /// <param name="field">What the form brought: anybody's words.</param>
    /// <param name="corpus">The documents in use.</param>
    /// <param name="known">What the entry cites already, which may be of versions long gone.</param>
    public static FaqCitation? Read(string field, ICorpus corpus, IEnumerable<FaqCitation> known)
    {
        if (known.FirstOrDefault(c => Of(c) == field) is { } kept)
        {
            return kept;
        }

        if (field.Split('|') is not [var id, var version, var place] || SourcePlace.Read(place) is not { } places
            || corpus.Find(id) is not { } document || document.Version != version || places.Spans.Any(s => s.End > document.Text.Length))
        {
            return null;
        }

        var start = places.Spans.Min(s => s.Start);
        var section = document.Sections.LastOrDefault(s => s.Span.Start <= start && start < s.Span.End)?.Index ?? 0;
        return FaqCitation.Of(Citation.Of(document, section, places.Spans));
    }

    /// <summary>The page that shows a citation in its document.</summary>
    public static string PageOf(Citation citation) =>
        $"/sources/{Uri.EscapeDataString(citation.Document.Id)}?v={Uri.EscapeDataString(citation.Version)}&s={new SourcePlace(citation.Spans, null)}#mark";
}
