using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.People;

/// <summary>What people thought of answers: each vote, and the sums by entry and by document.</summary>
internal sealed class FeedbackPages(Shell shell, IStore store, ICorpusSource corpora)
{
    private const int AtOnce = 1000;
    private const int Most = 2000;

    public async Task<IResult> ListAsync(SignedIn call, CancellationToken cancellationToken)
    {
        List<(Feedback Vote, AnswerRecord? Answer)> seen;
        Dictionary<FaqId, string> titles;
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            seen = [];
            foreach (var vote in await LatestAsync(unit, cancellationToken))
            {
                // A vote whose answer nobody knows any more belongs to no place: only the operator sees it.
                var answer = await unit.Answers.FindAsync(vote.Answer, cancellationToken);
                if (call.Who.Sees(answer?.Within))
                {
                    seen.Add((vote, answer));
                }
            }

            titles = (await unit.Faq.ListAsync(null, cancellationToken)).ToDictionary(e => e.Id, e => e.Content.Title);
        }

        var (words, which) = (call.Asked("q"), call.Asked("vote"));
        List<(Feedback Vote, AnswerRecord? Answer)> shown = [.. seen.Where(s =>
            (words.Length == 0 || s.Vote.Words.Contains(words, StringComparison.OrdinalIgnoreCase))
            && (which.Length == 0 || (which == "helpful" ? s.Vote.Vote == Vote.Helpful : which == "not" ? s.Vote.Vote == Vote.NotHelpful : s.Vote.Reason?.ToString() == which)))];
        return shell.Page(call, Part.Feedback, "Feedback", html =>
        {
            html.AddMarkup("<p class=\"lead\">What people thought of answers. Who voted is kept nowhere.</p>\n");
            var corpus = corpora.Current;
            Sums(html, "By entry", "Entry", seen.Where(s => s.Answer?.Faq is not null).GroupBy(s => s.Answer!.Faq!.Value.Id, s => s.Vote).Select(g => (titles.GetValueOrDefault(g.Key) ?? g.Key.ToString(), EntryPages.PathOf(g.Key), g.ToList())));
            Sums(html, "By document", "Document", seen.SelectMany(s => (s.Answer?.Passages ?? []).Select(p => (p.Cited.DocumentId, s.Vote)).Distinct()).GroupBy(p => p.DocumentId, p => p.Vote)
                .Select(g => (corpus.Find(g.Key)?.Metadata.Title ?? g.Key, SourcePages.PathOf(g.Key), g.ToList())));
            html.AddMarkup("<h2>Votes</h2>\n");
            Listing.Filters(html, call, Part.Feedback.Path, "Words", ("vote", "Vote", [("", "any"), ("not", "not helpful"), ("helpful", "helpful"), .. Enum.GetValues<FeedbackReason>().Select(r => (r.ToString(), InWords(r)))]));
            Listing.Rows(
                html, call, Part.Feedback.Path, shown, "1 vote", "votes",
                none => none.AddMarkup(seen.Count == 0 ? "<p><strong>Nobody voted yet.</strong> Under each answer people can say whether it helped.</p>" : "<p><strong>No vote fits.</strong> Try fewer words or filters.</p>"),
                (row, one) =>
                {
                    row.AddMarkup("<p class=\"facts\">");
                    Listing.Badge(row, one.Vote.Vote == Vote.Helpful ? "helpful" : one.Vote.Reason is { } reason ? InWords(reason) : "not helpful", one.Vote.Vote == Vote.Helpful ? "live" : "warn");
                    Listing.When(row, one.Vote.At);
                    if (one.Answer?.Faq is { } entry)
                    {
                        row.Add($" · <a href=\"{EntryPages.PathOf(entry.Id)}\" dir=\"auto\">{titles.GetValueOrDefault(entry.Id) ?? entry.Id.ToString()}</a>, revision {entry.Revision}");
                    }

                    foreach (var passage in (one.Answer?.Passages ?? []).Take(4))
                    {
                        row.Add($" · <a href=\"{SourcePages.PathOf(passage.Cited.DocumentId)}?v={Uri.EscapeDataString(passage.Cited.Version)}&s={string.Join(',', passage.Spans.Select(s => $"{s.Start}-{s.End}"))}#mark\" dir=\"auto\">{corpus.Find(passage.Cited.DocumentId)?.Metadata.Title ?? passage.Cited.DocumentId}</a>");
                    }

                    row.AddMarkup("</p>");
                    if (one.Vote.Words.Length > 0)
                    {
                        row.Add($"<p class=\"said\" dir=\"auto\">{one.Vote.Words}</p>");
                    }
                });
        });
    }

    private static async Task<IEnumerable<Feedback>> LatestAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var all = new List<Feedback>();
        for (var after = default(FeedbackId); await unit.Feedback.ListAsync(after, AtOnce, cancellationToken) is { Count: > 0 } page; after = page[^1].Id)
        {
            all.AddRange(page);
            all.RemoveRange(0, Math.Max(0, all.Count - Most));
        }

        all.Reverse();
        return all;
    }

    private static void Sums(Html html, string title, string column, IEnumerable<(string Name, string Path, List<Feedback> Votes)> groups)
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
