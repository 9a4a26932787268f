using System.Globalization;
using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>What every list shares: its search and filters in the address, and its pages.</summary>
internal static class Listing
{
    public const int PerPage = 25;

    /// <summary>The form that searches and filters; by GET, so that a view can be kept and sent to others.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="call">What was asked for.</param>
    /// <param name="path">The list.</param>
    /// <param name="search">The label of the search box; null for none.</param>
    /// <param name="filters">Name, label and options of each; the first option is all.</param>
    public static void Filters(Html html, SignedIn call, string path, string? search, params (string Name, string Label, IEnumerable<(string Value, string Words)> Options)[] filters)
    {
        html.Add($"<form class=\"filters\" method=\"get\" action=\"{path}\" role=\"search\">\n");
        if (search is not null)
        {
            html.Add($"<div class=\"field grow\"><label for=\"q\">{search}</label><input type=\"search\" id=\"q\" name=\"q\" value=\"{call.Asked("q")}\" maxlength=\"200\" dir=\"auto\"></div>\n");
        }

        foreach (var (name, label, options) in filters)
        {
            html.Add($"<div class=\"field\"><label for=\"by-{name}\">{label}</label><select id=\"by-{name}\" name=\"{name}\">\n");
            Form.Options(html, options, call.Asked(name));
            html.AddMarkup("</select></div>\n");
        }

        html.AddMarkup("<button class=\"plain\">Show</button>\n</form>\n");
    }

    /// <summary>The items of the page asked for, how many there are, and the links to the others.</summary>
    public static void Rows<T>(Html html, SignedIn call, string path, IReadOnlyList<T> all, string one, string many, Action<Html> none, Action<Html, T> row)
    {
        if (all.Count == 0)
        {
            html.AddMarkup("<div class=\"nothing\">");
            none(html);
            html.AddMarkup("</div>\n");
            return;
        }

        var pages = (all.Count + PerPage - 1) / PerPage;
        var page = Math.Min(call.PageAsked, pages);
        var from = (page - 1) * PerPage;
        var shown = all.Skip(from).Take(PerPage).ToList();
        html.AddMarkup("<p class=\"count\">").Add($"{(all.Count == 1 ? one : string.Create(CultureInfo.InvariantCulture, $"{all.Count} {many}"))}{(pages > 1 ? string.Create(CultureInfo.InvariantCulture, $", {from + 1} to {from + shown.Count} shown") : "")}</p>\n");
        html.AddMarkup("<ul class=\"rows\">\n");
        foreach (var item in shown)
        {
            html.AddMarkup("<li>");
            row(html, item);
            html.AddMarkup("</li>\n");
        }

        html.AddMarkup("</ul>\n");
        if (pages > 1)
        {
            html.AddMarkup("<nav class=\"pages\" aria-label=\"Pages of the list\">\n");
            Link(html, call, path, page - 1, page > 1, "‹ Before");
            html.Add($"<span>Page {page} of {pages}</span>\n");
            Link(html, call, path, page + 1, page < pages, "Next ›");
            html.AddMarkup("</nav>\n");
        }
    }

    /// <summary>A small word in a frame.</summary>
    public static void Badge(Html html, string words, string kind = "") => html.Add($"<span class=\"badge {kind}\">{words}</span> ");

    /// <summary>A day and time as people here write them; the machine's form beside it.</summary>
    public static void When(Html html, DateTimeOffset at) =>
        html.Add($"<time datetime=\"{At(at, "yyyy-MM-dd'T'HH:mm:ss'Z'")}\">{At(at, "d MMM yyyy, HH:mm")}</time>");

    private static string At(DateTimeOffset at, string format) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static void Link(Html html, SignedIn call, string path, int page, bool there, string words)
    {
        if (there)
        {
            var query = call.Http.Request.Query.Where(q => q.Key is not ("page" or "done")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
                .Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)));
            html.Add($"<a href=\"{path}{QueryString.Create(query)}\">{words}</a>\n");
        }
        else
        {
            html.Add($"<span class=\"off\">{words}</span>\n");
        }
    }
}
