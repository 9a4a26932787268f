using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Reads a web page: its main content, not what surrounds it.</summary>
public sealed partial class HtmlReader : IDocumentReader
{
    /// <summary>How much of a page's start may declare its encoding.</summary>
    private const int Declaration = 2048;

    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    public IEnumerable<ReadItem> Read(SourceFile file, Stream content, IngestionOptions options, CancellationToken cancellationToken)
    {
        var (bytes, problem) = BoundedFile.Read(file, content, options.MaxTextBytes, cancellationToken);
        if (bytes is null)
        {
            yield return problem!; // one of the two is there
            yield break;
        }

        var decoded = Decode(bytes);
        if (decoded.Text is not { } text)
        {
            yield return new IngestionProblem(file.Path, decoded.Fault ?? "it is no text", decoded.Remedy);
            yield break;
        }

        if (HtmlNesting.TooDeep(text) is { } line)
        {
            yield return new IngestionProblem(file.Path, "its elements are nested deeper than in any page for people", "Look at that line, and flatten it", line);
            yield break;
        }

        using var page = new HtmlParser().ParseDocument(text);
        cancellationToken.ThrowIfCancellationRequested();
        var builder = new DocumentBuilder();
        new HtmlWalk(builder).Content(HtmlContent.Main(page));
        if (!builder.HasBlocks)
        {
            yield return new IngestionProblem(file.Path, "its main content holds no text", "Save the page as its browser shows it, with the text in it");
            yield break;
        }

        yield return builder.Build(Metadata(page, builder).Build(DocumentIds.FromStem(file.Stem), builder.FirstHeading));
    }

    private static DecodedText Decode(byte[] bytes)
    {
        var declared = Charset().Match(Encoding.ASCII.GetString(bytes, 0, Math.Min(Declaration, bytes.Length)));
        if (declared.Success && !declared.Groups[1].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            && CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups[1].Value) is { } encoding && !bytes.Contains((byte)0))
        {
            return new DecodedText(encoding.GetString(bytes).ReplaceLineEndings("\n"));
        }

        return TextDecoder.Decode(bytes);
    }

    private static MetadataKeys Metadata(IHtmlDocument page, DocumentBuilder builder)
    {
        var keys = new MetadataKeys
        {
            Title = builder.Title ?? Meta(page, "og:title") ?? Shown(page.Title),
            Publisher = Meta(page, "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "og:site_name"),
            Link = MetadataKeys.WebLink(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? MetadataKeys.WebLink(Meta(page, "og:url")),
            Language = Shown(page.DocumentElement.GetAttribute("lang")),
        };
        var date = Meta(page, "dcterms.modified", "last-modified", "article:modified_time", "og:updated_time", "dcterms.date", "dc.date", "date", "article:published_time");
        if (date is { Length: >= 4 })
        {
            keys.Set("as_of", date[..Math.Min(10, date.Length)]);
        }

        return keys;
    }

    /// <summary>The first of these that the page's head gives; in the order asked for.</summary>
    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        var given = page.QuerySelectorAll("meta").Select(m => (Name: m.GetAttribute("name") ?? m.GetAttribute("property"), Content: Shown(m.GetAttribute("content")))).ToList();
        return names.Select(n => given.FirstOrDefault(m => n.Equals(m.Name, StringComparison.OrdinalIgnoreCase) && m.Content is not null).Content).FirstOrDefault(c => c is not null);
    }

    private static string? Shown(string? value) => string.IsNullOrWhiteSpace(value) ? null : Words.OneLine(value);

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_\-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
