using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Writes the content of a page into a document.</summary>
internal sealed class HtmlWalk(DocumentBuilder builder)
{
    private static readonly FrozenSet<string> Inline =
        "a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q rp rt ruby samp small span strong sub sup time tt u var wbr acronym".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly StringBuilder _words = new();
    private string? _marker;
    private int _listDepth;
    private bool _firstItem;
    private int _titles;

    public void Content(INode content)
    {
        _titles = content is IElement element ? element.QuerySelectorAll("h1").Length : 0;
        Children(content);
        Flush();
    }

    private void Children(INode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                Append(text.Data);
            }
            else if (node is IElement element && !HtmlContent.IsSurrounding(element))
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _words.Append('\n');
                break;
            case "img":
                Append(element.GetAttribute("alt") ?? "");
                break;
            case "a":
                Children(element);
                _words.Append(HtmlInlines.Address(element));
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, element.LocalName[1] - '0');
                break;
            case "ul" or "ol" or "menu":
                List(element);
                break;
            case "table":
                Table(element);
                break;
            case "dl":
                Definitions(element);
                break;
            case "details":
                Details(element);
                break;
            case "pre":
                Flush();
                builder.Code(element.TextContent);
                break;
            default:
                if (Inline.Contains(element.LocalName))
                {
                    Children(element);
                    break;
                }

                Flush();
                Children(element);
                Flush();
                break;
        }
    }

    /// <summary>White space of the source is a blank; only 'br' ends a line.</summary>
    private void Append(string words)
    {
        foreach (var c in words)
        {
            _words.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
    }

    private void Flush()
    {
        var words = _words.ToString();
        _words.Clear();
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        if (_marker is { } marker)
        {
            builder.ListItem(marker, words, _listDepth - 1, _firstItem);
            _marker = null;
            _firstItem = false;
        }
        else
        {
            builder.Paragraph(words);
        }
    }

    private void Heading(IElement heading, int level)
    {
        Flush();
        var words = HtmlInlines.Words(heading);
        if (level == 1 && _titles == 1 && builder.IsEmpty)
        {
            builder.BeginWithTitle(words);
        }
        else
        {
            builder.Heading(level, words);
        }
    }

    private void List(IElement list)
    {
        Flush();
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var before = _marker;
        _firstItem = _listDepth++ == 0;
        foreach (var item in list.Children.Where(c => !HtmlContent.IsSurrounding(c)))
        {
            _marker = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            Children(item);
            Flush();
        }

        _listDepth--;
        _marker = before is null || _listDepth == 0 ? null : before;
    }

    private void Table(IElement table)
    {
        Flush();
        if (table is not IHtmlTableElement { Rows.Length: > 0 } grid || HtmlTable.IsLayout(grid))
        {
            Children(table);
            Flush();
            return;
        }

        if (grid.Caption is { } caption)
        {
            builder.Paragraph(HtmlInlines.Words(caption));
        }

        var (rows, headers) = HtmlTable.Read(grid);
        var number = builder.NewTable();
        for (var i = 0; i < rows.Count; i++)
        {
            builder.Row(number, rows[i], header: i < headers);
        }
    }

    /// <summary>A term that asks is a heading over its answer; any other stands before what it means.</summary>
    private void Definitions(IElement list)
    {
        Flush();
        var level = builder.Level + 1;
        var term = "";
        foreach (var part in list.QuerySelectorAll("dt, dd").Where(p => p.Closest("dl") == list && !HtmlContent.IsSurrounding(p)))
        {
            if (part.LocalName == "dt")
            {
                var words = HtmlInlines.Words(part);
                if (words.EndsWith('?'))
                {
                    builder.Heading(level, words);
                }
                else
                {
                    term = words;
                }

                continue;
            }

            _words.Append(term.Length > 0 ? term + ": " : "");
            term = "";
            Children(part);
            Flush();
        }

        builder.EndSections(level);
    }

    /// <summary>What opens on a click is a section of its own, and ends with it.</summary>
    private void Details(IElement details)
    {
        Flush();
        var level = builder.Level + 1;
        var summary = details.Children.FirstOrDefault(c => c.LocalName == "summary");
        if (summary is not null)
        {
            builder.Heading(level, HtmlInlines.Words(summary));
        }

        for (var node = details.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                Append(text.Data);
            }
            else if (node is IElement element && element != summary && !HtmlContent.IsSurrounding(element))
            {
                Element(element);
            }
        }

        Flush();
        builder.EndSections(level);
    }
}
