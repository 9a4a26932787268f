using ProgrammeBot.Answering;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>The entries: found, looked at, taken back, retired and restored. Writing them is <see cref="EntryWriting"/>'s.</summary>
internal sealed class EntryPages(Shell shell, FaqDesk desk, FaqReviewDesk review, ICorpusSource corpora, ScopeCatalog scopes, CorrectionDesk corrections, TimeProvider time)
{
    private const int MostFound = 500;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public static string PathOf(FaqId id) => $"{Part.Entries.Path}/{Uri.EscapeDataString(id.ToString())}";

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var (typed, status, scope, tag, owner, flag) = (call.Asked("q"), FaqWords.StatusNamed(call.Asked("status")), call.Asked("scope"), call.Asked("tag"), call.Asked("owner"), call.Asked("flag"));
        var all = await desk.ListAsync(null, cancellationToken);
        var found = typed.Length > 0 ? await desk.SuggestAsync(typed, MostFound, status, cancellationToken) : [.. all.Where(e => status is null || e.Content.Status == status)];
        var corpus = corpora.Current;
        List<FaqEntry> shown = [.. found.Where(e =>
            (scope.Length == 0 || (e.Content.Scope ?? "-") == scope) && (tag.Length == 0 || e.Content.Tags.Contains(tag)) && (owner.Length == 0 || e.Content.OwnerRole == owner)
            && (flag.Length == 0 || EntryFlags.Of(e.Content, corpus, scopes, Today).Contains(flag)))];
        return shell.Page(call, Part.Entries, "Entries", html =>
        {
            html.Add($"<p class=\"lead\">What the bot answers in words that moderators wrote or chose. <a href=\"{EntryWriting.NewPath}\">Write a new entry</a></p>\n");
            Listing.Filters(
                html, call, Part.Entries.Path, "Words of question, tag or name",
                ("status", "Status", Enum.GetValues<FaqStatus>().Select(s => (FaqWords.Of(s), FaqWords.Of(s))).Prepend(("", "any"))),
                ("scope", "Scope", [("", "any"), ("-", "everybody"), .. scopes.Scopes.Select(s => (s.Id, s.ShortName))]),
                ("tag", "Tag", Words(all.SelectMany(e => e.Content.Tags))),
                ("owner", "Owner", Words(all.Select(e => e.Content.OwnerRole).OfType<string>())),
                ("flag", "Flag", EntryFlags.All.Select(f => (f, f)).Prepend(("", "any"))));
            Listing.Rows(
                html, call, Part.Entries.Path, shown, "1 entry", "entries",
                none => none.AddMarkup(all.Count == 0
                    ? "<p><strong>There is no entry yet.</strong> Begin with a question that people ask again and again: <a href=\"/moderate/new-entry\">write it</a>, or <a href=\"/moderate/files\">bring a file in</a>.</p>"
                    : "<p><strong>No entry fits.</strong> Try fewer words or filters, or <a href=\"/moderate/new-entry\">write a new one</a>.</p>"),
                (row, entry) => Row(row, entry, corpus));
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Entries);
        }

