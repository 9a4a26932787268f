using System.Globalization;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Replies given earlier, put right where they stand: looked at first, sent when a person says so, and told what came of it.</summary>
internal sealed class CorrectionPages(Shell shell, FaqDesk desk, CorrectionDesk corrections, ImpactDesk impact, IStore store, IHostApplicationLifetime life)
{
    public const string SourcesPath = "/moderate/sources/replies";

    private const int MostWords = 200;

    public static string PathOf(FaqId id) => EntryPages.PathOf(id) + "/replies";

    /// <summary>A line on another page: how many stand, and the way to look at them; nothing where none do.</summary>
    public static void Line(Html html, StandingReplies standing, string from, string path, CorrectionsNoted? latest, bool isNews)
    {
        if (standing.Messages == 0)
        {
            return;
        }

        html.AddMarkup(isNews ? "<p class=\"notice\">" : "<p class=\"hint\">").Add($"{Count(standing)} given from {from} still {(standing.Messages == 1 ? "stands" : "stand")} ({Where(standing)}). ");
        Noted(html, latest);
        html.Add($"<a href=\"{path}\">Look at {(standing.Messages == 1 ? "it" : "them")}</a></p>\n");
    }

    public async Task<IResult> OfEntryAsync(SignedIn call, CancellationToken cancellationToken) =>
        await EntryAsync(call, cancellationToken) is { } entry ? await PageAsync(call, entry, "", null, cancellationToken) : shell.Missing(call, Part.Entries);

    public Task<IResult> OfSourcesAsync(SignedIn call, CancellationToken cancellationToken) => PageAsync(call, null, "", null, cancellationToken);

