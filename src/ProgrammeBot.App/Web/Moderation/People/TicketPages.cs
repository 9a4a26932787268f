using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Stores;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.App.Web.Moderation.People;

/// <summary>Questions that people brought to the moderators: taken, answered, added to the FAQ, closed and opened again.</summary>
/// <remarks>Whoever asked is told by their platform's channel, which alone knows them: where none does that from here, the page says so.</remarks>
internal sealed class TicketPages(Shell shell, TicketDesk desk, FaqReviewDesk review, EntryPages entries, IStore store, UlidSource ids, AuditNotes audit, IEnumerable<ITicketAnswers> tellers, TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(180);

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var (words, state) = (call.Asked("q"), call.Asked("state"));
        var all = await desk.ListAsync(call.Who, time.GetUtcNow() - Shown, cancellationToken);
        List<Ticket> shown = [.. all.Where(t => (state.Length == 0 ? t.State is TicketState.Open or TicketState.Taken : state == "any" || t.State.ToString() == state)
            && (words.Length == 0 || t.Question.Contains(words, StringComparison.OrdinalIgnoreCase)))];
        return shell.Page(call, Part.Tickets, "Tickets", html =>
        {
            html.AddMarkup("<p class=\"lead\">Questions that people brought to the moderators, the oldest first. Who asked is known to their platform alone, and is forgotten once a ticket is closed.</p>\n");
            Listing.Filters(html, call, Part.Tickets.Path, "Words of the question", ("state", "State", [("", "waiting"), ("any", "any"), .. Enum.GetValues<TicketState>().Select(s => (s.ToString(), InWords(s)))]));
            Listing.Rows(
                html, call, Part.Tickets.Path, shown, "1 ticket", "tickets",
                none => none.AddMarkup("<p><strong>Nobody waits.</strong> Under an answer that did not help, people can bring their question here with ‘Ask a moderator’.</p>"),
                (row, ticket) =>
                {
                    row.Add($"<p class=\"title\"><a href=\"{PathOf(ticket.Id)}\" dir=\"auto\">{ticket.Question}</a></p><p class=\"facts\">");
                    Facts(row, ticket);
                    row.AddMarkup("</p>");
                });
        });
    }

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken) =>
        await FindAsync(call, cancellationToken) is { } ticket ? Page(call, ticket, "", null) : shell.Missing(call, Part.Tickets);

    public async Task<IResult> DoAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } ticket)
        {
            return shell.Missing(call, Part.Tickets);
        }

        switch (form.Typed("do"))
        {
            case "take":
                return After(await desk.TakeAsync(call.Who, ticket.Id, ids, cancellationToken), ticket.Id, "taken");
            case "close":
                return After(await desk.CloseAsync(call.Who, ticket.Id, ids, cancellationToken), ticket.Id, "closed");
            case "reopen":
                return After(await desk.ReopenAsync(call.Who, ticket.Id, ids, cancellationToken), ticket.Id, "reopened");
            case "answer" or "add":
                return await AnswerAsync(call, ticket, StoredText.Clean(form.Typed("answer")).Trim(), form.Typed("do") == "add", cancellationToken);
            default:
                return Page(call, ticket, "", null);
        }
    }

    private static string PathOf(TicketId id) => $"{Part.Tickets.Path}/{id}";

    private static IResult After(TicketOutcome outcome, TicketId id, string done) => Shell.To(PathOf(id), outcome switch { TicketOutcome.Done => done, TicketOutcome.Unchanged => "meanwhile", _ => "missing" });

    private async Task<Ticket?> FindAsync(SignedIn call, CancellationToken cancellationToken) =>
        TicketId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(call.Who, id, cancellationToken) : null;

    private async Task<IResult> AnswerAsync(SignedIn call, Ticket ticket, string answer, bool add, CancellationToken cancellationToken)
    {
        if (StoredText.FaultIn(answer, Ticket.MaxAnswerLength, lines: true) is { } fault)
        {
            return Page(call, ticket, answer, $"The answer {fault}.");
        }

        var (now, isFirst) = await desk.ChangeAsync(ticket.Id, t => TicketDesk.IsOpen(t) ? t.AnsweredBy(call.Who.Name, time.GetUtcNow(), answer) : null, cancellationToken);
        if (now is null || !isFirst)
        {
            return now is null ? shell.Missing(call, Part.Tickets) : Page(call, now, answer, "Somebody else ended it meanwhile. What you wrote stands below and was not sent.");
        }

        await using (var unit = await store.WriteAsync(cancellationToken))
        {
            await unit.Audit.AddAsync(audit.Of(call, "ticket answered", ticket.Id.ToString(), "", ticket.Place), cancellationToken);
            await unit.CommitAsync(cancellationToken);
        }

        var told = tellers.FirstOrDefault(t => t.Platform == ticket.Place.Platform) is { } teller && await teller.TellAsync(now, cancellationToken);
        if (!add)
        {
            return Shell.To(PathOf(ticket.Id), told ? "answered" : "nottold");
        }

        var title = StoredText.CleanLine(ticket.Question);
        var draft = new FaqDraft { Title = title.Length <= FaqContent.MaxTitleLength ? title : title[..FaqContent.MaxTitleLength], Answer = answer, Scope = ticket.Scope ?? "", Status = FaqStatus.Draft };
        if (await review.AddAsync(draft, call.Who, null, "a question that was asked", cancellationToken) is not FaqOutcome.Saved { Entry: var entry })
        {
            return Shell.To(PathOf(ticket.Id), told ? "answered" : "nottold");
        }

        await desk.ChangeAsync(ticket.Id, t => t with { Faq = entry.Id }, cancellationToken);
        return Shell.To(EntryPages.PathOf(entry.Id) + "/edit", told ? "answered" : "nottold");
    }

    private IResult Page(SignedIn call, Ticket ticket, string typed, string? fault) => shell.Page(call, Part.Tickets, "A question for a moderator", html =>
    {
        html.AddMarkup("<p class=\"facts\">");
        Facts(html, ticket);
        html.AddMarkup("</p>\n<section class=\"card\"><h2>Asked</h2>\n").Add($"<p class=\"asis\" dir=\"auto\">{ticket.Question}</p></section>\n");
        html.Add($"<section class=\"card\"><h2>What the bot had said</h2>\n<p class=\"asis\" dir=\"auto\">{(ticket.Reply.Length > 0 ? ticket.Reply : "Nothing.")}</p></section>\n");
        if (ticket.Answer is { } answer)
        {
            html.Add($"<section class=\"card\"><h2>Answered by <bdi>{ticket.Answered?.By}</bdi></h2>\n<p class=\"asis\" dir=\"auto\">{answer}</p></section>\n");
        }

        if (ticket.Faq is { } entry)
        {
            html.Add($"<p><a href=\"{EntryPages.PathOf(entry)}\">The entry it went to</a></p>\n");
        }

        if (fault is not null)
        {
            html.Add($"<p class=\"notice\" role=\"alert\">{fault}</p>\n");
        }

        if (TicketDesk.IsOpen(ticket))
        {
            var form = Form.Begin(html, call, PathOf(ticket.Id)).Text("answer", "Your answer", typed, "In your own words; it goes to whoever asked.", rows: 5, max: Ticket.MaxAnswerLength).BeginButtons()
                .Button("Answer", "answer", "main-button").Button("Answer and make an entry", "add");
            if (ticket.State == TicketState.Open)
            {
                form.Button("Take it", "take");
            }

            form.Button("Close without an answer", "close", "plain danger").EndButtons().End();
        }
        else
        {
            html.AddMarkup("<div class=\"actions\">");
            Form.Press(html, call, PathOf(ticket.Id), "Open it again", "reopen");
            html.AddMarkup("</div>\n");
        }
    }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (Part.Tickets.Path, "Tickets"));

    private void Facts(Html html, Ticket ticket)
    {
        Listing.Badge(html, InWords(ticket.State), ticket.State switch { TicketState.Open => "warn", TicketState.Taken => "review", TicketState.Answered => "live", _ => "" });
        html.Add($"{ticket.Place.Platform} · {entries.ScopeName(ticket.Scope)} · ");
        Listing.When(html, ticket.OpenedAt);
        if (ticket.Taken is { } taken)
        {
            html.Add($" · with <bdi>{taken.By}</bdi>");
        }
    }

    private static string InWords(TicketState state) => state switch { TicketState.Open => "open", TicketState.Taken => "taken", TicketState.Answered => "answered", _ => "closed" };
}
