using System.Globalization;
using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq.Importing;

namespace ProgrammeBot.App.Web.Moderation.Files;

/// <summary>Shows what a file would change, and lets a person choose where the file and people here say different things.</summary>
internal static class ImportView
{
    private const int MostConflicts = 100;
    private const int MostShown = 60;

    public static void Write(Html html, SignedIn call, string upload, FaqImportPlan plan, bool mayImport)
    {
        var conflicts = plan.Items.Where(i => i.Fate == ImportFate.Conflict).ToList();
        var news = plan.Items.Where(i => i.Fate is ImportFate.Added or ImportFate.Changed).ToList();
        if (mayImport && conflicts.Count + news.Count > 0)
        {
            var form = Form.Begin(html, call, Part.Files.Path + "/import", "import").Hidden("upload", upload);
            Conflicts(html, form, conflicts);
            News(html, news);
            form.BeginButtons().Button("Import", "import", "main-button");
            html.Add($"<a class=\"plain\" href=\"{Part.Files.Path}\">Leave it</a>\n");
            form.EndButtons().End();
        }
        else
        {
            Conflicts(html, null, conflicts);
            News(html, news);
        }

        foreach (var item in plan.Items.Where(i => i.Fate == ImportFate.Edited).Take(MostShown))
        {
            html.Add($"<p class=\"hint\"><a href=\"{EntryPages.PathOf(item.Id)}\" dir=\"auto\">{item.Content.Title}</a> was edited here since, and the file has nothing new for it: it stays.</p>\n");
        }
    }

    private static void Conflicts(Html html, Form? form, List<FaqImportItem> conflicts)
    {
        if (conflicts.Count == 0)
        {
            return;
        }

        html.AddMarkup("<section class=\"conflicts\"><h2>Changed here and in the file</h2>\n<p class=\"lead\">What people wrote here stays, unless you tick it.</p>\n");
        foreach (var item in conflicts.Take(MostConflicts))
        {
            html.Add($"<article class=\"card\"><h3><a href=\"{EntryPages.PathOf(item.Id)}\" dir=\"auto\">{item.Current?.Content.Title ?? item.Content.Title}</a></h3>\n<div class=\"old-new\"><div>");
            html.Add($"<p class=\"facts\"><strong>Changed here</strong>, last by <bdi>{item.Current?.UpdatedBy}</bdi></p>\n");
            if (item.Theirs is { } theirs)
            {
                Differences.Write(html, theirs);
            }
            else
            {
                html.AddMarkup("<p class=\"hint\">It was written here: no file brought it.</p>\n");
            }

            html.AddMarkup("</div>\n<div><p class=\"facts\"><strong>What the file would make of it</strong></p>\n");
            Differences.Write(html, item.Diff);
            html.AddMarkup("</div></div>\n");
            if (item.Refused is { } why)
            {
                html.Add($"<p class=\"hint\">It stays as it is here: {why}.</p>\n");
            }
            else
            {
                form?.Tick("take", "Take the file’s words", on: false, string.Create(CultureInfo.InvariantCulture, $"{item.Id}@{item.Current?.Revision ?? 0}"));
            }

            html.AddMarkup("</article>\n");
        }

        if (conflicts.Count > MostConflicts)
        {
            html.Add($"<p class=\"hint\">… and {conflicts.Count - MostConflicts} more, which stay: bring the file again for them.</p>\n");
        }

        html.AddMarkup("</section>\n");
    }

    private static void News(Html html, List<FaqImportItem> news)
    {
        html.AddMarkup("<ul class=\"rows\">\n");
        foreach (var item in news.Take(MostShown))
        {
            var isNew = item.Fate == ImportFate.Added;
            html.Add($"<li><p class=\"title\" dir=\"auto\">{item.Content.Title}</p><p class=\"facts\">");
            Listing.Badge(html, isNew ? "new" : "changed", isNew ? "live" : "review");
            html.Add($"{item.Id}</p><details><summary>What would change</summary>");
            Differences.Write(html, item.Diff);
            html.AddMarkup("</details></li>\n");
        }

        html.AddMarkup("</ul>\n");
        if (news.Count > MostShown)
        {
            html.Add($"<p class=\"hint\">… and {news.Count - MostShown} more.</p>\n");
        }
    }
}