    public async Task<IResult> SendOfEntryAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) =>
        await EntryAsync(call, cancellationToken) is { } entry ? await SendAsync(call, form, entry, cancellationToken) : shell.Missing(call, Part.Entries);

    public Task<IResult> SendOfSourcesAsync(SignedIn call, IFormCollection form, CancellationToken cancellationToken) => SendAsync(call, form, null, cancellationToken);

    private async Task<IResult> SendAsync(SignedIn call, IFormCollection form, FaqEntry? entry, CancellationToken cancellationToken)
    {
        var what = StoredText.CleanLine(form.Typed("what"));
        if (what.Length > MostWords)
        {
            return await PageAsync(call, entry, what, $"That has {what.Length} characters; at most {MostWords} are sent.", cancellationToken);
        }

        var found = await FindAsync(call, entry, cancellationToken);
        if (form.Typed("seen") != Seen(entry, found))
        {
            return await PageAsync(call, entry, what, "Something changed since you looked: nothing was sent. Look again, then send.", cancellationToken);
        }

        // A browser that goes away does not stop it half-way; the end of the program does.
        await corrections.SendAsync(found, what, call.Who, life.ApplicationStopping);
        return Shell.To(entry is null ? SourcesPath : PathOf(entry.Id), "corrected");
    }

    private async Task<IResult> PageAsync(SignedIn call, FaqEntry? entry, string what, string? fault, CancellationToken cancellationToken)
    {
        var found = await FindAsync(call, entry, cancellationToken);
        var latest = await corrections.LatestAsync(entry?.Id, call.Who, cancellationToken);
        var today = await TodayAsync(entry, cancellationToken);
        var path = entry is null ? SourcesPath : PathOf(entry.Id);
        return shell.Page(call, entry is null ? Part.Sources : Part.Entries, "Replies given earlier", html =>
        {
            html.Add($"<p class=\"lead\">{(found.Messages == 0 ? "No reply" : Count(found))} {(entry is null ? "that quoted words which are gone from the documents" : "given from earlier wording")} still {(found.Messages <= 1 ? "stands" : "stand")}{(found.Messages == 0 ? "" : $": {Where(found)}")}.</p>\n");
            if (latest is not null)
            {
                Noted(html.AddMarkup("<p class=\"hint\">"), latest);
                html.AddMarkup("</p>\n");
            }

            if (found.Messages == 0)
            {
                html.AddMarkup("<p class=\"hint\">Private replies are gone by themselves, and messages older than references are kept cannot be found.</p>\n");
                return;
            }

            html.AddMarkup("<section class=\"card\"><h2>What they would say</h2>\n");
            html.AddMarkup(entry is null ? "<p>Where an entry answered, what it answers today. The others are taken back: whoever reads them is told that they no longer hold.</p>\n"
                : today is null ? "<p>Nothing is answered from this entry today: each is taken back, and whoever reads it is told that it no longer holds.</p>\n"
                : $"<div class=\"markdown\" dir=\"auto\">{SafeMarkdown.ToHtml(today.Answer)}</div>\n");
            Form.Begin(html, call, path).Hidden("seen", Seen(entry, found))
                .Line("what", "What changed, in one line", what, "Everybody who reads a reply sees it below. May be left blank.", fault, MostWords)
                .BeginButtons().Button(found.Messages == 1 ? "Put it right" : $"Put {found.Messages} messages right", "send", "main-button").EndButtons().End();
            html.AddMarkup("<p class=\"hint\">They are changed one after another, at the pace the platforms allow.</p></section>\n<h2>Where they stand</h2>\n");
            List<(AnswerRecord Answer, ReplyReference Reference)> rows = [.. found.Replies.SelectMany(r => r.References, (r, reference) => (r.Answer, reference))];
            Listing.Rows(html, call, path, rows, "1 message", "messages", _ => { }, (row, one) =>
            {
                row.Add($"<p class=\"facts\">{Platform(one.Reference.Place.Platform)}, <bdi>{one.Reference.Place}</bdi> · ");
                Listing.When(row, one.Answer.At);
                if (one.Answer.Faq is { } from)
                {
                    row.Add($" · <a href=\"{EntryPages.PathOf(from.Id)}\">{from.Id}</a>, revision {from.Revision}");
                }

                row.AddMarkup("</p>");
            });
        }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, entry is null ? (Part.Sources.Path, "Sources") : (EntryPages.PathOf(entry.Id), entry.Content.Title));
    }

    private async Task<StandingReplies> FindAsync(SignedIn call, FaqEntry? entry, CancellationToken cancellationToken) => entry is null
        ? await corrections.FindAsync(await impact.NowAsync(cancellationToken), call.Who, cancellationToken)
        : await corrections.FindAsync(entry.Id, call.Who, cancellationToken);

    private async Task<FaqContent?> TodayAsync(FaqEntry? entry, CancellationToken cancellationToken)
    {
        if (entry?.LiveRevision is not { } live)
        {
            return null;
        }

        await using var unit = await store.ReadAsync(cancellationToken);
        return (await unit.Faq.FindRevisionAsync(entry.Id, live, cancellationToken))?.Entry.Content;
    }

    private async Task<FaqEntry?> EntryAsync(SignedIn call, CancellationToken cancellationToken) =>
        FaqId.TryParse(call.Http.Request.RouteValues["id"] as string, out var id) ? await desk.FindAsync(id, cancellationToken) : null;

    /// <summary>What was on the page: which revision answers, and how many messages there were.</summary>
    private static string Seen(FaqEntry? entry, StandingReplies found) => string.Create(CultureInfo.InvariantCulture, $"{entry?.LiveRevision ?? 0}-{found.Messages}");

    private static void Noted(Html html, CorrectionsNoted? latest)
    {
        if (latest is not null)
        {
            html.Add($"Last put right ");
            Listing.When(html, latest.At);
            html.Add($": {latest.Sent.Done} changed, {latest.Sent.Failed} out of reach. ");
        }
    }

    private static string Count(StandingReplies found) => found.Messages == 1 ? "1 reply" : $"{found.Messages} replies";

    private static string Where(StandingReplies found) =>
        string.Join(", ", found.ByPlatform.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Value} in {Platform(p.Key)}"));

    private static string Platform(string name) => name switch { "discord" => "Discord", "teams" => "Teams", _ => name };
}
