using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;
using ProgrammeBot.Voting;

namespace ProgrammeBot.App.Web.Moderation.People;

/// <summary>What people thought of answers: each vote, and the sums by entry and by document.</summary>
internal sealed class FeedbackPages(Shell shell, FeedbackDesk desk, ICorpusSource corpora)
{
    private const int Most = 2000;

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var seen = await desk.LatestAsync(call.Who, Most, cancellationToken);
        var (words, which) = (call.Asked("q"), call.Asked("vote"));
        List<SeenVote> shown = [.. seen.Where(s =>
            (words.Length == 0 || s.Words.Contains(words, StringComparison.OrdinalIgnoreCase))
            && (which.Length == 0 || (which == "helpful" ? s.Vote == Vote.Helpful : which == "not" ? s.Vote == Vote.NotHelpful : s.Reason?.ToString() == which)))];
        return shell.Page(call, Part.Feedback, "Feedback", html =>
        {
            html.AddMarkup("<p class=\"lead\">What people thought of answers. Who voted is kept nowhere; what they wrote is shown without names, mails and numbers.</p>\n");
            var corpus = corpora.Current;
            Sums(html, "By entry", "Entry", seen.Where(s => s.Answer?.Faq is not null).GroupBy(s => s.Answer!.Faq!.Value.Id).Select(g => (g.First().Title ?? g.Key.ToString(), EntryPages.PathOf(g.Key), g.ToList())));
            Sums(html, "By document", "Document", seen.SelectMany(s => (s.Answer?.Passages ?? []).Select(p => p.Cited.DocumentId).Distinct(StringComparer.Ordinal).Select(d => (DocumentId: d, Vote: s))).GroupBy(p => p.DocumentId, p => p.Vote)
                .Select(g => (corpus.Find(g.Key)?.Metadata.Title ?? g.Key, SourcePages.PathOf(g.Key), g.ToList())));
            html.AddMarkup("<h2>Votes</h2>\n");
            Listing.Filters(html, call, Part.Feedback.Path, "Words", ("vote", "Vote", [("", "any"), ("not", "not helpful"), ("helpful", "helpful"), .. Enum.GetValues<FeedbackReason>().Select(r => (r.ToString(), InWords(r)))]));
            Listing.Rows(
                html, call, Part.Feedback.Path, shown, "1 vote", "votes",
                none => none.AddMarkup(seen.Count == 0 ? "<p><strong>Nobody voted yet.</strong> Under each answer people can say whether it helped.</p>" : "<p><strong>No vote fits.</strong> Try fewer words or filters.</p>"),
                (row, one) =>
                {
                    row.AddMarkup("<p class=\"facts\">");
                    Listing.Badge(row, one.Vote == Vote.Helpful ? "helpful" : one.Reason is { } reason ? InWords(reason) : "not helpful", one.Vote == Vote.Helpful ? "live" : "warn");
                    Listing.When(row, one.At);
                    if (one.Answer?.Faq is { } entry)
                    {
                        row.Add($" · <a href=\"{EntryPages.PathOf(entry.Id)}\" dir=\"auto\">{one.Title ?? entry.Id.ToString()}</a>, revision {entry.Revision}");
                    }

                    foreach (var passage in (one.Answer?.Passages ?? []).Take(4))
                    {
                        row.Add($" · <a href=\"{SourcePages.PathOf(passage.Cited.DocumentId)}?v={Uri.EscapeDataString(passage.Cited.Version)}&s={string.Join(',', passage.Spans.Select(s => $"{s.Start}-{s.End}"))}#mark\" dir=\"auto\">{corpus.Find(passage.Cited.DocumentId)?.Metadata.Title ?? passage.Cited.DocumentId}</a>");
                    }

                    row.AddMarkup("</p>");
                    if (one.Words.Length > 0)
                    {
                        row.Add($"<p class=\"said\" dir=\"auto\">{one.Words}</p>");
                    }
                });
        });
    }

    private static void Sums(Html html, string title, string column, IEnumerable<(string Name, string Path, List<SeenVote> Votes)> groups)
    {
        var worst = groups.OrderByDescending(g => g.Votes.Count(v => v.Vote == Vote.NotHelpful)).ThenBy(g => g.Name, StringComparer.Ordinal).Take(10).ToList();
        if (worst.Count == 0)
        {
            return;
        }

        html.Add($"<section class=\"card\"><h2>{title}</h2><div class=\"table\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{column}</th><th scope=\"col\">Helpful</th><th scope=\"col\">Not helpful</th><th scope=\"col\">Why not</th></tr></thead><tbody>\n");
        foreach (var (name, path, votes) in worst)
        {
            var reasons = string.Join(", ", votes.Where(v => v.Reason is not null).CountBy(v => v.Reason!.Value).OrderByDescending(r => r.Value).Select(r => $"{InWords(r.Key)} ({r.Value})"));
            html.Add($"<tr><th scope=\"row\" dir=\"auto\"><a href=\"{path}\">{name}</a></th><td class=\"number\">{votes.Count(v => v.Vote == Vote.Helpful)}</td><td class=\"number\">{votes.Count(v => v.Vote == Vote.NotHelpful)}</td><td>{reasons}</td></tr>\n");
        }

        html.AddMarkup("</tbody></table></div></section>\n");
    }

    private static string InWords(FeedbackReason reason) => reason switch
    {
        FeedbackReason.Wrong => "wrong",
        FeedbackReason.OutOfDate => "out of date",
        FeedbackReason.NotMyProgramme => "another programme",
        FeedbackReason.Unclear => "unclear",
        _ => "something else",
    };
}
