using ProgrammeBot.Faq;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Every change of an entry: who, when, what.</summary>
internal sealed class HistoryPage(Shell shell, FaqDesk desk)
{
    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (!FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) || await desk.HistoryAsync(id, cancellationToken) is not { Count: > 0 } history)
        {
            return shell.Missing(call, Part.Entries);
        }

        var title = history[0].Entry.Content.Title;
        return shell.Page(call, Part.Entries, "History", html =>
        {
            html.Add($"<p class=\"lead\" dir=\"auto\">{title}</p>\n");
            var from = (Math.Min(call.PageAsked, Math.Max(1, (history.Count + Listing.PerPage - 1) / Listing.PerPage)) - 1) * Listing.PerPage;
            var place = from;
            Listing.Rows(
                html, call, EntryPages.PathOf(id) + "/history", history, "1 change", "changes", _ => { },
                (row, revision) =>
                {
                    var before = ++place < history.Count ? history[place].Entry.Content : null;
                    row.Add($"<h2 class=\"title\">Revision {revision.Entry.Revision}</h2><p class=\"facts\"><span dir=\"auto\">{revision.Entry.UpdatedBy}</span>, ");
                    Listing.When(row, revision.Entry.UpdatedAt);
                    row.Add($"{(revision.Note.Length > 0 ? ": " + revision.Note : "")}</p>\n");
                    row.Add($"<details").AddMarkup(place - from <= 3 ? " open>" : ">").AddMarkup("<summary>What changed</summary>\n");
                    Differences.Write(row, before, revision.Entry.Content);
                    row.AddMarkup("</details>");
                });
        }, above: (EntryPages.PathOf(id), title));
    }
}
