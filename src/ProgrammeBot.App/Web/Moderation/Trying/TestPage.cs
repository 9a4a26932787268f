using System.Text.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Contract;
using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Channels;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Intents;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Trying;

/// <summary>Asks as a student would, and shows how the reply came about. Nothing of it is counted or kept.</summary>
internal sealed class TestPage(Shell shell, IAnswerer answerer, ScopeCatalog scopes, SourceLinks links, IFaqBooks books, FaqDesk desk, GatedEdits edits)
{
    private const int Candidates = 5;

    public Task<IResult> ShowAsync(SignedIn call) => Task.FromResult(Page(call, call.Asked("q"), Known(call.Asked("scope")), null, []));

    public async Task<IResult> AskAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        var (question, scope) = (StoredText.Clean(form.Typed("question")).Trim(), Known(form.Line("scope")));
        if (question.Length is 0 or > Question.MaxLength)
        {
            return Page(call, question, scope, null, []);
        }

        if (form.Typed("do") == "reject" && FaqId.TryParse(form.Typed("entry"), out var entry))
        {
            return await RejectAsync(call, entry, question, cancellationToken);
        }

        if (form.Typed("do") == "phrasing" && FaqId.TryParse(form.Typed("entry"), out entry))
        {
            return await AddPhrasingAsync(call, entry, question, cancellationToken);
        }

