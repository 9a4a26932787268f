using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Files;

/// <summary>Entries as files: taken out in full, and brought in after a look at what would change.</summary>
internal sealed class FilesPages(Shell shell, FaqDesk desk, IFaqFiles files, Uploads uploads)
{
    private const int MostBytes = 16 << 20;
    private const int MostShown = 60;

    private static readonly string[] Endings = [".yaml", ".yml", ".csv", ".tsv", ".jsonl"];

    public IResult Show(SignedIn call, string? fault = null) => shell.Page(call, Part.Files, "Import and export", html =>
    {
        html.AddMarkup("<section class=\"card\"><h2>Export</h2>\n<p>All entries, with drafts and retired ones.</p>\n<div class=\"actions\"><a class=\"main-button\" href=\"/moderate/files/entries.yaml\" download>YAML</a><a class=\"plain\" href=\"/moderate/files/entries.csv\" download>CSV</a></div>\n");
        html.AddMarkup("<p class=\"hint\">YAML holds everything and can be brought back in. CSV is for spreadsheets: it has a line for each way to ask, and no room for passages.</p></section>\n");
        if (!call.Who.IsOperator)
        {
            return;
        }

        html.AddMarkup("<section class=\"card\"><h2>Import</h2>\n");
        Form.Begin(html, call, Part.Files.Path + "/look", withFile: true)
            .File("file", "File", string.Join(',', Endings), "YAML as exported here, CSV, the TSV of Azure custom question answering, or JSONL ({text, intent}). You see the difference before anything is changed.", fault)
            .BeginButtons().Button("Look at the difference", "look", "main-button").EndButtons().End();
        html.AddMarkup("</section>\n");
    }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    public async Task<IResult> ExportAsync(SignedIn call, string format, CancellationToken cancellationToken)
    {
        call.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"entries.{format}\"";
        return Results.Bytes(files.Write(await desk.ListAsync(null, cancellationToken), format), format == "csv" ? "text/csv; charset=utf-8" : "application/yaml; charset=utf-8");
    }

    /// <summary>One entry as a file.</summary>
    public async Task<IResult> ExportOneAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (!FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) || await desk.FindAsync(id, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Entries);
        }

        call.Http.Response.Headers.ContentDisposition = "attachment; filename=\"entry.yaml\"";
        return Results.Bytes(files.Write([entry], "yaml"), "application/yaml; charset=utf-8");
    }

    public async Task<IResult> LookAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Show(call, "Choose a file that is not empty.");
        }

        var ending = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (!Endings.Contains(ending) || file.Length > MostBytes)
        {
            return Show(call, file.Length > MostBytes ? $"A file of entries has at most {MostBytes >> 20} MiB." : $"Files ending in '{StoredText.CleanLine(ending)}' are not read. Permitted are {string.Join(", ", Endings)}.");
        }

        var name = await uploads.KeepAsync(file, ending, cancellationToken);
        var read = files.Read(name, await File.ReadAllBytesAsync(uploads.Find(name)!, cancellationToken)); // it was just kept
        var changes = new List<(FaqId Id, FaqContent? Before, FaqContent After)>();
        foreach (var (id, content) in read.Entries)
        {
            changes.Add((id, (await desk.FindAsync(id, cancellationToken))?.Content, content));
        }

        var (added, changed) = (changes.Count(c => c.Before is null), changes.Count(c => c.Before is not null && c.Before != c.After));
        return shell.Page(call, Part.Files, "What the file would change", html =>
        {
            if (read.Faults.Count > 0)
            {
                html.AddMarkup("<p class=\"notice\" role=\"alert\">Nothing can be imported: mend the file first.</p>\n<ul class=\"plain-list fault\">\n");
                foreach (var fault in read.Faults.Take(MostShown))
                {
                    html.Add($"<li dir=\"auto\">{fault.Replace(name, "the file", StringComparison.Ordinal)}</li>\n");
                }

                html.AddMarkup("</ul>\n");
                return;
            }

            html.Add($"<p class=\"lead\">{added} new, {changed} changed, {changes.Count - added - changed} as they are. Entries that the file lacks stay. Nothing was changed yet.</p>\n");
            foreach (var warning in read.Warnings.Take(MostShown))
            {
                html.Add($"<p class=\"hint\" dir=\"auto\">{warning.Replace(name, "the file", StringComparison.Ordinal)}</p>\n");
            }

            if (added + changed > 0)
            {
                html.AddMarkup("<div class=\"actions\">");
                Form.Press(html, call, Part.Files.Path + "/import", "Import", "import", "main-button", ("upload", name));
                html.Add($"<a class=\"plain\" href=\"{Part.Files.Path}\">Leave it</a></div>\n");
            }

            html.AddMarkup("<ul class=\"rows\">\n");
            foreach (var (id, before, after) in changes.Where(c => c.Before != c.After).Take(MostShown))
            {
                html.Add($"<li><p class=\"title\" dir=\"auto\">{after.Title}</p><p class=\"facts\">");
                Listing.Badge(html, before is null ? "new" : "changed", before is null ? "live" : "review");
                html.Add($"{id}</p><details><summary>What would change</summary>");
                Differences.Write(html, before, after);
                html.AddMarkup("</details></li>\n");
            }

            html.AddMarkup("</ul>\n");
            if (added + changed > MostShown)
            {
                html.Add($"<p class=\"hint\">… and {added + changed - MostShown} more.</p>\n");
            }
        }, read.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, (Part.Files.Path, "Import and export"));
    }

    public async Task<IResult> ImportAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (uploads.Find(form.Typed("upload")) is not { } path || files.Read(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken)) is not { Faults.Count: 0 } read)
        {
            return Show(call, "What you brought is not there any more: bring it again.");
        }

        await desk.ImportAsync(read.Entries, new FaqAuthor(call.Who.Name, "from a file"), onlyIntoEmpty: false, cancellationToken);
        File.Delete(path);
        return Shell.To(Part.Entries.Path, "imported");
    }
}
