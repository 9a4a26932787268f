using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.LookBack;

/// <summary>Who did what, and who is signed in.</summary>
internal sealed class AuditPages(Shell shell, IStore store, SignInDesk desk)
{
    private const int Most = 2000;

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        IReadOnlyList<AuditRecord> all;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            all = [.. (await unit.Audit.ListAsync(default, Most, cancellationToken)).Where(r => call.Who.Sees(r.Within))];
        }

        var (words, action) = (call.Asked("q"), call.Asked("action"));
        List<AuditRecord> shown = [.. all.Where(r => (action.Length == 0 || r.Action == action)
            && (words.Length == 0 || $"{r.By} {r.Subject} {r.Detail}".Contains(words, StringComparison.OrdinalIgnoreCase)))];
        return shell.Page(call, Part.Audit, "Audit", html =>
        {
            html.Add($"<p class=\"lead\">Who did what, the newest first; the latest {Most}. What was changed in entries stands in their histories.</p>\n");
            Listing.Filters(html, call, Part.Audit.Path, "Person, subject or detail", ("action", "What", all.Select(r => r.Action).Distinct().Order(StringComparer.Ordinal).Select(a => (a, a)).Prepend(("", "anything"))));
            Listing.Rows(
                html, call, Part.Audit.Path, shown, "1 record", "records",
                none => none.AddMarkup("<p><strong>Nothing is recorded here.</strong> Try fewer words or filters.</p>"),
                (row, record) =>
                {
                    row.Add($"<p class=\"title\"><bdi>{record.By}</bdi>: {record.Action}</p><p class=\"facts\">");
                    Listing.When(row, record.Id.Value.At);
                    row.Add($" · <span dir=\"auto\">{record.Subject}</span> <span dir=\"auto\">{record.Detail}</span></p>");
                });
        });
    }

    public async Task<IResult> SignInsAsync(SignedIn call, CancellationToken cancellationToken)
    {
        if (!call.Who.IsOperator)
        {
            return shell.Missing(call, Part.Overview);
        }

        var open = await desk.ListAsync(cancellationToken);
        return shell.Page(call, Part.SignIns, "Sign-ins", html =>
        {
            html.AddMarkup("<p class=\"lead\">Links that can still be used, and sessions that are open. End whatever you do not know.</p>\n");
            Listing.Rows(
                html, call, Part.SignIns.Path, open, "1 is open", "are open", _ => { },
                (row, one) =>
                {
                    row.Add($"<p class=\"title\"><bdi>{one.Name}</bdi> as {one.Role}</p><p class=\"facts\">");
                    Listing.Badge(row, one.IsUsed ? one.Id == call.Session.Id ? "your session" : "session" : "link", one.IsUsed ? "live" : "draft");
                    row.Add($"{(one.Places is null ? "everything" : string.Join(", ", one.Places))} · until ");
                    Listing.When(row, one.ExpiresAt);
                    row.AddMarkup("</p>");
                    if (one.Id != call.Session.Id)
                    {
                        row.AddMarkup("<div class=\"actions\">");
                        Form.Press(row, call, Part.SignIns.Path, one.IsUsed ? "End it" : "Take it back", "end", "plain danger", ("id", one.Id.ToString()));
                        row.AddMarkup("</div>");
                    }
                });
        });
    }

    public async Task<IResult> EndAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        Shell.To(Part.SignIns.Path, SignInId.TryParse(form.Typed("id"), out var id) && await desk.EndAsync(id, call.Who.Name, cancellationToken) ? "ended" : "missing");
}