        var answered = answerer.Answer(new Question(question) { Scope = scope.Length > 0 ? scope : null }, cancellationToken);
        return Page(call, question, scope, answered, await CandidatesAsync(question, cancellationToken));
    }

    private IResult Page(SignedIn call, string question, string scope, Answered? answered, IReadOnlyList<(FaqEntry Entry, double Score)> candidates) => shell.Page(call, Part.Test, "Ask and explain", html =>
    {
        html.AddMarkup("<p class=\"lead\">Ask as a student would. You see the reply as the chat shows it, and each step that led to it. Nothing is counted or kept.</p>\n");
        Form.Begin(html, call, Part.Test.Path, "ask")
            .Text("question", "Question", question, rows: 2, max: Question.MaxLength)
            .Choice("scope", "Asked about", scopes.Scopes.Where(s => s.Kind >= ScopeKind.Programme).Select(s => (s.Id, s.Name)).Prepend(("", "nothing in particular")), scope)
            .BeginButtons().Button("Ask", "ask", "main-button").EndButtons().End();
        if (answered is null)
        {
            return;
        }

        Reply(html, answered);
        Mend(html, call, question, scope, answered.Reply, candidates);
        Trace(html, answered);
    });

    // The chat's own script writes it again as the chat does; what stands here is for readers without it.
    private void Reply(Html html, Answered answered)
    {
        var json = JsonSerializer.Serialize(ReplyContract.From("test", answered, links), ContractJson.Default.ReplyContract);
        html.Add($"<section class=\"card\"><h2>Reply</h2>\n<div id=\"reply\" class=\"reply\" data-reply=\"{json}\"><p class=\"words asis\" dir=\"auto\">{answered.Reply.Text}</p>\n");
        html.AddMarkup("<ol>");
        foreach (var citation in answered.Reply.Citations)
        {
            html.Add($"<li dir=\"auto\"><a href=\"{CitedField.PageOf(citation)}\">{citation.Document.Title} › {citation.Section}</a><blockquote><p>{citation.Quote}</p></blockquote></li>\n");
        }

        html.AddMarkup("</ol></div></section>\n");
        html.AddMarkup("""
            <dialog id="passage" aria-labelledby="passage-title"><header><h2 id="passage-title" tabindex="-1">Passage</h2>
            <button type="button" id="passage-close" aria-label="Close the passage">Close</button></header><div id="passage-body"></div></dialog>

            """);
    }

    private static void Mend(Html html, SignedIn call, string question, string scope, Reply reply, IReadOnlyList<(FaqEntry Entry, double Score)> candidates)
    {
        var from = (reply as Answer)?.Faq ?? (reply as Abstain)?.Faq;
        html.AddMarkup("<section class=\"card\"><h2>Fix this</h2>\n<div class=\"actions\">\n");
        if (FaqId.TryParse(from, out var id) && candidates.FirstOrDefault(c => c.Entry.Id == id).Entry is { } entry && call.Who.MayChange(entry.Content))
        {
            html.Add($"<a class=\"main-button\" href=\"{EntryPages.PathOf(id)}/edit\">Edit the entry it came from</a>\n");
            Form.Press(html, call, Part.Test.Path, "It must not answer this", "reject", "plain", ("question", question), ("scope", scope), ("entry", from));
        }

        var form = Form.Begin(html, call, EntryWriting.NewPath + "/begin", "press").Hidden("title", Shortened(question)).Hidden("scope", scope);
        foreach (var citation in reply.Citations)
        {
            form.Hidden("cite", CitedField.Of(citation.Document.Id, citation.Version, citation.Spans));
        }

        form.Button("Make an entry of it", "begin").End();
        html.AddMarkup("</div>\n");
        if (candidates.Count > 0)
        {
            html.AddMarkup("<h3>Entries that are nearest</h3>\n<ul class=\"rows\">\n");
            foreach (var (near, score) in candidates)
            {
                html.Add($"<li><p class=\"title\"><a href=\"{EntryPages.PathOf(near.Id)}\" dir=\"auto\">{near.Content.Title}</a></p><p class=\"facts\">score {score.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}</p>");
                if (call.Who.MayChange(near.Content) && question.Length <= FaqContent.MaxPhrasingLength)
                {
                    html.AddMarkup("<div class=\"actions\">");
                    Form.Press(html, call, Part.Test.Path, "Add these words as a way to ask it", "phrasing", "plain", ("question", question), ("scope", scope), ("entry", near.Id.ToString()));
                    html.AddMarkup("</div>");
                }

                html.AddMarkup("</li>\n");
            }

            html.AddMarkup("</ul>\n");
        }

        html.AddMarkup("</section>\n");
    }

    private static void Trace(Html html, Answered answered)
    {
        html.Add($"<section class=\"card\"><h2>How it came about</h2>\n<p class=\"facts\">{answered.Elapsed.TotalMilliseconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} ms</p>\n");
        html.AddMarkup("<div class=\"table\" role=\"region\" aria-label=\"Steps\" tabindex=\"0\"><table class=\"trace\"><thead><tr><th scope=\"col\">Step</th><th scope=\"col\">What it found</th></tr></thead><tbody>\n");
        foreach (var line in answered.Trace.Lines)
        {
            html.Add($"<tr><th scope=\"row\">{line.Step}</th><td class=\"asis\" dir=\"auto\">{line.Finding}</td></tr>\n");
        }

        html.AddMarkup("</tbody></table></div></section>\n");
    }

    private async Task<IReadOnlyList<(FaqEntry Entry, double Score)>> CandidatesAsync(string question, CancellationToken cancellationToken)
    {
        var near = new List<(FaqEntry, double)>();
        foreach (var match in books.Current.MatchNamed(question, Candidates))
        {
            if (FaqId.TryParse(match.Entry, out var id) && await desk.FindAsync(id, cancellationToken) is { } entry)
            {
                near.Add((entry, match.Score));
            }
        }

        return near;
    }

    private async Task<IResult> RejectAsync(SignedIn call, FaqId id, string question, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is not { } entry ? shell.Missing(call, Part.Test)
        : !call.Who.MayChange(entry.Content) ? shell.Forbidden(call, Part.Test, $"The entry is for the role ‘{entry.Content.OwnerRole}’.")
        : Shell.To(EntryPages.PathOf(id), await desk.RejectAsync(id, question, new FaqAuthor(call.Who.Name), cancellationToken) is FaqOutcome.Rejected ? "rejected" : "unchanged");

    private async Task<IResult> AddPhrasingAsync(SignedIn call, FaqId id, string question, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } entry)
        {
            return shell.Missing(call, Part.Test);
        }

        if (!call.Who.MayChange(entry.Content))
        {
            return shell.Forbidden(call, Part.Test, $"The entry is for the role ‘{entry.Content.OwnerRole}’.");
        }

        var draft = new FaqDraft { Phrasings = [.. entry.Content.Phrasings, question] };
        return Shell.To(EntryPages.PathOf(id), (await edits.EditAsync(id, entry.Revision, draft, call.Who, "A way to ask, from the test page", null, cancellationToken)).Outcome switch
        {
            FaqOutcome.Saved { Entry.Content.Status: var status } when status == entry.Content.Status => "phrasing",
            FaqOutcome.Saved { Entry.Content.Status: FaqStatus.Review } => "review",
            FaqOutcome.Saved => "draft",
            FaqOutcome.Conflict => "meanwhile",
            _ => "unchanged",
        });
    }

    private static string Shortened(string question) => StoredText.CleanLine(question) is var line && line.Length > FaqContent.MaxTitleLength ? line[..FaqContent.MaxTitleLength] : line;

    private string Known(string scope) => scopes.Find(scope) is null ? "" : scope;
}
