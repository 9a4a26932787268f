using System.Text;
using AngleSharp.Dom;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>The words of an element as one line.</summary>
internal static class HtmlInlines
{
    public static string Words(INode node)
    {
        var words = new StringBuilder();
        Append(node, words);
        return Ingestion.Words.OneLine(words.ToString());
    }

    /// <summary>' (https://…)' behind a link whose label does not show it.</summary>
    public static string Address(IElement link) =>
        MetadataKeys.WebLink(link.GetAttribute("href")) is { } address && address.OriginalString != link.TextContent.Trim() && link.TextContent.Trim().Length > 0
            ? $" ({address.OriginalString.Trim()})"
            : "";

    private static void Append(INode parent, StringBuilder words)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                words.Append(text.Data);
            }
            else if (node is IElement element && !HtmlContent.IsSurrounding(element))
            {
                var block = element.LocalName is "br" or "p" or "div" or "li" or "td" or "th" or "tr" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4";
                words.Append(block ? " " : "").Append(element.LocalName == "img" ? element.GetAttribute("alt") : "");
                Append(element, words);
                words.Append(element.LocalName == "a" ? Address(element) : block ? " " : "");
            }
        }
    }
}
