using ProgrammeBot.App.Contract;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web.Reading;

/// <summary>The read-only pages: the list of sources, and each document with the quote marked. They need no script.</summary>
public sealed class SourcePages(AssetBundle assets, ICorpusSource corpus, SourceReader reader, Wordings<WebWording> wordings)
{
    /// <summary>A contents list is worth its room from so many headings.</summary>
    private const int ContentsFrom = 4;

    /// <summary>Every document in use.</summary>
    public string List(HttpContext context)
    {
        var current = corpus.Current;
        var wording = wordings.For(context);
        var words = wording.SourcePages;
        var html = Begin(words.Title, script: false, wording);
        html.Add($"<main id=\"main\">\n<h1>{words.Title}</h1>\n");
        html.Add($"<p class=\"lead\">{words.Lead}</p>\n");
        if (current.Documents.Count == 0)
        {
            html.Add($"<p>{words.None}</p>\n");
        }

        html.AddMarkup("<ul class=\"documents\">\n");
        foreach (var document in current.Documents)
        {
            var sections = (current.Find(document.Id)?.Sections.Count ?? 1) - 1;
            html.Add($"<li><h2 dir=\"auto\"><a href=\"{PathOf(document.Id)}\">{document.Title}</a></h2>\n");
            html.Add($"<p class=\"standing {StandingWords.InOneWord(document.Standing).ToLowerInvariant()}\">{StandingWords.For(document, words)}</p>\n");
            html.Add($"<p class=\"facts\">{Facts(document, sections == 1 ? words.OneSection : SharedWording.Filled(words.Sections, Number(sections)), words)}</p></li>\n");
        }

        return End(html.AddMarkup("</ul>\n</main>\n"));
    }

    /// <summary>A document, or null when there is none of that name.</summary>
    /// <param name="documentId">Which.</param>
    /// <param name="version">The version cited; null for the current one.</param>
    /// <param name="place">What to mark, as <see cref="SourcePlace"/> reads it; may bring its own version.</param>
    /// <param name="context">Who asks, for the language around it.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<string?> DocumentAsync(string documentId, string? version, string? place, HttpContext context, CancellationToken cancellationToken)
    {
        var cited = SourcePlace.Read(place);
        if (await reader.FindAsync(documentId, version ?? cited?.VersionPrefix, cancellationToken) is not { } reading)
        {
            return null;
        }

        // Offsets of another version would mark other words.
        var marks = Run.Tidy(reading.Edition == Edition.CurrentInstead ? [] : cited?.Spans ?? [], reading.Document.Text.Length);
        return Page(reading, marks, wordings.For(context));
    }

    /// <summary>Said when nothing is there.</summary>
    public string Missing(HttpContext context)
    {
        var wording = wordings.For(context);
        var words = wording.SourcePages;
        var html = Begin(words.MissingTab, script: false, wording);
        html.Add($"<main id=\"main\">\n<h1>{words.Missing}</h1>\n<p>{words.MayBeRenamed} <a href=\"/sources\">{words.SeeAll}</a>.</p>\n</main>\n");
        return End(html);
    }

    public static string PathOf(string documentId) => "/sources/" + Uri.EscapeDataString(documentId);

    private string Page(SourceReading reading, IReadOnlyList<TextSpan> marks, WebWording wording)
    {
        var words = wording.SourcePages;
        var document = reading.Document;
        var metadata = document.Metadata;
        var html = Begin(metadata.Title, script: true, wording);
        html.AddMarkup("<main id=\"main\" class=\"document\">\n<header class=\"about\">\n");
        html.Add($"<h1 dir=\"auto\">{metadata.Title}</h1>\n");
        html.Add($"<p class=\"standing {StandingWords.InOneWord(metadata.Standing).ToLowerInvariant()}\">{StandingWords.For(metadata, words)}</p>\n");
        html.Add($"<p class=\"facts\">{Facts(metadata, SharedWording.Filled(words.Version, document.Version["sha256:".Length..][..12]), words)}</p>\n");
        if (metadata.Link is { } link)
        {
            html.Add($"<p><a href=\"{link.AbsoluteUri}\" rel=\"noreferrer\">{words.ReadOriginal}</a></p>\n");
        }

        html.AddMarkup("</header>\n");
        Notice(html, reading, marks, words);
        Contents(html, document, words);
        html.Add($"<article lang=\"{metadata.Language}\">\n");
        new PieceHtml(html).Write(WithoutTitle(document, DocumentView.Whole(document, marks)));
        return End(html.AddMarkup("</article>\n</main>\n"));
    }

    private static void Notice(Html html, SourceReading reading, IReadOnlyList<TextSpan> marks, SourcesWording words)
    {
        switch (reading.Edition)
        {
            case Edition.AsCited when reading.IsSource:
                html.Add($"<p class=\"notice\" role=\"note\">{words.ChangedSince} <a href=\"{PathOf(reading.Document.Id)}\">{words.ReadCurrent}</a>.</p>\n");
                break;
            case Edition.AsCited:
                html.Add($"<p class=\"notice\" role=\"note\">{words.NoLongerSource}</p>\n");
                break;
            case Edition.CurrentInstead:
                html.Add($"<p class=\"notice\" role=\"note\">{words.EarlierNotKept}</p>\n");
                break;
            default:
                break;
        }

        if (marks.Count > 0)
        {
            html.Add($"<p class=\"jump\"><a href=\"#mark\">{words.GoToQuoted}</a></p>\n");
        }
    }

    private static void Contents(Html html, SourceDocument document, SourcesWording words)
    {
        var top = document.Sections.Skip(1).Where(s => !IsTitle(document, s)).ToList();
        if (top.Count < ContentsFrom)
        {
            return;
        }

        var level = top.Min(s => s.Level);
        html.Add($"<details class=\"contents\"><summary>{words.Contents}</summary><ol>\n");
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

    private static string Facts(DocumentMetadata document, string last, SourcesWording words) =>
        string.Join(" · ", new[] { document.Publisher, document.Cohort, document.AsOf is { } date ? SharedWording.Filled(words.AsOf, date.ToString()) : null, last }.Where(f => f is not null));

    private Html Begin(string title, bool script, WebWording wording) => PageHead.Begin(assets, title + " · ProgrammeBot", [], script ? ["source.js"] : [], language: wording.Language).Add($"""
        <body class="reading">
        <a class="skip" href="#main">{wording.SourcePages.SkipToText}</a>
        <header class="bar"><a class="brand" href="/">ProgrammeBot</a><nav aria-label="{wording.Site}"><a href="/sources">{wording.SourcePages.Title}</a><a href="/">{wording.Ask}</a></nav></header>

        """);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string End(Html html) => html.AddMarkup("</body>\n</html>\n").ToString();
}
