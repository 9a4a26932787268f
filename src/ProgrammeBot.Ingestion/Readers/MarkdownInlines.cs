using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>The words of inline Markdown, without its markup and in the order of the file.</summary>
internal static class MarkdownInlines
{
    private const int MaxDepth = 200;

    /// <summary>As long as a heading made of bold letters may be.</summary>
    private const int MaxBoldLine = 120;

    public static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        Append(inlines, words, 0);
        return words.ToString();
    }

    /// <summary>The words of a paragraph that is set in bold from end to end and reads like a heading; else null.</summary>
    public static string? BoldLine(ContainerInline? inlines)
    {
        if (inlines?.FirstChild is not EmphasisInline { DelimiterCount: 2, DelimiterChar: '*' or '_', NextSibling: null } bold)
        {
            return null;
        }

        var words = Words(bold).Trim();
        return words.Length is > 0 and <= MaxBoldLine && !words.Contains('\n', StringComparison.Ordinal) && words[^1] is not ('.' or ',' or ';' or '!') ? words : null;
    }

    private static void Append(ContainerInline? inlines, StringBuilder words, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException($"its markup is nested deeper than {MaxDepth} levels");
        }

        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case LineBreakInline line:
                    words.Append(line.IsHard ? '\n' : ' ');
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
                case HtmlInline tag:
                    words.Append(tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? "\n" : "");
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    words.Append($" ({note.Footnote.Label?.TrimStart('^')})");
                    break;
                case FootnoteLink:
                    break;
                case TaskList task:
                    words.Append(task.Checked ? "[x]" : "[ ]");
                    break;
                case LinkInline link:
                    Append(link, words, depth + 1);
                    words.Append(Address(link, Words(link)));
                    break;
                case DelimiterInline delimiter:
                    words.Append(delimiter.ToLiteral());
                    Append(delimiter, words, depth + 1);
                    break;
                case ContainerInline container:
                    Append(container, words, depth + 1);
                    break;
            }
        }
    }

    /// <summary>
    /// ' (https://…)' behind a label that does not show it. Only where the address stands there in the file too:
    /// that of '[label][1]' stands elsewhere, and a quote must hold its words in the file's order.
    /// </summary>
    private static string Address(LinkInline link, string label)
    {
        if (link.IsImage || link.IsAutoLink || link.Reference is not null || link.Url is not { } url || MetadataKeys.WebLink(url) is null || label.Trim() == url)
        {
            return "";
        }

        return string.IsNullOrWhiteSpace(link.Title) ? $" ({url})" : $" ({url} \"{link.Title}\")";
    }
}
