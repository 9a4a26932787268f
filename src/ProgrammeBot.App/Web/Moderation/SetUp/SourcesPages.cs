using System.Globalization;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Documents;
using ProgrammeBot.Documents.Review;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Readers;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;

namespace ProgrammeBot.App.Web.Moderation.SetUp;

/// <summary>The sources: what was read and what is wrong, files brought, replaced and retired. A file is looked at before it takes its place.</summary>
internal sealed class SourcesPages(
    Shell shell, BotPaths paths, Indexer indexer, ICorpusSource corpora, ScopeCatalog scopes, Uploads uploads, FilesInPlace files, AuditNotes audit, ImpactDesk impact, CorrectionDesk corrections)
{
    private const int MaxName = 120;
    private const int MostNamed = 10;

    private static readonly string[] Endings = [.. DocumentReaders.All.SelectMany(r => r.Extensions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var report = await indexer.UpdateAsync(retryFailed: false, cancellationToken: cancellationToken);
        var scan = new SourceFolder(paths.Sources).Scan();
        var corpus = corpora.Current;
        SourceDocument[] documents = [.. corpus.Documents.Take(SourceReview.MostDocuments + 1).Select(d => corpus.Find(d.Id)).OfType<SourceDocument>()];
        var findings = SourceReview.Of(documents, scopes.ScopeOfDocument);
        var words = call.Asked("q");
        List<SourceFile> shown = [.. scan.Files.Where(f => f.Path.Contains(words, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Path, StringComparer.Ordinal)];
        var standing = await corrections.FindAsync(await impact.NowAsync(cancellationToken), call.Who, cancellationToken);
        var corrected = await corrections.LatestAsync(null, call.Who, cancellationToken);
        return shell.Page(call, Part.Sources, "Sources", html =>
        {
            html.Add($"<p class=\"lead\">{report.Documents} documents with {report.Passages} passages are served, from {scan.Files.Count} files. <a href=\"/sources\">Read them as everybody does</a></p>\n");
            Entries.CorrectionPages.Line(html, standing, "words that are gone from the documents", Entries.CorrectionPages.SourcesPath, corrected, isNews: corrected is null || standing.Replies.Any(r => r.Answer.At > corrected.At));
            Problems(html, report);
            Findings(html, findings);
            html.AddMarkup("<h2>Files</h2>\n");
            Listing.Filters(html, call, Part.Sources.Path, "Name of the file");
            Listing.Rows(
                html, call, Part.Sources.Path, shown, "1 file", "files",
                none => none.AddMarkup("<p><strong>No file here.</strong> Bring one below.</p>"),
                (row, file) =>
                {
                    row.Add($"<p class=\"title\" dir=\"auto\">{file.Path}</p><p class=\"facts\">{Size(file.Length)} · ");
                    Listing.When(row, new DateTimeOffset(DateTime.SpecifyKind(file.LastWrite.UtcDateTime, DateTimeKind.Utc)));
                    row.AddMarkup("</p>");
                    if (call.Who.IsOperator)
                    {
                        row.Add($"<div class=\"actions\"><a class=\"plain\" href=\"{Part.Sources.Path}/retire?file={Uri.EscapeDataString(file.Path)}\">Retire …</a></div>");
                    }
                });
            if (call.Who.IsOperator)
            {
                Bring(html, call, scan.Files, null);
            }
        });
    }

    /// <summary>A file was brought: what it holds and what its coming would mean, before it takes its place.</summary>
    public async Task<IResult> BringAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        var known = new SourceFolder(paths.Sources).Scan().Files;
        var replaces = form.Typed("replaces");
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Refused(call, known, "Choose a file that is not empty.");
        }

        var target = replaces.Length > 0 ? known.FirstOrDefault(f => f.Path == replaces)?.Path : NameOf(file.FileName);
        if (target is null)
        {
            return Refused(call, known, replaces.Length > 0 ? "The file to be replaced is not there any more." : $"That name cannot be taken: use letters, digits, spaces, '-', '_' and '.', at most {MaxName}, not beginning with '.', and one of the endings {string.Join(", ", Endings)}.");
        }

        var ending = Path.GetExtension(target).ToLowerInvariant();
        if (!Endings.Contains(ending) || !ending.Equals(Path.GetExtension(file.FileName), StringComparison.OrdinalIgnoreCase))
        {
            return Refused(call, known, replaces.Length > 0 ? $"'{target}' is replaced by a file of the same ending." : $"Files ending in '{ending}' are not read. Permitted are {string.Join(", ", Endings)}.");
        }

        if (replaces.Length == 0 && known.Any(f => f.Path.Equals(target, StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(call, known, $"There is a file '{target}' already: choose it as the one to be replaced.");
        }

        var name = await uploads.KeepAsync(file, ending, cancellationToken);
        // It is read under the name it would have: that names its document.
        var brought = new FileInfo(uploads.Find(name)!); // it was just kept
        var read = new SourceFolder(paths.Sources).Read(new SourceFile(target, brought.FullName, brought.Length, brought.LastWriteTimeUtc), cancellationToken);
        var reports = new List<ImpactReport>();
        foreach (var document in read.Documents.Where(d => corpora.Current.Find(d.Id) is not null).Take(MostNamed))
        {
            reports.Add(await impact.WithAsync(document, cancellationToken));
        }

        return shell.Page(call, Part.Sources, $"Look before it takes its place: {target}", html =>
        {
            html.Add($"<p class=\"lead\">{(replaces.Length > 0 ? "It would replace the file there is, which is kept among the former ones." : "It would be a new source.")} Nothing was changed yet.</p>\n");
            html.AddMarkup("<section class=\"card\"><h2>What it holds</h2>\n");
            foreach (var document in read.Documents.Take(MostNamed))
            {
                html.Add($"<p dir=\"auto\"><strong>{document.Metadata.Title}</strong></p><p class=\"facts\">{StandingWords.For(document.Metadata)} · {document.Sections.Count - 1} sections · {document.Text.Length} characters</p>\n");
            }

            if (read.Documents.Count == 0)
            {
                html.AddMarkup("<p class=\"fault\">No document can be read from it.</p>\n");
            }

            foreach (var problem in read.Problems.Take(MostNamed))
            {
                html.Add($"<p class=\"hint\" dir=\"auto\">{problem}</p>\n");
            }

            html.AddMarkup("</section>\n");
            Impact(html, reports);
            if (read.Documents.Count > 0)
            {
                html.AddMarkup("<div class=\"actions\">");
                Form.Press(html, call, Part.Sources.Path + "/place", replaces.Length > 0 ? "Replace it" : "Put it in place", "place", "main-button", ("upload", name), ("target", target), ("replaces", replaces));
                html.Add($"<a class=\"plain\" href=\"{Part.Sources.Path}\">Leave it</a></div>\n");
            }
        }, above: (Part.Sources.Path, "Sources"));
    }

    public async Task<IResult> PlaceAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        var known = new SourceFolder(paths.Sources).Scan().Files;
        var (replaces, target) = (form.Typed("replaces"), form.Typed("target"));
        var former = known.FirstOrDefault(f => f.Path == replaces);
        if (uploads.Find(form.Typed("upload")) is not { } upload || (replaces.Length > 0 ? former is null : NameOf(target) != target) || !Directory.Exists(paths.Sources)
            || !Path.GetExtension(upload).Equals(Path.GetExtension(former?.Path ?? target), StringComparison.OrdinalIgnoreCase))
        {
            return Refused(call, known, "What you brought is not there any more, or its place is not: bring it again.");
        }

        if (await files.PlaceAsync(upload, former?.FullPath ?? Path.Combine(paths.Sources, target), former is not null) is { } fault)
        {
            return Refused(call, known, fault);
        }

        await audit.AddAsync(call, former is null ? "source added" : "source replaced", former?.Path ?? target, "", cancellationToken);
        await indexer.UpdateAsync(cancellationToken: cancellationToken);
        return Shell.To(Part.Sources.Path, "uploaded");
    }

    /// <summary>What would be lost with a file, before it is retired.</summary>
    public async Task<IResult> ConfirmAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var path = call.Http.Request.Query["file"].ToString();
        if (!call.Who.IsOperator || new SourceFolder(paths.Sources).Scan().Files.FirstOrDefault(f => f.Path == path) is not { } file)
        {
            return shell.Missing(call, Part.Sources);
        }

        var gone = new SourceFolder(paths.Sources).Read(file, cancellationToken).Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var reports = new List<ImpactReport>();
        foreach (var document in gone)
        {
            reports.Add(await impact.WithoutAsync(document, cancellationToken));
        }

        return shell.Page(call, Part.Sources, $"Retire {file.Path}", html =>
        {
            html.Add($"<p>It is read no more from then on, and kept in the folder ‘{Path.GetFileName(files.Former)}’ of the data. {gone.Count} {(gone.Count == 1 ? "document goes" : "documents go")} with it.</p>\n");
            Impact(html, reports);
            html.AddMarkup("<div class=\"actions\">");
            Form.Press(html, call, Part.Sources.Path + "/retire", "Retire it", "retire", "plain danger", ("file", file.Path));
            html.Add($"<a class=\"plain\" href=\"{Part.Sources.Path}\">Keep it</a></div>\n");
        }, above: (Part.Sources.Path, "Sources"));
    }

    public async Task<IResult> RetireAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        var known = new SourceFolder(paths.Sources).Scan().Files;
        if (known.FirstOrDefault(f => f.Path == form.Typed("file")) is not { } file)
        {
            return shell.Missing(call, Part.Sources);
        }

        if (await files.RetireAsync(file.FullPath) is { } fault)
        {
            return Refused(call, known, fault);
        }

        await audit.AddAsync(call, "source retired", file.Path, "", cancellationToken);
        await indexer.UpdateAsync(cancellationToken: cancellationToken);
        return Shell.To(Part.Sources.Path, "sourceretired");
    }

    /// <summary>The name a new file may have; null where it is anything but a plain name.</summary>
    private static string? NameOf(string given) =>
        given.Length is > 0 and <= MaxName && given[0] is not ('.' or ' ') && given[^1] is not ('.' or ' ') && given.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.')
        && !given.Contains("..", StringComparison.Ordinal) && Endings.Contains(Path.GetExtension(given).ToLowerInvariant())
            ? given
            : null;

    private IResult Refused(SignedIn call, IReadOnlyList<SourceFile> known, string fault) => shell.Page(
        call, Part.Sources, "Bring a file", html => Bring(html, call, known, fault), StatusCodes.Status422UnprocessableEntity, (Part.Sources.Path, "Sources"));

    private static void Bring(Html html, SignedIn call, IReadOnlyList<SourceFile> known, string? fault)
    {
        html.AddMarkup("<section class=\"card\"><h2>Bring a file</h2>\n");
        Form.Begin(html, call, Part.Sources.Path + "/bring", withFile: true)
            .File("file", "File", string.Join(',', Endings), $"One of {string.Join(", ", Endings)}, at most {FormBody.MaxWithFile >> 20} MiB. You see what it holds before it takes its place.", fault)
            .Choice("replaces", "Instead of", known.Select(f => (f.Path, f.Path)).Prepend(("", "nothing: it is a new source")), "")
            .BeginButtons().Button("Look at it", "bring", "main-button").EndButtons().End();
        html.AddMarkup("</section>\n");
    }

    /// <summary>What rests on what would change: entries, tests and replies already given.</summary>
    private static void Impact(Html html, IReadOnlyList<ImpactReport> reports)
    {
        html.AddMarkup("<section class=\"card\"><h2>What rests on it</h2>\n");
        if (reports.All(r => r.IsNone))
        {
            html.AddMarkup("<p class=\"hint\">No entry, no test and no recent reply would lose its words.</p></section>\n");
            return;
        }

        foreach (var report in reports.Where(r => !r.IsNone))
        {
            html.Add($"<p>{report.Summary}</p>\n<ul class=\"plain-list\">\n");
            foreach (var entry in report.Entries.Take(MostNamed * 3))
            {
                html.Add($"<li><a href=\"{Entries.EntryPages.PathOf(entry.Entry.Id)}\" dir=\"auto\">{entry.Entry.Content.Title}</a> ");
                Listing.Badge(html, entry.IsUnserved ? "would not be served any more" : entry.IsLive ? "words move" : "a draft", entry.IsUnserved ? "warn" : "");
                foreach (var citation in entry.Citations)
                {
                    html.Add($"<p class=\"facts\" dir=\"auto\">{ImpactReport.InWords(citation)}</p>");
                }

                html.AddMarkup("</li>\n");
            }

            foreach (var test in report.Tests.Take(MostNamed))
            {
                html.Add($"<li dir=\"auto\">Test {test.From}: {test.Text}</li>\n");
            }

            html.AddMarkup("</ul>\n");
        }

        html.AddMarkup("</section>\n");
    }

    private static void Problems(Html html, IndexReport report)
    {
        html.AddMarkup("<section class=\"card\"><h2>What could not be read, or not in full</h2>\n");
        html.AddMarkup(report.Problems.Count == 0 ? "<p class=\"hint\">Nothing: every file was read.</p>\n" : "<ul class=\"plain-list\">\n");
        foreach (var problem in report.Problems.Take(100))
        {
            html.Add($"<li dir=\"auto\">{problem}</li>\n");
        }

        html.AddMarkup(report.Problems.Count == 0 ? "</section>\n" : "</ul></section>\n");
    }

    private static void Findings(Html html, IReadOnlyList<ReviewFinding> findings)
    {
        html.AddMarkup("<section class=\"card\"><h2>What the documents contradict each other in</h2>\n");
        html.AddMarkup(findings.Count == 0 ? "<p class=\"hint\">Nothing was found. That does not prove that there is nothing.</p>\n" : "<ul class=\"plain-list\">\n");
        foreach (var finding in findings)
        {
            html.Add($"<li dir=\"auto\">{finding.Sentence}");
            foreach (var place in finding.Places)
            {
                html.Add($" <a href=\"/sources/{Uri.EscapeDataString(place.Document)}?s={place.Span.Start}-{place.Span.End}#mark\">{place.Document}</a>");
            }

            html.AddMarkup("</li>\n");
        }

        html.AddMarkup(findings.Count == 0 ? "</section>\n" : "</ul></section>\n");
    }

    private static string Size(long bytes) => bytes < 1024 ? $"{bytes} B"
        : bytes < 1 << 20 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");
}
