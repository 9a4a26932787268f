using System.Globalization;
using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq;
using ProgrammeBot.Gaps;
using ProgrammeBot.Passages;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.People;

/// <summary>Questions that were not answered, or not well: what hurts most first, and what to do about each.</summary>
internal sealed class GapPages(Shell shell, GapDesk desk, EntryPages entries)
{
    private const int PassagesShown = 5;
    private const int QuestionsShown = 40;

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var state = Enum.TryParse<GapState>(call.Asked("state"), ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : GapState.Open;
        var list = await desk.ListAsync(call.Who, state, cancellationToken);
        var words = call.Asked("q");
        List<GapView> shown = [.. list.Gaps.Where(g => words.Length == 0 || g.Questions.Any(q => q.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))];
        return shell.Page(call, Part.Gaps, "Gaps", html =>
        {
            html.AddMarkup("<p class=\"lead\">What people asked and did not get a good answer to, grouped with its like; what hurts most first. Names, addresses and numbers of persons were taken out before it was kept.</p>\n");
            Listing.Filters(html, call, Part.Gaps.Path, "Words of the questions", ("state", "State", Enum.GetValues<GapState>().Select(s => (s.ToString(), InWords(s)))));
            Listing.Rows(
                html, call, Part.Gaps.Path, shown, "1 gap", "gaps",
                none => none.AddMarkup(state == GapState.Open
                    ? "<p><strong>No gap is open.</strong> Questions that go unanswered, or are voted down, gather here by themselves.</p>"
                    : "<p><strong>There is none in that state.</strong></p>"),
                (row, gap) =>
                {
                    row.Add($"<p class=\"title\"><a href=\"{PathOf(gap.Id)}\" dir=\"auto\">{gap.Title}</a></p><p class=\"facts\">");
                    Facts(row, gap);
                    row.AddMarkup("</p>");
                });
            if (list.HiddenGroups > 0)
            {
                html.Add($"<p class=\"hint\">Not shown: {list.HiddenQuestions} {(list.HiddenQuestions == 1 ? "question" : "questions")} in groups of fewer than {desk.Options.SmallestGroup}, so that one person’s words stay unread.</p>\n");
            }
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is { } gap ? Page(call, gap, call.Asked("q"), cancellationToken) : shell.Missing(call, Part.Gaps);

    public async Task<IResult> DecideAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } gap)
        {
            return shell.Missing(call, Part.Gaps);
        }

        GapOutcome outcome;
        switch (form.Typed("do"))
        {
            case "entry" when GapDesk.Draft(gap) is var draft:
                outcome = await desk.MakeEntryAsync(call.Who, gap.Id, draft with { Title = form.Typed("title"), Phrasings = FaqDraft.Lines(form.Typed("phrasings")), Answer = form.Typed("answer"), Status = FaqStatus.Draft }, cancellationToken);
                break;
            case "add" when FaqId.TryParse(form.Line("entry"), out var entry):
                outcome = await desk.AddToEntryAsync(call.Who, gap.Id, entry, cancellationToken);
                break;
            case "point" when PassageOf(form.Typed("passage")) is { } passage:
                outcome = await desk.PointAtAsync(call.Who, gap.Id, passage, cancellationToken);
                break;
            case "notours":
                outcome = await desk.NotOursAsync(call.Who, gap.Id, cancellationToken);
                break;
            case "reopen":
                outcome = await desk.ReopenAsync(call.Who, gap.Id, cancellationToken);
                break;
            default:
                return Page(call, gap, "", cancellationToken, "Choose what to do: the entry named is none, or nothing was chosen.");
        }

        return outcome switch
        {
            GapOutcome.Decided { Entry: { } written } => Shell.To(EntryPages.PathOf(written.Id) + (written.Content.Status == FaqStatus.Draft ? "/edit" : ""), "decided"),
            GapOutcome.Decided => Shell.To(PathOf(gap.Id), "decided"),
            GapOutcome.Unchanged => Shell.To(PathOf(gap.Id), "unchanged"),
            GapOutcome.NotYours => shell.Forbidden(call, Part.Gaps, "It would change what people of other places are answered."),
            GapOutcome.NoPassage => Page(call, gap, "", cancellationToken, "No document in use holds that passage (any more): choose one anew."),
            GapOutcome.NotWritten { Why: FaqOutcome.Invalid invalid } => Page(call, gap, "", cancellationToken, string.Join(" ", invalid.Faults.Select(f => f + "."))),
            GapOutcome.NotWritten => Page(call, gap, "", cancellationToken, "There is no such entry, or somebody changed it just now: try again."),
            _ => shell.Missing(call, Part.Gaps),
        };
    }

    private static string PathOf(GapId id) => $"{Part.Gaps.Path}/{id}";

    private async Task<GapView?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        GapId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(call.Who, id, cancellationToken) : null;

