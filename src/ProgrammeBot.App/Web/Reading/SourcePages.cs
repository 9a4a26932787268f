using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>The read-only pages: the list of sources, and each document with the quote marked. They need no script.</summary>
public sealed class SourcePages(AssetBundle assets, ICorpusSource corpus, SourceReader reader)
{
    /// <summary>A contents list is worth its room from so many headings.</summary>
    private const int ContentsFrom = 4;

    /// <summary>Every document in use.</summary>
    public string List()
    {
        var current = corpus.Current;
        var html = Begin("Sources", script: false);
        html.AddMarkup("<main id=\"main\">\n<h1>Sources</h1>\n");
        html.AddMarkup("<p class=\"lead\">Every answer is taken word for word from these documents.</p>\n");
        if (current.Documents.Count == 0)
        {
            html.AddMarkup("<p>There are no documents yet.</p>\n");
        }

        html.AddMarkup("<ul class=\"documents\">\n");
        foreach (var document in current.Documents)
        {
            var sections = (current.Find(document.Id)?.Sections.Count ?? 1) - 1;
            html.Add($"<li><h2 dir=\"auto\"><a href=\"{PathOf(document.Id)}\">{document.Title}</a></h2>\n");
            html.Add($"<p class=\"standing {StandingWords.InOneWord(document.Standing).ToLowerInvariant()}\">{StandingWords.For(document)}</p>\n");
            html.Add($"<p class=\"facts\">{Facts(document, sections == 1 ? "1 section" : $"{sections} sections")}</p></li>\n");
        }

        return End(html.AddMarkup("</ul>\n</main>\n"));
    }

    /// <summary>A document, or null when there is none of that name.</summary>
    /// <param name="documentId">Which.</param>
    /// <param name="version">The version cited; null for the current one.</param>
    /// <param name="place">What to mark, as <see cref="SourcePlace"/> reads it; may bring its own version.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<string?> DocumentAsync(string documentId, string? version, string? place, CancellationToken cancellationToken)
    {
        var cited = SourcePlace.Read(place);
        if (await reader.FindAsync(documentId, version ?? cited?.VersionPrefix, cancellationToken) is not { } reading)
        {
            return null;
        }

        // Offsets of another version would mark other words.
        var marks = Run.Tidy(reading.Edition == Edition.CurrentInstead ? [] : cited?.Spans ?? [], reading.Document.Text.Length);
        return Page(reading, marks);
    }

    /// <summary>Said when nothing is there.</summary>
    public string Missing()
    {
        var html = Begin("Not found", script: false);
        html.AddMarkup("<main id=\"main\">\n<h1>There is no such document</h1>\n<p>It may have been renamed or taken out. <a href=\"/sources\">See all sources</a>.</p>\n</main>\n");
        return End(html);
    }

    public static string PathOf(string documentId) => "/sources/" + Uri.EscapeDataString(documentId);

    private string Page(SourceReading reading, IReadOnlyList<TextSpan> marks)
    {
        var document = reading.Document;
        var metadata = document.Metadata;
        var html = Begin(metadata.Title, script: true);
        html.AddMarkup("<main id=\"main\" class=\"document\">\n<header class=\"about\">\n");
        html.Add($"<h1 dir=\"auto\">{metadata.Title}</h1>\n");
        html.Add($"<p class=\"standing {StandingWords.InOneWord(metadata.Standing).ToLowerInvariant()}\">{StandingWords.For(metadata)}</p>\n");
        html.Add($"<p class=\"facts\">{Facts(metadata, "version " + document.Version["sha256:".Length..][..12])}</p>\n");
        if (metadata.Link is { } link)
        {
            html.Add($"<p><a href=\"{link.AbsoluteUri}\" rel=\"noreferrer\">Read the original</a></p>\n");
        }

        html.AddMarkup("</header>\n");
        Notice(html, reading, marks);
        Contents(html, document);
        html.Add($"<article lang=\"{metadata.Language}\">\n");
        new PieceHtml(html).Write(WithoutTitle(document, DocumentView.Whole(document, marks)));
        return End(html.AddMarkup("</article>\n</main>\n"));
    }

    private static void Notice(Html html, SourceReading reading, IReadOnlyList<TextSpan> marks)
    {
        switch (reading.Edition)
        {
            case Edition.AsCited when reading.IsSource:
                html.Add($"<p class=\"notice\" role=\"note\">This document has changed since it was cited. Below stands the text as it was then. <a href=\"{PathOf(reading.Document.Id)}\">Read the current text</a>.</p>\n");
                break;
            case Edition.AsCited:
                html.AddMarkup("<p class=\"notice\" role=\"note\">This document is no longer among the sources. Below stands the text as it was when it was cited.</p>\n");
                break;
            case Edition.CurrentInstead:
                html.AddMarkup("<p class=\"notice\" role=\"note\">This document has changed since it was cited, and the earlier text is not kept. Below stands the current text; the words cited are not marked.</p>\n");
                break;
            default:
                break;
        }

        if (marks.Count > 0)
        {
            html.AddMarkup("<p class=\"jump\"><a href=\"#mark\">Go to the words quoted</a></p>\n");
        }
    }

    private static void Contents(Html html, SourceDocument document)
    {
        var top = document.Sections.Skip(1).Where(s => !IsTitle(document, s)).ToList();
        if (top.Count < ContentsFrom)
        {
            return;
        }

        var level = top.Min(s => s.Level);
        html.AddMarkup("<details class=\"contents\"><summary>Contents</summary><ol>\n");
        foreach (var section in top.Where(s => s.Level <= level))
        {
            html.Add($"<li dir=\"auto\"><a href=\"#section-{section.Index}\">{section.Heading}</a></li>\n");
        }

        html.AddMarkup("</ol></details>\n");
    }

    // The page's own heading says it already.
    private static List<Piece> WithoutTitle(SourceDocument document, IReadOnlyList<Piece> pieces) =>
        [.. pieces.Where(p => p is not HeadingPiece h || !IsTitle(document, document.Sections[h.Section]) || h.Runs.Any(r => r.Marked))];

    private static bool IsTitle(SourceDocument document, Section section) =>
        section.Index == 1 && section.Heading == document.Metadata.Title;

    private static string Facts(DocumentMetadata document, string last) =>
        string.Join(" · ", new[] { document.Publisher, document.Cohort, document.AsOf is { } date ? "as of " + date : null, last }.Where(f => f is not null));

    private Html Begin(string title, bool script) => PageHead.Begin(assets, title + " · ProgrammeBot", [], script ? ["source.js"] : []).AddMarkup("""
        <body class="reading">
        <a class="skip" href="#main">Skip to the text</a>
        <header class="bar"><a class="brand" href="/">ProgrammeBot</a><nav aria-label="Site"><a href="/sources">Sources</a><a href="/">Ask<span class="spare"> a question</span></a></nav></header>

        """);

    private static string End(Html html) => html.AddMarkup("</body>\n</html>\n").ToString();
}
