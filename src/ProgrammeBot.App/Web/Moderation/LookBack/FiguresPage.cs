using System.Globalization;
using ProgrammeBot.App.Web.Moderation.Entries;
using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.LookBack;

/// <summary>How much is asked and how much of it is answered, week by week; what is asked about, and which entries answer.</summary>
internal sealed class FiguresPage(Shell shell, IStore store, EntryPages entries, TimeProvider time)
{
    private const int Weeks = 13;
    private const int Top = 10;
    private const int MostEntries = 300;
    private const int MostReplies = 1000;

    public async Task<IResult> ShowAsync(SignedIn call, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * (Weeks - 1)));
        var since = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        IReadOnlyList<AnswerCount> counts;
        IReadOnlyList<GapQuestion> gaps;
        var used = new List<(FaqEntry Entry, int Count)>();
        await using (var unit = await store.ReadAsync(cancellationToken))
        {
            counts = [.. (await unit.Answers.CountAsync(since, cancellationToken)).Where(c => c.Kind != ReplyKind.SmallTalk && call.Who.Sees(c.Within))];
            gaps = [.. (await unit.Gaps.QuestionsAsync(null, since, cancellationToken)).Where(q => call.Who.Sees(q.Within))];
            foreach (var entry in (await unit.Faq.ListLiveAsync(cancellationToken)).Take(MostEntries))
            {
                var count = (await unit.Answers.FromAsync(entry.Id, MostReplies, cancellationToken)).Count(a => a.At >= since && call.Who.Sees(a.Within));
                if (count > 0)
                {
                    used.Add((entry, count));
                }
            }
        }

        var weeks = Enumerable.Range(0, Weeks).Select(n => first.AddDays(7 * n)).ToList();
        var asked = weeks.ConvertAll(w => In(counts, w).Sum(c => c.Count));
        var answered = weeks.ConvertAll(w => In(counts, w).Where(c => c.Kind == ReplyKind.Answer).Sum(c => c.Count));
        var open = weeks.ConvertAll(w => gaps.Count(q => DateOnly.FromDateTime(q.At.UtcDateTime) is var day && day >= w && day < w.AddDays(7)));
        return shell.Page(call, Part.Figures, "Figures", html =>
        {
            html.AddMarkup("<p class=\"lead\">The last thirteen weeks, by what was answered where you moderate. Nobody’s name is in them.</p>\n");
            if (asked.Sum() == 0)
            {
                html.AddMarkup("<div class=\"nothing\"><p><strong>Nothing was asked yet in these weeks.</strong> The figures come by themselves once people ask.</p></div>\n");
            }

            Questions(html, weeks, asked, answered);
            Shares(html, weeks, asked, answered);
            html.AddMarkup("<section class=\"card\"><h2>Questions without a good answer, by week</h2>\n");
            Plot.Bars(html, "gaps", "Questions without a good answer, by week", $"{open.Sum()} in thirteen weeks, {open[^1]} in this one.", [.. weeks.Zip(open, (w, n) => (Name(w), n, n))]);
            Plot.Table(html, "Questions without a good answer, by week", ["Week from", "Questions"], weeks.Zip(open, (w, n) => (IReadOnlyList<string>)[Day(w), Number(n)]));
            html.AddMarkup("</section>\n");
            Ranking(html, "What is asked about", "Programme", counts.GroupBy(c => c.Scope).Select(g => (entries.ScopeName(g.Key), (string?)null, g.Sum(c => c.Count))));
            Ranking(html, "Entries that answer most", "Entry", used.Select(u => (u.Entry.Content.Title, (string?)EntryPages.PathOf(u.Entry.Id), u.Count)));
        });
    }

    private static void Questions(Html html, List<DateOnly> weeks, List<int> asked, List<int> answered)
    {
        html.AddMarkup("<section class=\"card\"><h2>Questions a week</h2>\n<p class=\"facts\">The coloured part was answered.</p>\n");
        Plot.Bars(
            html, "asked", "Questions a week", $"{asked.Sum()} questions in thirteen weeks, {answered.Sum()} of them answered; {asked[^1]} in this week.",
            [.. weeks.Select((w, i) => (Name(w), asked[i], answered[i]))]);
        Plot.Table(html, "Questions a week", ["Week from", "Asked", "Answered"], weeks.Select((w, i) => (IReadOnlyList<string>)[Day(w), Number(asked[i]), Number(answered[i])]));
        html.AddMarkup("</section>\n");
    }

    private static void Shares(Html html, List<DateOnly> weeks, List<int> asked, List<int> answered)
    {
        html.AddMarkup("<section class=\"card\"><h2>Share that was answered</h2>\n");
        var shares = weeks.Select((w, i) => (Name(w), asked[i] == 0 ? (double?)null : answered[i] / (double)asked[i])).ToList();
        Plot.Line(html, "share", "Share of questions that was answered, by week", asked.Sum() == 0 ? "Nothing was asked." : $"{Percent(answered.Sum() / (double)asked.Sum())} over thirteen weeks.", shares);
        Plot.Table(html, "Share that was answered", ["Week from", "Answered"], weeks.Zip(shares, (w, s) => (IReadOnlyList<string>)[Day(w), s.Item2 is { } share ? Percent(share) : "none asked"]));
        html.AddMarkup("</section>\n");
    }

    private static void Ranking(Html html, string title, string column, IEnumerable<(string Name, string? Path, int Count)> items)
    {
        var top = items.OrderByDescending(i => i.Count).ThenBy(i => i.Name, StringComparer.Ordinal).Take(Top).ToList();
        html.Add($"<section class=\"card\"><h2>{title}</h2>\n");
        if (top.Count == 0)
        {
            html.AddMarkup("<p class=\"hint\">Nothing yet.</p></section>\n");
            return;
        }

        html.Add($"<div class=\"table narrow\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">{column}</th><th scope=\"col\">Replies</th></tr></thead><tbody>\n");
        foreach (var (name, path, count) in top)
        {
            html.AddMarkup("<tr><th scope=\"row\" dir=\"auto\">");
            _ = path is null ? html.Add($"{name}") : html.Add($"<a href=\"{path}\">{name}</a>");
            html.Add($"</th><td class=\"number\">{count}</td></tr>\n");
        }

        html.AddMarkup("</tbody></table></div></section>\n");
    }

    private static IEnumerable<AnswerCount> In(IReadOnlyList<AnswerCount> counts, DateOnly week) => counts.Where(c => c.Day >= week && c.Day < week.AddDays(7));

    private static string Name(DateOnly week) => week.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Day(DateOnly week) => week.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);
}
