using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>What waits, at a glance; each figure leads to its list.</summary>
internal sealed class OverviewPage(Shell shell, IStore store, ICorpusSource corpora, ScopeCatalog scopes, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        IReadOnlyList<FaqEntry> entries;
        int tickets, gaps, suggestions;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            entries = await unit.Faq.ListAsync(null, cancellationToken);
            tickets = (await unit.Tickets.ListAsync(null, now - Remembered, cancellationToken)).Count(t => call.Who.Sees(t.Place) && t.State is TicketState.Open or TicketState.Taken);
            var open = (await unit.Gaps.ListAsync(GapState.Open, cancellationToken)).Select(g => g.Id).ToHashSet();
            gaps = (await unit.Gaps.QuestionsAsync(null, now - Remembered, cancellationToken)).Where(q => open.Contains(q.Gap) && call.Who.Sees(q.Within)).DistinctBy(q => q.Gap).Count();
            suggestions = (await unit.Suggestions.ListAsync(SuggestionState.Open, cancellationToken)).Count(s => call.Who.Sees(s.Within));
        }

        var corpus = corpora.Current;
        var flags = entries.Where(e => e.Content.Status == FaqStatus.Live).SelectMany(e => EntryFlags.Of(e.Content, corpus, scopes, today)).ToLookup(f => f);
        return shell.Page(call, Part.Overview, "Overview", html =>
        {
            html.Add($"<p class=\"lead\">You moderate as <strong dir=\"auto\">{call.Who.Role}</strong>, {(call.Who.Places is null ? "for every place." : "for " + string.Join(", ", call.Who.Places) + ".")} Here is what waits.</p>\n");
            html.AddMarkup("<ul class=\"tiles\">\n");
            Tile(html, tickets, tickets == 1 ? "question for you" : "questions for you", Part.Tickets.Path);
            Tile(html, gaps, gaps == 1 ? "gap" : "gaps", Part.Gaps.Path);
            Tile(html, entries.Count(e => e.Content.Status == FaqStatus.Review), "to review", Part.Review.Path);
            Tile(html, suggestions, suggestions == 1 ? "suggestion" : "suggestions", Part.Suggestions.Path);
            Tile(html, flags[EntryFlags.Lost].Count(), "whose words are not found any more", Flagged(EntryFlags.Lost));
            Tile(html, flags[EntryFlags.Soon].Count(), "ending soon", Flagged(EntryFlags.Soon));
            html.AddMarkup("</ul>\n<h2>What there is</h2>\n<ul class=\"tiles\">\n");
            Tile(html, entries.Count(e => e.LiveRevision is not null), "entries that answer", Part.Entries.Path + "?status=live");
            Tile(html, entries.Count(e => e.Content.Status == FaqStatus.Draft), "drafts", Part.Entries.Path + "?status=draft");
            Tile(html, corpus.Documents.Count, "documents", Part.Sources.Path);
            html.AddMarkup("</ul>\n<div class=\"actions\">\n<a class=\"main-button\" href=\"/moderate/new-entry\">Write an entry</a>\n<a class=\"plain\" href=\"/moderate/test\">Ask and explain</a>\n</div>\n");
        });
    }

    private static string Flagged(string flag) => $"{Part.Entries.Path}?status=live&flag={Uri.EscapeDataString(flag)}";

    private static void Tile(Html html, int count, string words, string path) =>
        html.Add($"<li class=\"{(count == 0 ? "zero" : "")}\"><a href=\"{path}\"><strong>{count}</strong><span>{words}</span></a></li>\n");
}
