using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Writes a Markdown tree into a document.</summary>
internal sealed class MarkdownWalk(DocumentBuilder builder)
{
    private const int MaxDepth = 200;

    /// <summary>Below every heading that Markdown knows: a line set wholly in bold.</summary>
    private const int BoldLevel = 7;

    public void Document(MarkdownDocument document)
    {
        // The parser puts footnotes at the end; here they stand where they stand in the file.
        var blocks = document.Where(b => b is not FootnoteGroup).Concat(document.OfType<FootnoteGroup>().SelectMany(g => g)).OrderBy(b => b.Span.Start).ToList();
        var titles = blocks.OfType<HeadingBlock>().Count(h => h.Level == 1);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingBlock { Level: 1 } title && titles == 1 && builder.IsEmpty)
            {
                builder.BeginWithTitle(MarkdownInlines.Words(title.Inline));
            }
            else
            {
                Block(blocks[i], 0, 0);
            }
        }
    }

    private void Block(Block block, int listDepth, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException($"it is nested deeper than {MaxDepth} levels");
        }

        switch (block)
        {
            case HeadingBlock heading:
                builder.Heading(heading.Level, MarkdownInlines.Words(heading.Inline));
                break;
            case ParagraphBlock paragraph when listDepth == 0 && MarkdownInlines.BoldLine(paragraph.Inline) is { } line && builder.HasBlocks:
                builder.Heading(BoldLevel, line);
                break;
            case ParagraphBlock paragraph:
                builder.Paragraph(MarkdownInlines.Words(paragraph.Inline));
                break;
            case ListBlock list:
                List(list, listDepth, depth);
                break;
            case Table table:
                Table(table);
                break;
            case Footnote footnote:
                builder.Footnote($"({footnote.Label?.TrimStart('^')}) {string.Join(' ', footnote.Descendants<ParagraphBlock>().Select(p => MarkdownInlines.Words(p.Inline)))}");
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle }:
                break;
            case HtmlBlock html:
                builder.Paragraph(Tags.Strip(html.Lines.ToString()));
                break;
            case CodeBlock code:
                builder.Code(code.Lines.ToString());
                break;
            case DefinitionItem item:
                Definition(item, listDepth, depth);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Block(child, listDepth, depth + 1);
                }

                break;
        }
    }

    private void List(ListBlock list, int listDepth, int depth)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var first = listDepth == 0;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}{list.OrderedDelimiter} ") : "- ";
            var paragraphs = item.TakeWhile(b => b is ParagraphBlock).Cast<ParagraphBlock>().ToList();
            builder.ListItem(marker, string.Join('\n', paragraphs.Select(p => MarkdownInlines.Words(p.Inline))), listDepth, first);
            first = false;
            foreach (var child in item.Skip(paragraphs.Count))
            {
                Block(child, listDepth + 1, depth + 1);
            }
        }
    }

    private void Table(Table table)
    {
        var number = builder.NewTable();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(c => string.Join(' ', c.Descendants<LeafBlock>().Select(l => MarkdownInlines.Words(l.Inline)))).ToList();
            builder.Row(number, cells, row.IsHeader);
        }
    }

    /// <summary>A term and what it means belong together.</summary>
    private void Definition(DefinitionItem item, int listDepth, int depth)
    {
        var terms = item.OfType<DefinitionTerm>().Select(t => MarkdownInlines.Words(t.Inline)).ToList();
        var meanings = item.OfType<ParagraphBlock>().Select(p => MarkdownInlines.Words(p.Inline)).ToList();
        builder.Paragraph($"{string.Join(", ", terms)}: {string.Join('\n', meanings)}");
        foreach (var child in item.Where(b => b is not (DefinitionTerm or ParagraphBlock)))
        {
            Block(child, listDepth, depth + 1);
        }
    }
}
