using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.SetUp;

/// <summary>The files of synonyms and contacts, edited as text and looked at by the readers that read them at the start.</summary>
internal sealed class WordsPages(Shell shell, BotPaths paths, ScopeCatalog scopes, AuditNotes audit)
{
    private const int Most = 1 << 20;

    private static readonly Dictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["synonyms.yaml"] = "Words that mean the same, or that point from one to another.",
        ["contacts.yaml"] = "Topics, and whom to ask about them where the documents do not say.",
    };

    public IResult List(SignedIn call) => !call.Who.IsOperator ? shell.Missing(call, Part.Overview) : shell.Page(call, Part.Words, "Words", html =>
    {
        html.AddMarkup("<p class=\"lead\">Two files that the bot reads when it starts. Each is checked before it is kept, and what stood there before is kept beside it.</p>\n<ul class=\"rows\">\n");
        foreach (var (name, what) in Files)
        {
            html.Add($"<li><p class=\"title\"><a href=\"{PathOf(name)}\">{name}</a></p><p class=\"facts\">{what} {(File.Exists(FileOf(name)) ? "" : "There is none yet.")}</p></li>\n");
        }

        html.AddMarkup("</ul>\n");
    });

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (!call.Who.IsOperator || NameOf(call) is not { } name)
        {
            return shell.Missing(call, Part.Overview);
        }

        var text = await TextAsync(name, cancellationToken);
        return Page(call, name, text, HashOf(text), Problems(name, text), null);
    }

    public async Task<IResult> SaveAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (NameOf(call) is not { } name)
        {
            return shell.Missing(call, Part.Words);
        }

        var typed = StoredText.Clean(form.Typed("text"));
        var now = await TextAsync(name, cancellationToken);
        if (HashOf(now) != form.Typed("was"))
        {
            return Page(call, name, typed, HashOf(now), [], "Somebody else changed the file meanwhile. Nothing was saved; below stands what you wrote. What they wrote is shown beneath it: take over what you want to keep, then save again.", now);
        }

        if (typed.Length > Most)
        {
            return Page(call, name, typed, HashOf(now), [], $"It has {typed.Length} characters, at most {Most} are kept.");
        }

        var problems = Problems(name, typed);
        if (problems.Count > 0 || form.Typed("do") == "check")
        {
            return Page(call, name, typed, HashOf(now), problems, problems.Count > 0 ? "Not saved: with these faults the bot would not start." : null, done: problems.Count == 0 ? "It is well-formed. Not saved yet." : null);
        }

        if (await FilesInPlace.WriteAsync(FileOf(name), typed, cancellationToken) is { } fault)
        {
            return Page(call, name, typed, HashOf(now), [], fault);
        }

        await audit.AddAsync(call, "settings file changed", name, $"{now.Length} characters before, {typed.Length} now", cancellationToken);
        return Shell.To(PathOf(name), "started");
    }

    private static string PathOf(string name) => $"{Part.Words.Path}/{name}";

    private static string? NameOf(SignedIn call) => call.Http.Request.RouteValues["name"] is string name && Files.ContainsKey(name) ? name : null;

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string FileOf(string name) => Path.Combine(paths.Settings, name);

    private async Task<string> TextAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(FileOf(name)) ? StoredText.Clean(await File.ReadAllTextAsync(FileOf(name), cancellationToken)) : "";

    private IReadOnlyList<IngestionProblem> Problems(string name, string text) => text.Length == 0 ? []
        : name == "synonyms.yaml" ? SynonymsFile.Parse(name, text, scopes).Problems
        : ContactsFile.Parse(name, text, scopes).Problems;

    private IResult Page(SignedIn call, string name, string text, string was, IReadOnlyList<IngestionProblem> problems, string? fault, string? theirs = null, string? done = null) => shell.Page(call, Part.Words, name, html =>
    {
        if (fault is not null)
        {
            html.Add($"<p class=\"notice\" role=\"alert\">{fault}</p>\n");
        }

        if (done is not null)
        {
            html.Add($"<p class=\"done\" role=\"status\">{done}</p>\n");
        }

        if (problems.Count > 0)
        {
            html.AddMarkup("<ul class=\"plain-list fault\">\n");
            foreach (var problem in problems)
            {
                html.Add($"<li dir=\"auto\">{problem}</li>\n");
            }

            html.AddMarkup("</ul>\n");
        }

        Form.Begin(html, call, PathOf(name)).Hidden("was", was).Text("text", "Text of the file", text, Files[name] + " It holds from the next start of the bot.", rows: 24, kind: "code")
            .BeginButtons().Button("Save", "save", "main-button").Button("Check only", "check").EndButtons().End();
        if (theirs is not null)
        {
            html.Add($"<section class=\"card\"><h2>As it stands now</h2><pre class=\"asis\" dir=\"auto\">{theirs}</pre></section>\n");
        }
    }, theirs is not null ? StatusCodes.Status409Conflict : fault is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, (Part.Words.Path, "Words"));
}
