using System.Globalization;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Files;

/// <summary>Entries as files: taken out in full, and brought in after a look at what would change.</summary>
internal sealed class FilesPages(Shell shell, FaqDesk desk, FaqImportDesk import, IFaqFiles files, Uploads uploads)
{
    private const int MostBytes = 16 << 20;
    private const int MostShown = 60;

    private static readonly string[] Endings = [".yaml", ".yml", ".csv", ".tsv", ".jsonl"];

    public IResult Show(SignedIn call, string? fault = null) => shell.Page(call, Part.Files, "Import and export", html =>
    {
        html.AddMarkup("<section class=\"card\"><h2>Export</h2>\n<p>All entries, with drafts and retired ones.</p>\n<div class=\"actions\"><a class=\"main-button\" href=\"/moderate/files/entries.yaml\" download>YAML</a><a class=\"plain\" href=\"/moderate/files/entries.csv\" download>CSV</a></div>\n");
        html.AddMarkup("<p class=\"hint\">YAML holds everything and can be brought back in. CSV is for spreadsheets: it has a line for each way to ask, and no room for passages.</p></section>\n");
        html.AddMarkup("<section class=\"card\"><h2>Import</h2>\n");
        Form.Begin(html, call, Part.Files.Path + "/look", withFile: true)
            .File("file", "File", string.Join(',', Endings), "YAML as exported here, CSV, the TSV of Azure custom question answering, or JSONL ({text, intent}). You see the difference before anything is changed, and what others changed here stays unless you say otherwise.", fault)
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
        return await LookAsync(call, name, await ReadAsync(uploads.Find(name)!, cancellationToken), [], cancellationToken); // it was just kept
    }

    public async Task<IResult> ImportAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (uploads.Find(form.Typed("upload")) is not { } path || !Endings.Contains(Path.GetExtension(path)) || await ReadAsync(path, cancellationToken) is not { Faults.Count: 0 } read)
        {
            return Show(call, "What you brought is not there any more: bring it again.");
        }

        var plan = await import.UpdateAsync(read.Entries, call.Who, "from a file", Chosen(form.All("take")), cancellationToken);
        if (plan.Faults.Count > 0)
        {
            return await LookAsync(call, Path.GetFileName(path), read, plan.Faults, cancellationToken);
        }

        File.Delete(path);
        return Shell.To(Part.Entries.Path, plan.HasNews || plan.Items.Any(i => i.Fate == ImportFate.Conflict) ? "imported" : "unchanged");
    }

    /// <summary>Entries and the revisions they were seen in, as the boxes say; anything else that was sent names nothing.</summary>
    private static Dictionary<FaqId, int> Chosen(IEnumerable<string> taken)
    {
        var chosen = new Dictionary<FaqId, int>();
        foreach (var value in taken)
        {
            if (value.LastIndexOf('@') is > 0 and var at && FaqId.TryParse(value[..at], out var id) && int.TryParse(value[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                chosen[id] = revision;
            }
        }

        return chosen;
    }

    private async Task<FaqFileRead> ReadAsync(string path, CancellationToken cancellationToken) => files.Read(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));

    private async Task<IResult> LookAsync(SignedIn call, string name, FaqFileRead read, IReadOnlyList<string> faults, CancellationToken cancellationToken)
    {
        var plan = await import.PreviewAsync(read.Entries, call.Who, cancellationToken);
        IReadOnlyList<string> wrong = [.. read.Faults.Select(f => f.Replace(name, "the file", StringComparison.Ordinal)).Concat(faults).Concat(plan.Faults).Distinct(StringComparer.Ordinal)];
        return shell.Page(call, Part.Files, "What the file would change", html =>
        {
            if (wrong.Count > 0)
            {
                html.AddMarkup("<div class=\"notice\" role=\"alert\"><p>Nothing was imported, and nothing can be until this is mended:</p>\n<ul class=\"plain-list fault\">\n");
                foreach (var fault in wrong.Take(MostShown))
                {
                    html.Add($"<li dir=\"auto\">{fault}</li>\n");
                }

                html.AddMarkup("</ul></div>\n");
            }

            if (read.Faults.Count == 0)
            {
                html.Add($"<p class=\"lead\">{plan.Summary}. Entries that the file lacks stay. Nothing was changed yet.</p>\n");
                foreach (var warning in read.Warnings.Take(MostShown))
                {
                    html.Add($"<p class=\"hint\" dir=\"auto\">{warning.Replace(name, "the file", StringComparison.Ordinal)}</p>\n");
                }

                ImportView.Write(html, call, name, plan, mayImport: plan.Faults.Count == 0);
            }
        }, wrong.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, (Part.Files.Path, "Import and export"));
    }
}
