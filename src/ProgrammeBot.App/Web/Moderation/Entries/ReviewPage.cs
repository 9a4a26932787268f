using System.Globalization;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>What waits for a second look: how it would read, what it would change, approved or sent back.</summary>
internal sealed class ReviewPage(Shell shell, FaqDesk desk, FaqReviewDesk review, PublishGate gate, EntryPages entries, ICorpusSource corpora, IStore store)
{
    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var waiting = await desk.ListAsync(FaqStatus.Review, cancellationToken);
        return shell.Page(call, Part.Review, "Review", html =>
        {
            html.AddMarkup("<p class=\"lead\">What somebody wrote and asks another to look at. It answers nobody until it is approved; what answered before goes on.</p>\n");
            Listing.Rows(
                html, call, Part.Review.Path, waiting, "1 waits", "wait",
                none => none.AddMarkup("<p><strong>Nothing waits for review.</strong> Whoever edits an entry can choose ‘Ask for a review’ in place of publishing.</p>"),
                (row, entry) =>
                {
                    row.Add($"<p class=\"title\"><a href=\"{PathOf(entry.Id)}\" dir=\"auto\">{entry.Content.Title}</a></p><p class=\"facts\">");
                    Listing.Badge(row, entry.LiveRevision is null ? "new" : "changes a live entry", "review");
                    row.Add($"{entries.ScopeName(entry.Content.Scope)} · by <span dir=\"auto\">{entry.UpdatedBy}</span>, ");
                    Listing.When(row, entry.UpdatedAt);
                    row.AddMarkup("</p>");
                });
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken) =>
        await entries.FindAsync(call, cancellationToken) is { Content.Status: FaqStatus.Review } entry
            ? await PageAsync(call, entry, null, cancellationToken)
            : shell.Missing(call, Part.Review);

    public async Task<IResult> DecideAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(call, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Review);
        }

        var based = int.TryParse(form.Typed("basedon"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1;
        var (approve, note) = (form.Typed("do") == "approve", StoredText.Clean(form.Typed("note")).Trim());
        var outcome = approve
            ? await review.ApproveAsync(entry.Id, based, call.Who, note, cancellationToken)
            : await review.DeclineAsync(entry.Id, based, toLive: false, call.Who, note, cancellationToken);
        return outcome switch
        {
            FaqOutcome.Saved => Shell.To(EntryPages.PathOf(entry.Id), approve ? "approved" : "declined"),
            FaqOutcome.Conflict => Shell.To(PathOf(entry.Id), "meanwhile"),
            FaqOutcome.Refused refused => shell.Forbidden(call, Part.Review, Refusals.InWords(refused)),
            FaqOutcome.Invalid => await PageAsync(call, entry, "Say what is to be mended.", cancellationToken),
            _ => Shell.To(EntryPages.PathOf(entry.Id), "unchanged"),
        };
    }

    private static string PathOf(FaqId id) => $"{Part.Review.Path}/{Uri.EscapeDataString(id.ToString())}";

    private async Task<IResult> PageAsync(SignedIn call, FaqEntry entry, string? fault, CancellationToken cancellationToken)
    {
        FaqContent? answering = null;
        if (entry.LiveRevision is { } live)
        {
            await using var unit = await store.ReadAsync(cancellationToken);
            answering = (await unit.Faq.FindRevisionAsync(entry.Id, live, cancellationToken))?.Entry.Content;
        }

        var report = await gate.TryAsync(entry.Id, entry.Content, call.Who, cancellationToken);
        return shell.Page(call, Part.Review, entry.Content.Title, html =>
        {
            html.Add($"<p class=\"lead\"><bdi>{entry.UpdatedBy}</bdi> asks for a second look at {(answering is null ? "a new entry" : "a change of a live entry")}.</p>\n");
            html.AddMarkup("<section class=\"card\"><h2>").Add($"{(answering is null ? "What it says" : "What would change")}</h2>\n");
            Differences.Write(html, answering, entry.Content);
            html.AddMarkup("</section>\n");
            entries.Citations(html, entry.Content, corpora.Current);
            GateView.Write(html, report);
            Form.Begin(html, call, PathOf(entry.Id)).Hidden("basedon", entry.Revision.ToString(CultureInfo.InvariantCulture))
                .Line("note", "A word for its author", "", "Needed when you decline.", fault, FaqEdit.MaxNoteLength)
                .BeginButtons().Button("Approve and publish", "approve", "main-button").Button("Decline", "decline", "plain danger").EndButtons().End();
            html.Add($"<p><a href=\"{EntryPages.PathOf(entry.Id)}/edit\">Mend it yourself</a></p>\n");
        }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (Part.Review.Path, "Review"));
    }
}
