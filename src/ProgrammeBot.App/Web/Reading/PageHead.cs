namespace ProgrammeBot.App.Web.Reading;

/// <summary>The head of every page that is written here, and not filled into a template.</summary>
internal static class PageHead
{
    /// <summary>Begins a page, up to the end of its head.</summary>
    /// <param name="assets">Where its files are.</param>
    /// <param name="title">What its tab says.</param>
    /// <param name="styles">Further styles, beside those of every page.</param>
    /// <param name="scripts">Its scripts.</param>
    /// <param name="isIndexed">Whether search engines may list it.</param>
    /// <param name="language">What it is written in.</param>
    public static Html Begin(AssetBundle assets, string title, IEnumerable<string> styles, IEnumerable<string> scripts, bool isIndexed = true, string language = "en")
    {
        var html = new Html();
        html.Add($"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">

            """);
        html.AddMarkup(isIndexed ? "" : "<meta name=\"robots\" content=\"noindex\">\n");
        html.Add($"<title>{title}</title>\n<link rel=\"icon\" href=\"{assets.Folder}/icon.svg\" type=\"image/svg+xml\">\n");
        foreach (var style in styles.Prepend("page.css"))
        {
            html.Add($"<link rel=\"stylesheet\" href=\"{assets.Folder}/{style}\">\n");
        }

        foreach (var script in scripts)
        {
            html.Add($"<script type=\"module\" src=\"{assets.Folder}/{script}\"></script>\n");
        }

        return html.AddMarkup("</head>\n");
    }
}
