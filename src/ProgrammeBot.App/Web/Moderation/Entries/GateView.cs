using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Shows what an edit would change: each answer as it is beside what it would be. It informs, and never blocks.</summary>
internal static class GateView
{
    private const int Shown = 20;

    public static void Write(Html html, GateReport report)
    {
        html.Add($"<section class=\"card\" id=\"gate\"><h2>What would be answered otherwise</h2>\n<p class=\"facts\">{report.Summary}</p>\n");
        foreach (var like in report.Like)
        {
            html.AddMarkup("<p>");
            Listing.Badge(html, "alike", "warn");
            if (like.Item.Source is null && FaqId.TryParse(like.Item.Id, out var id))
            {
                html.Add($"<a href=\"{EntryPages.PathOf(id)}\" dir=\"auto\">{like.Item.Content.Title}</a> answers ‘<bdi>{like.Asked}</bdi>’ already.</p>\n");
            }
            else
            {
                html.Add($"The documents answer ‘<bdi>{like.Asked}</bdi>’ already: <span dir=\"auto\">{like.Item.Content.Title}</span>.</p>\n");
            }
        }

        foreach (var change in report.Changes.Take(Shown))
        {
            html.AddMarkup("<h3 dir=\"auto\">");
            if (change.Breaks || change.Mends)
            {
                Listing.Badge(html, change.Breaks ? "breaks a test" : "mends a test", change.Breaks ? "warn" : "live");
            }

            html.Add($"{change.Question.Text}</h3>\n<p class=\"facts\">{Origin(change.Question)}</p>\n<div class=\"old-new\">\n");
            Side(html, "Now", change.Before);
            Side(html, "Then", change.After);
            html.AddMarkup("</div>\n");
        }

        if (report.Changes.Count > Shown)
        {
            html.Add($"<p class=\"hint\">… and {report.Changes.Count - Shown} more.</p>\n");
        }

        foreach (var fault in report.Faults)
        {
            html.Add($"<p class=\"fault\">{fault}</p>\n");
        }

        html.AddMarkup("</section>\n");
    }

    private static void Side(Html html, string name, GateAnswer answer)
    {
        html.Add($"<div><p class=\"facts\"><strong>{name}</strong>, {(answer.Kind == ReplyKind.Abstain && answer.Entry is null ? "not answered" : "from " + answer.Origin)}</p><p dir=\"auto\">{answer.Text}</p>");
        if (answer.Failed is { } wrong)
        {
            html.Add($"<p class=\"fault\">{wrong}</p>");
        }

        html.AddMarkup("</div>\n");
    }

    private static string Origin(GateQuestion question) => question.Origin switch
    {
        GateOrigin.Entry => "A way to ask for this entry",
        GateOrigin.Test => $"Test {question.From}",
        GateOrigin.Neighbour => $"A way to ask for the entry {question.From}",
        GateOrigin.Gap => "Asked in vain",
        _ => "Asked lately",
    };
}
