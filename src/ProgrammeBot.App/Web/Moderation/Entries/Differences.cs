using ProgrammeBot.App.Web.Reading;
using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation.Entries;

/// <summary>Shows what changed between two contents of an entry: what went is struck out, what came is underlined; both are said to screen readers.</summary>
internal static class Differences
{
    public static void Write(Html html, FaqContent? before, FaqContent after) => Write(html, FaqDiff.Of(before, after));

    public static void Write(Html html, FaqDiff difference)
    {
        if (difference.IsSame)
        {
            html.AddMarkup("<p class=\"hint\">They say the same.</p>\n");
            return;
        }

        html.AddMarkup("<dl class=\"differences\">\n");
        foreach (var field in difference.Fields)
        {
            html.Add($"<dt>{Named(field.Field)}</dt><dd>");
            if (field.IsList)
            {
                html.AddMarkup("<ul>");
                foreach (var span in field.Change.Spans.Where(s => s.Kind != DiffKind.Kept))
                {
                    Write(html.AddMarkup("<li dir=\"auto\">"), span);
                    html.AddMarkup("</li>");
                }

                html.AddMarkup("</ul>");
            }
            else
            {
                html.AddMarkup("<p dir=\"auto\">");
                foreach (var span in field.Change.Spans)
                {
                    Write(html, span);
                }

                html.AddMarkup("</p>");
            }

            html.AddMarkup("</dd>\n");
        }

        html.AddMarkup("</dl>\n");
    }

    private static void Write(Html html, DiffSpan span) => _ = span.Kind switch
    {
        DiffKind.Removed => html.Add($"<del>{span.Text}</del>"),
        DiffKind.Added => html.Add($"<ins>{span.Text}</ins>"),
        _ => html.Add($"{span.Text}"),
    };

    private static string Named(string field) => field switch
    {
        nameof(FaqContent.Title) => "Question",
        nameof(FaqContent.Phrasings) => "Other ways to ask it",
        nameof(FaqContent.Citations) => "Passages",
        nameof(FaqContent.OwnerRole) => "Owner",
        "ValidFrom" => "Valid from",
        "ValidUntil" => "Valid until",
        "FollowUps" => "Follow-ups",
        _ => field,
    };
}
