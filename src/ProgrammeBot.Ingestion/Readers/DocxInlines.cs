using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>The words of a paragraph: what was inserted, not what was deleted or hidden, nor what stands in text boxes.</summary>
internal sealed class DocxInlines(MainDocumentPart part)
{
    private readonly List<string> _notes = [];

    public string Words(Paragraph paragraph)
    {
        var words = new StringBuilder();
        Append(paragraph, words);
        return words.ToString();
    }

    /// <summary>The notes referred to since they were last taken.</summary>
    public IReadOnlyList<string> TakeNotes()
    {
        var notes = _notes.ToList();
        _notes.Clear();
        return notes;
    }

    private void Append(OpenXmlElement parent, StringBuilder words)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text text:
                    words.Append(text.Text);
                    break;
                case TabChar or PositionalTab:
                    words.Append(' ');
                    break;
                case Break { Type.Value: BreakValues.Page or BreakValues.Column }:
                    words.Append(' ');
                    break;
                case Break or CarriageReturn:
                    words.Append('\n');
                    break;
                case NoBreakHyphen:
                    words.Append('-');
                    break;
                case FootnoteReference note:
                    Note(words, note.Id?.Value, part.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(f => f.Id?.Value == note.Id?.Value));
                    break;
                case EndnoteReference note:
                    Note(words, note.Id?.Value, part.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(f => f.Id?.Value == note.Id?.Value));
                    break;
                case Hyperlink link:
                    Append(link, words);
                    words.Append(Address(link));
                    break;
                case Run run when run.RunProperties?.Vanish is null:
                    Append(run, words);
                    break;
                case InsertedRun or MoveToRun or SdtRun or SdtContentRun or SimpleField or CustomXmlRun:
                    Append(child, words);
                    break;
            }
        }
    }

    private void Note(StringBuilder words, long? id, OpenXmlElement? note)
    {
        if (note is null)
        {
            return;
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"({id})");
        words.Append(' ').Append(mark);
        _notes.Add($"{mark} {string.Join(' ', note.Descendants<Paragraph>().Select(Words))}");
    }

    private string Address(Hyperlink link)
    {
        var target = link.Id?.Value is { } id ? part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri : null;
        return target is { IsAbsoluteUri: true } && MetadataKeys.WebLink(target.OriginalString) is not null && target.OriginalString != link.InnerText.Trim()
            ? $" ({target.OriginalString})"
            : "";
    }
}
