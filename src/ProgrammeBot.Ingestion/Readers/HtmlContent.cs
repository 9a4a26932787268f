using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Tells a page's content from what surrounds it.</summary>
internal static partial class HtmlContent
{
    /// <summary>A 'main' with less text than this share of the body's is an empty frame.</summary>
    private const int FrameShare = 10;

    private static readonly HashSet<string> Surroundings = new(
        "nav footer aside script style template noscript iframe object embed svg canvas video audio button input select textarea dialog head title map del s strike".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Roles = ["navigation", "banner", "contentinfo", "search", "complementary", "alert", "dialog"];

    /// <summary>The element that holds the content.</summary>
    public static INode Main(IHtmlDocument page)
    {
        INode body = page.Body is { } found ? found : page.DocumentElement;
        var main = page.QuerySelector("main, [role=main]") ?? (page.QuerySelectorAll("article") is { Length: 1 } articles ? articles[0] : null);
        return main is not null && main.TextContent.Length * FrameShare >= body.TextContent.Length - Script(page) ? main : body;
    }

    /// <summary>Whether an element is no content: a menu, a banner, something hidden.</summary>
    public static bool IsSurrounding(IElement element)
    {
        if (Surroundings.Contains(element.LocalName) || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true" || Roles.Contains(element.GetAttribute("role")))
        {
            return true;
        }

        if (element.LocalName == "header")
        {
            return element.ParentElement is null or IHtmlBodyElement; // within the content it holds the title
        }

        return (element.GetAttribute("style") is { } style && Invisible().IsMatch(style)) || Named().IsMatch($"{element.GetAttribute("class")} {element.Id}");
    }

    private static int Script(IHtmlDocument page) => page.QuerySelectorAll("script, style, nav, header, footer, noscript").Sum(s => s.TextContent.Length);

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\b(cookie|consent|gdpr|breadcrumb|skip-?link|skip-to|share-|social-|newsletter|sr-only|visually-?hidden|site-(header|footer|nav))", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
