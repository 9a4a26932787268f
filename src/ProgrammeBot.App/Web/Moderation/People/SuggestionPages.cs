using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.People;

/// <summary>What members suggested: taken, with a moderator's hand over it, or left.</summary>
internal sealed class SuggestionPages(Shell shell, SuggestionDesk desk, FaqDesk faq, EntryPages entries)
{
    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var state = Enum.TryParse<SuggestionState>(call.Asked("state"), out var asked) && Enum.IsDefined(asked) ? asked : SuggestionState.Open;
        var words = call.Asked("q");
        List<Suggestion> shown = [.. (await desk.ListAsync(call.Who, state, cancellationToken)).Where(s => words.Length == 0 || $"{s.Question} {s.Answer}".Contains(words, StringComparison.OrdinalIgnoreCase))];
        return shell.Page(call, Part.Suggestions, "Suggestions", html =>
        {
            html.AddMarkup("<p class=\"lead\">What members would have the bot answer, the oldest first. Whoever suggested is told what became of it.</p>\n");
            Listing.Filters(html, call, Part.Suggestions.Path, "Words", ("state", "State", Enum.GetValues<SuggestionState>().Select(s => (s.ToString(), s.ToString().ToLowerInvariant()))));
            Listing.Rows(
                html, call, Part.Suggestions.Path, shown, "1 suggestion", "suggestions",
                none => none.AddMarkup("<p><strong>There is none.</strong> Members suggest an entry or a better answer where they talk to the bot.</p>"),
                (row, suggestion) =>
                {
                    row.Add($"<p class=\"title\"><a href=\"{PathOf(suggestion.Id)}\" dir=\"auto\">{suggestion.Question}</a></p><p class=\"facts\">");
                    Facts(row, suggestion);
                    row.AddMarkup("</p>");
                });
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is { } suggestion ? await PageAsync(call, suggestion, null, null, cancellationToken) : shell.Missing(call, Part.Suggestions);

    public async Task<IResult> DecideAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } suggestion)
        {
            return shell.Missing(call, Part.Suggestions);
        }

        var (title, answer) = (form.Typed("title"), form.Typed("answer"));
        var draft = SuggestionDesk.Draft(suggestion) with { Answer = answer };
        var outcome = form.Typed("do") == "accept"
            ? await desk.AcceptAsync(call.Who, suggestion.Id, suggestion.Faq is null ? draft with { Title = title, Status = FaqStatus.Draft } : draft, cancellationToken)
            : await desk.DeclineAsync(call.Who, suggestion.Id, form.Typed("note"), cancellationToken);
        return outcome switch
        {
            SuggestionOutcome.Done { Suggestion: { State: SuggestionState.Accepted, Faq: { } entry } } => Shell.To(EntryPages.PathOf(entry) + "/edit", "accepted"),
            SuggestionOutcome.Done => Shell.To(PathOf(suggestion.Id), "decided"),
            SuggestionOutcome.Decided => Shell.To(PathOf(suggestion.Id), "meanwhile"),
            SuggestionOutcome.Invalid invalid => await PageAsync(call, suggestion, form, string.Join(" ", invalid.Faults.Select(f => f + ".")), cancellationToken),
            SuggestionOutcome.NotWritten { Why: FaqOutcome.Invalid invalid } => await PageAsync(call, suggestion, form, string.Join(" ", invalid.Faults.Select(f => f + ".")), cancellationToken),
            SuggestionOutcome.NotWritten => await PageAsync(call, suggestion, form, "The entry could not be written: look at it, and try again.", cancellationToken),
            _ => shell.Missing(call, Part.Suggestions),
        };
    }

    private static string PathOf(SuggestionId id) => $"{Part.Suggestions.Path}/{id}";

    private async Task<Suggestion?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        SuggestionId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(call.Who, id, cancellationToken) : null;

    private async Task<IResult> PageAsync(SignedIn call, Suggestion suggestion, IFormCollection? form, string? fault, CancellationToken cancellationToken)
    {
        var entry = suggestion.Faq is { } id ? await faq.FindAsync(id, cancellationToken) : null;
        return shell.Page(call, Part.Suggestions, suggestion.Question, html =>
        {
            html.AddMarkup("<p class=\"facts\">");
            Facts(html, suggestion);
            html.AddMarkup("</p>\n");
            if (fault is not null)
            {
                html.Add($"<p class=\"notice\" role=\"alert\">{fault}</p>\n");
            }

            if (entry is not null)
            {
                html.Add($"<p>For the entry <a href=\"{EntryPages.PathOf(entry.Id)}\" dir=\"auto\">{entry.Content.Title}</a></p>\n");
                Differences.Write(html, entry.Content, entry.Content with { Answer = suggestion.Answer });
            }

            if (suggestion.State != SuggestionState.Open)
            {
                html.Add($"<section class=\"card\"><h2>Suggested</h2><p class=\"asis\" dir=\"auto\">{suggestion.Answer}</p></section>\n<p>{suggestion.State} by <bdi>{suggestion.Decided?.By}</bdi>. <span dir=\"auto\">{suggestion.Note}</span></p>\n");
                return;
            }

            var fields = Form.Begin(html, call, PathOf(suggestion.Id));
            if (entry is null)
            {
                fields.Line("title", "Question", form?.Typed("title") ?? suggestion.Question, max: FaqContent.MaxTitleLength);
            }

            fields.Text("answer", "Answer", form?.Typed("answer") ?? suggestion.Answer, entry is null ? "It becomes a draft: you choose passages and publish on the next page." : "It takes the place of the entry’s answer.", rows: 6, max: FaqContent.MaxAnswerLength)
                .Line("note", "A word for whoever suggested it, if you decline", form?.Typed("note") ?? "", max: FaqEdit.MaxNoteLength)
                .BeginButtons().Button("Accept", "accept", "main-button").Button("Decline", "decline", "plain danger").EndButtons().End();
        }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (Part.Suggestions.Path, "Suggestions"));
    }

    private void Facts(Html html, Suggestion suggestion)
    {
        Listing.Badge(html, suggestion.Faq is null || suggestion.State == SuggestionState.Accepted ? "new entry" : "better answer", "review");
        html.Add($"{suggestion.Within?.Platform ?? "web"} · {entries.ScopeName(suggestion.Scope)} · ");
        Listing.When(html, suggestion.MadeAt);
    }
}
