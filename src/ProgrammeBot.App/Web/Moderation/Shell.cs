using ProgrammeBot.App.Web.Reading;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>The frame of a moderators' page: head, bar, navigation. What stands inside is written by the page.</summary>
public sealed class Shell(AssetBundle assets)
{
    /// <summary>Messages after a change, by the code that the redirect carries: an address cannot put words into our mouth.</summary>
    private static readonly Dictionary<string, string> Notices = new(StringComparer.Ordinal)
    {
        ["saved"] = "Saved.",
        ["published"] = "Saved. It answers from now on.",
        ["review"] = "Saved. Somebody else can look at it now, under Review.",
        ["draft"] = "Saved as a draft. It answers nobody yet.",
        ["unchanged"] = "Nothing was changed: it was so already.",
        ["undone"] = "The latest change is undone. Undo again to have it back.",
        ["retired"] = "Retired. It answers nobody any more; Restore brings it back.",
        ["restored"] = "Restored to what it was before it was retired.",
        ["approved"] = "Approved. It answers from now on.",
        ["declined"] = "Declined; it is a draft again.",
        ["taken"] = "It is yours now.",
        ["given"] = "Given back: anybody may take it.",
        ["answered"] = "Answered. Whoever asked is told.",
        ["nottold"] = "Answered and kept. Whoever asked could not be told from here: tell them where they asked, or in the moderators’ channel.",
        ["closed"] = "Closed.",
        ["reopened"] = "Reopened.",
        ["decided"] = "Decided.",
        ["accepted"] = "Accepted.",
        ["ended"] = "Ended.",
        ["missing"] = "That is not there any more.",
        ["meanwhile"] = "Somebody else was faster. This is how it stands now; nothing of yours was done.",
        ["uploaded"] = "The file is in its place. It is being read; this page tells what came of it.",
        ["sourceretired"] = "The source is retired: it is kept beside the folder, and is read no more.",
        ["rejected"] = "Noted: asked in just these words, the entry does not answer any more.",
        ["phrasing"] = "The way to ask it was added.",
        ["corrected"] = "Done. Below is what came of it.",
        ["imported"] = "Imported.",
        ["started"] = "Written. The bot reads this file when it starts: restart it for the change to hold.",
    };

    /// <summary>A whole page.</summary>
    /// <param name="call">Who reads it.</param>
    /// <param name="part">The part it belongs to.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="write">Writes what stands under the heading.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="above">A link back to where it belongs; null where it is a part's first page.</param>
    public IResult Page(SignedIn call, Part part, string title, Action<Html> write, int status = StatusCodes.Status200OK, (string Path, string Name)? above = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(write);
        var html = Begin(title, chat: part == Part.Test);
        html.AddMarkup("<header class=\"bar\"><a class=\"brand\" href=\"/moderate\">ProgrammeBot<span class=\"spare\"> · moderators</span></a>");
        html.Add($"<nav aria-label=\"You\"><span class=\"who\" dir=\"auto\">{call.Who.Name}<span class=\"spare\"> · {call.Who.Role}</span></span>");
        html.AddMarkup("<form method=\"post\" action=\"/moderate/leave\">").Add($"<input type=\"hidden\" name=\"form\" value=\"{call.Token}\">");
        html.AddMarkup("<button class=\"quiet\">Sign out</button></form></nav></header>\n<div class=\"desk\">\n");
        Navigation(html, call, part);
        html.AddMarkup("<main id=\"main\">\n");
        if (above is { } link)
        {
            html.Add($"<p class=\"above\"><a href=\"{link.Path}\">‹ {link.Name}</a></p>\n");
        }

        html.Add($"<h1 dir=\"auto\">{title}</h1>\n");
        if (Notices.TryGetValue(call.Asked("done"), out var notice))
        {
            html.Add($"<p class=\"done\" role=\"status\">{notice}</p>\n");
        }

        write(html);
        html.AddMarkup("</main>\n</div>\n</body>\n</html>\n");
        return Result(html, status);
    }

    /// <summary>A page for somebody who is not signed in.</summary>
    public IResult Outside(string title, Action<Html> write, int status = StatusCodes.Status200OK)
    {
        ArgumentNullException.ThrowIfNull(write);
        var html = Begin(title, chat: false);
        html.AddMarkup("<header class=\"bar\"><a class=\"brand\" href=\"/\">ProgrammeBot</a></header>\n<div class=\"desk outside\">\n<main id=\"main\">\n");
        html.Add($"<h1>{title}</h1>\n");
        write(html);
        html.AddMarkup("</main>\n</div>\n</body>\n</html>\n");
        return Result(html, status);
    }

    /// <summary>Said where something is not there, or not theirs to see: the two look the same.</summary>
    public IResult Missing(SignedIn call, Part part) => Page(
        call, part, "That is not here",
        html => html.Add($"<p>It may have been removed, or it belongs to a place that is not yours. <a href=\"{part.Path}\">Go to {part.Name}</a>.</p>\n"),
        StatusCodes.Status404NotFound);

    /// <summary>Said where something may be seen but not changed.</summary>
    public IResult Forbidden(SignedIn call, Part part, string why) => Page(
        call, part, "That is not yours to change", html => html.Add($"<p>{why} Nothing was changed. <a href=\"{part.Path}\">Go to {part.Name}</a>.</p>\n"), StatusCodes.Status403Forbidden);

    /// <summary>After a change: the browser fetches this page, and loading it again changes nothing.</summary>
    public static IResult To(string path, string? done = null) => new SeeOther(done is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}");

    private Html Begin(string title, bool chat)
    {
        var html = new Html();
        html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{title} · ProgrammeBot moderators</title>
            <link rel="icon" href="{assets.Folder}/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Folder}/page.css">

            """);
        if (chat)
        {
            html.Add($"<link rel=\"stylesheet\" href=\"{assets.Folder}/chat.css\">\n");
        }

        html.Add($"<link rel=\"stylesheet\" href=\"{assets.Folder}/moderate.css\">\n<script type=\"module\" src=\"{assets.Folder}/moderate.js\"></script>\n");
        if (chat)
        {
            html.Add($"<script type=\"module\" src=\"{assets.Folder}/moderate-test.js\"></script>\n");
        }

        return html.AddMarkup("</head>\n<body class=\"moderate\">\n<a class=\"skip\" href=\"#main\">Skip to the page</a>\n");
    }

    // The same list twice: folded on a phone, standing beside the page where there is room.
    private static void Navigation(Html html, SignedIn call, Part part)
    {
        html.Add($"<details class=\"menu\"><summary><span class=\"unseen\">Parts: </span>{part.Name}</summary><nav aria-label=\"Parts\">\n");
        Links(html, call, part);
        html.AddMarkup("</nav></details>\n<nav class=\"side\" aria-label=\"Parts\">\n");
        Links(html, call, part);
        html.AddMarkup("</nav>\n");
    }

    private static void Links(Html html, SignedIn call, Part part)
    {
        foreach (var (title, parts) in Part.Groups)
        {
            if (title.Length > 0)
            {
                html.Add($"<p class=\"group\">{title}</p>\n");
            }

            html.AddMarkup("<ul>\n");
            foreach (var item in parts.Where(p => call.Who.IsOperator || !p.IsForOperator))
            {
                html.Add($"<li><a href=\"{item.Path}\"").AddMarkup(item == part ? " aria-current=\"page\">" : ">").Add($"{item.Name}</a></li>\n");
            }

            html.AddMarkup("</ul>\n");
        }
    }

    private static IResult Result(Html html, int status) => Results.Content(html.ToString(), "text/html; charset=utf-8", statusCode: status);

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
