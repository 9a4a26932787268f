using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ProgrammeBot.Ingestion.Readers;

namespace ProgrammeBot.Ingestion.Markup;

/// <summary>Turns Markdown that people wrote into HTML that can do no harm on a page.</summary>
/// <remarks>
/// Raw HTML is shown as the words it is written in. A link leads to http, https or mailto, or stays words; pictures become their description.
/// What nests deeper, or is longer, than people write is shown as plain words.
/// </remarks>
public static class SafeMarkdown
{
    /// <summary>The most code units that are read as Markdown.</summary>
    public const int MaxLength = 20_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (markdown.Length > MaxLength || MarkdownNesting.TooDeep(markdown) is not null)
        {
            return Plain(markdown);
        }

        try
        {
            return Rendered(Markdown.Parse(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that it is nested too deep for it.
            return Plain(markdown);
        }
    }

    /// <summary>Whether a link may lead there: an absolute address of the web, or a mailbox.</summary>
    public static bool MayLeadTo(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
        && (uri.UserInfo.Length == 0 || uri.Scheme == Uri.UriSchemeMailto)
        && !address!.Any(char.IsControl);

    private static string Rendered(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Disarm(link);
        }

        foreach (var address in document.Descendants<AutolinkInline>().Where(a => !a.IsEmail && !MayLeadTo(a.Url)).ToList())
        {
            address.ReplaceBy(new LiteralInline(address.Url));
        }

        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return text.ToString();
    }

    private static void Disarm(LinkInline link)
    {
        if (link.IsImage || !MayLeadTo(link.Url))
        {
            // Its words stay; where it would have led does not.
            var inside = new ContainerInline();
            link.ReplaceBy(inside, copyChildren: true);
        }
        else
        {
            link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
        }
    }

    private static string Plain(string words) => $"<p>{System.Net.WebUtility.HtmlEncode(words)}</p>\n";
}