        var content = entry.Content;
        var corpus = corpora.Current;
        var standing = await corrections.FindAsync(entry.Id, call.Who, cancellationToken);
        var corrected = await corrections.LatestAsync(entry.Id, call.Who, cancellationToken);
        return shell.Page(call, Part.Entries, content.Title, html =>
        {
            html.AddMarkup("<p class=\"facts\">");
            Listing.Badge(html, FaqWords.Of(content.Status), EntryFlags.KindOf(content.Status));
            Flags(html, content, corpus);
            html.Add($"{ScopeName(content.Scope)} · revision {entry.Revision} by <span dir=\"auto\">{entry.UpdatedBy}</span>, ");
            Listing.When(html, entry.UpdatedAt);
            html.AddMarkup("</p>\n");
            if (entry.IsBesideLive)
            {
                html.Add($"<p class=\"notice\">This is being written. Until it is published, revision {entry.LiveRevision} goes on answering.</p>\n");
            }

            CorrectionPages.Line(html, standing, "earlier wording", CorrectionPages.PathOf(entry.Id), corrected, isNews: corrected is null || corrected.At < entry.UpdatedAt);
            Actions(html, call, entry);
            html.AddMarkup("<section class=\"card\"><h2>Answer</h2>\n<div class=\"markdown\" dir=\"auto\">")
                .AddMarkup(content.Answer.Length > 0 ? SafeMarkdown.ToHtml(content.Answer) : "<p class=\"hint\">None: the entry names a question, and answers it from its citations’ documents.</p>").AddMarkup("</div></section>\n");
            Citations(html, content, corpus);
            html.AddMarkup("<section class=\"card\"><h2>Other ways to ask it</h2>\n");
            if (content.Phrasings.Count == 0)
            {
                html.AddMarkup("<p class=\"hint\">None yet. Three to ten real ones make it be found.</p>");
            }

            html.AddMarkup("<ul class=\"plain-list\">");
            foreach (var phrasing in content.Phrasings)
            {
                html.Add($"<li dir=\"auto\">{phrasing}</li>\n");
            }

            html.AddMarkup("</ul></section>\n");
            FollowUps(html, content);
            html.AddMarkup("<section class=\"card\"><h2>Kept by</h2>\n<dl class=\"pairs\">");
            Pair(html, "Name", entry.Id.ToString());
            Pair(html, "Owner", content.OwnerRole ?? "every moderator");
            Pair(html, "Tags", content.Tags.Count == 0 ? "none" : string.Join(", ", content.Tags));
            Pair(html, "Valid", Valid(content.Valid));
            html.AddMarkup("</dl></section>\n");
        }, above: (Part.Entries.Path, "Entries"));
    }

    public Task<IResult> UndoAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        ChangeAsync(call, form, "undone", (id, based) => review.UndoAsync(id, based, null, call.Who, "", cancellationToken), cancellationToken);

    public Task<IResult> RetireAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        ChangeAsync(call, form, "retired", (id, based) => review.RetireAsync(id, based, call.Who, "", cancellationToken), cancellationToken);

    public Task<IResult> RestoreAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        ChangeAsync(call, form, "restored", (id, based) => review.RestoreAsync(id, based, call.Who, "", cancellationToken), cancellationToken);

    public async Task<FaqEntry?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(id, cancellationToken) : null;

    public string ScopeName(string? scope) => scope is null ? "Everybody" : scopes.Find(scope)?.Name ?? scope;

    public static string Valid(Validity valid) => (valid.From, valid.Until) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"from {from:yyyy-MM-dd}",
        (null, { } until) => $"until {until:yyyy-MM-dd}",
        ({ } from, { } until) => $"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}",
    };

    /// <summary>A line of a list of entries.</summary>
    public void Row(Html html, FaqEntry entry, ICorpus corpus)
    {
        var content = entry.Content;
        html.Add($"<p class=\"title\"><a href=\"{PathOf(entry.Id)}\" dir=\"auto\">{content.Title}</a></p><p class=\"facts\">");
        Listing.Badge(html, FaqWords.Of(content.Status), EntryFlags.KindOf(content.Status));
        Flags(html, content, corpus);
        html.Add($"{ScopeName(content.Scope)} · {content.Phrasings.Count + 1} {(content.Phrasings.Count == 0 ? "way" : "ways")} to ask · {(content.OwnerRole is { } owner ? owner + " · " : "")}");
        Listing.When(html, entry.UpdatedAt);
        html.AddMarkup("</p>");
    }

    /// <summary>The words an entry rests on, each with whether it still stands in the documents.</summary>
    public void Citations(Html html, FaqContent content, ICorpus corpus)
    {
        html.AddMarkup("<section class=\"card\"><h2>Rests on</h2>\n");
        if (content.Citations.Count == 0)
        {
            html.AddMarkup("<p class=\"hint\">No passage. It is then given as what moderators say, not as what the documents say.</p>");
        }

        html.AddMarkup("<ol class=\"citations\">");
        foreach (var citation in content.Citations)
        {
            var found = QuoteFinder.Find(citation, corpus, scopes, content.Scope);
            html.Add($"<li><blockquote dir=\"auto\"><p>{citation.Quote}</p></blockquote><p class=\"facts\" dir=\"auto\">");
            if (found is null)
            {
                Listing.Badge(html, "not found any more", "warn");
                html.Add($"{citation.Cited.DocumentId}: choose the words anew, or the entry cannot answer");
            }
            else
            {
                html.Add($"<a href=\"{CitedField.PageOf(found)}\">{found.Document.Title} › {found.Section}</a>");
            }

            html.AddMarkup("</p></li>\n");
        }

        html.AddMarkup("</ol></section>\n");
    }

    private static void FollowUps(Html html, FaqContent content)
    {
        if (content.FollowUps.Count == 0)
        {
            return;
        }

        html.AddMarkup("<section class=\"card\"><h2>Follow-ups</h2>\n<ul class=\"plain-list\">");
        foreach (var prompt in content.FollowUps)
        {
            html.Add($"<li dir=\"auto\">{(prompt.Label is { } label ? label + " → " : "")}<a href=\"{PathOf(prompt.Entry)}\">{prompt.Entry}</a></li>\n");
        }

        html.AddMarkup("</ul></section>\n");
    }

    private static void Pair(Html html, string name, string value) => html.Add($"<dt>{name}</dt><dd dir=\"auto\">{value}</dd>\n");

    private static IEnumerable<(string Value, string Words)> Words(IEnumerable<string> words) =>
        words.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase).Select(w => (w, w)).Prepend(("", "any"));

    private void Flags(Html html, FaqContent content, ICorpus corpus)
    {
        foreach (var flag in EntryFlags.Of(content, corpus, scopes, Today))
        {
            Listing.Badge(html, flag, flag is EntryFlags.Bare or EntryFlags.Later ? "" : "warn");
        }
    }

    private static void Actions(Html html, SignedIn call, FaqEntry entry)
    {
        var path = PathOf(entry.Id);
        html.AddMarkup("<div class=\"actions\">\n");
        if (call.Who.MayChange(entry.Content))
        {
            var based = ("basedon", entry.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
            html.Add($"<a class=\"main-button\" href=\"{path}/edit\">Edit</a>\n");
            if (entry.Content.Status == FaqStatus.Retired)
            {
                Form.Press(html, call, path + "/restore", "Restore", "restore", hidden: based);
            }
            else
            {
                Form.Press(html, call, path + "/retire", "Retire", "retire", hidden: based);
            }

            if (entry.Revision > 1)
            {
                Form.Press(html, call, path + "/undo", "Undo the latest change", "undo", hidden: based);
            }
        }
        else
        {
            html.Add($"<a class=\"main-button\" href=\"{path}/edit\">Propose a change</a>\n<p class=\"hint\">This entry is for the role ‘{entry.Content.OwnerRole}’ to change.</p>\n");
        }

        html.Add($"<a class=\"plain\" href=\"{path}/history\">History</a>\n<a class=\"plain\" href=\"{path}/export.yaml\" download>Download</a>\n</div>\n");
    }

    private async Task<IResult> ChangeAsync(SignedIn call, IFormCollection form, string done, Func<FaqId, int?, Task<FaqOutcome>> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Entries);
        }

        if (!call.Who.MayChange(entry.Content))
        {
            return shell.Forbidden(call, Part.Entries, $"The entry is for the role ‘{entry.Content.OwnerRole}’.");
        }

        var based = int.TryParse(form.Typed("basedon"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var revision) ? revision : -1;
        var outcome = await change(entry.Id, based);
        return outcome is FaqOutcome.Refused refused ? shell.Forbidden(call, Part.Entries, Refusals.InWords(refused)) : Shell.To(PathOf(entry.Id), outcome switch
        {
            FaqOutcome.Saved => done,
            FaqOutcome.Unchanged => "unchanged",
            FaqOutcome.Conflict => "meanwhile",
            _ => "missing",
        });
    }
}