    private IResult Page(SignedIn call, GapView gap, string find, CancellationToken cancellationToken, string? fault = null) => shell.Page(call, Part.Gaps, gap.Title, html =>
    {
        html.AddMarkup("<p class=\"facts\">");
        Facts(html, gap);
        html.AddMarkup("</p>\n");
        if (fault is not null)
        {
            html.Add($"<p class=\"notice\" role=\"alert\">{fault}</p>\n");
        }

        html.AddMarkup("<section class=\"card\"><h2>What was asked</h2>\n<ul class=\"plain-list\">");
        foreach (var question in gap.Phrasings.Take(QuestionsShown))
        {
            html.Add($"<li dir=\"auto\">{question}</li>\n");
        }

        html.AddMarkup("</ul></section>\n");
        if (gap.Gap.State != GapState.Open)
        {
            html.Add($"<p>{InWords(gap.Gap.State)}, by <bdi>{gap.Gap.Decided?.By}</bdi>. ");
            if (gap.Gap.Faq is { } entry)
            {
                html.Add($"<a href=\"{EntryPages.PathOf(entry)}\">See the entry</a>");
            }

            html.AddMarkup("</p><div class=\"actions\">");
            Form.Press(html, call, PathOf(gap.Id), "Open it again", "reopen");
            html.AddMarkup("</div>\n");
            return;
        }

        Entry(html, call, gap);
        Documents(html, call, gap, find, cancellationToken);
        html.AddMarkup("<section class=\"card\"><h2>An entry answers it already</h2>\n");
        Form.Begin(html, call, PathOf(gap.Id)).Line("entry", "Name of the entry", "", "As its page shows it under ‘Kept by’: the questions above become ways to ask for it.", max: FaqId.MaxLength).BeginButtons().Button("Add to that entry", "add").EndButtons().End();
        html.AddMarkup("</section>\n<section class=\"card\"><h2>It is not ours</h2>\n<p class=\"hint\">Asked in these words, nothing answers from then on; it is counted and opens no gap.</p>\n<div class=\"actions\">");
        Form.Press(html, call, PathOf(gap.Id), "Not for this bot", "notours", "plain danger");
        html.AddMarkup("</div></section>\n");
    }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (Part.Gaps.Path, "Gaps"));

    private static void Entry(Html html, SignedIn call, GapView gap)
    {
        var draft = GapDesk.Draft(gap);
        html.AddMarkup("<section class=\"card\"><h2>Make an entry</h2>\n");
        Form.Begin(html, call, PathOf(gap.Id)).Line("title", "Question", draft.Title ?? "", max: FaqContent.MaxTitleLength)
            .Text("phrasings", "Other ways to ask it", string.Join('\n', draft.Phrasings ?? []), "One a line.", rows: 4)
            .Text("answer", "Answer", "", "You choose passages and publish on the next page.", rows: 4, max: FaqContent.MaxAnswerLength)
            .BeginButtons().Button("Make a draft of it", "entry", "main-button").EndButtons().End();
        html.AddMarkup("</section>\n");
    }

    private void Documents(Html html, SignedIn call, GapView gap, string find, CancellationToken cancellationToken)
    {
        html.AddMarkup("<section class=\"card\"><h2>It is in the documents</h2>\n");
        html.Add($"<form method=\"get\" action=\"{PathOf(gap.Id)}\" class=\"find\" role=\"search\"><div class=\"field\"><label for=\"q\">Find the passage</label><input type=\"search\" id=\"q\" name=\"q\" value=\"{(find.Length > 0 ? find : gap.Title)}\" maxlength=\"300\" dir=\"auto\"></div><button class=\"plain\">Find</button></form>\n");
        foreach (var passage in desk.Look(find.Length > 0 ? find : gap.Title, PassagesShown, cancellationToken))
        {
            html.Add($"<div class=\"hit\"><p class=\"facts\" dir=\"auto\">{string.Join(" › ", passage.HeadingPath.Prepend(passage.Title))}</p><blockquote dir=\"auto\"><p>{passage.Text}</p></blockquote>");
            Form.Press(html, call, PathOf(gap.Id), "This passage answers it", "point", hidden: ("passage", string.Create(CultureInfo.InvariantCulture, $"{passage.Id.Document}#{passage.Id.Ordinal}")));
            html.AddMarkup("</div>\n");
        }

        html.AddMarkup("</section>\n");
    }

    private void Facts(Html html, GapView gap)
    {
        Listing.Badge(html, gap.Count == 1 ? "asked once" : $"asked {gap.Count} times", "live");
        foreach (var (reason, count) in gap.PerReason)
        {
            html.Add($"{count} {InWords(reason)} · ");
        }

        html.Add($"{string.Join(", ", gap.PerScope.Take(3).Select(s => entries.ScopeName(s.Key.Length == 0 ? null : s.Key)))} · last ");
        Listing.When(html, gap.Latest);
    }

    private static PassageId? PassageOf(string text) => text.LastIndexOf('#') is > 0 and var at && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? new PassageId(text[..at], ordinal) : null;

    private static string InWords(GapReason reason) => reason switch { GapReason.Unanswered => "unanswered", GapReason.NotHelpful => "not helpful", _ => "brought to moderators" };

    private static string InWords(GapState state) => state switch { GapState.Open => "open", GapState.Answered => "Answered by an entry", GapState.InTheDocuments => "In the documents", _ => "Not ours" };
}
