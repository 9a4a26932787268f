using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgrammeBot.Ingestion.PlainText;

namespace ProgrammeBot.Ingestion.Readers;

/// <summary>Writes the body of a Word document into a document of ours.</summary>
internal sealed class DocxWalk(MainDocumentPart part)
{
    private readonly DocumentBuilder _builder = new();
    private readonly DocxStyles _styles = new(part);
    private readonly DocxInlines _inlines = new(part);
    private readonly Dictionary<(int List, int Depth), int> _counts = [];
    private int _lastList;
    private int _titles;

    public DocumentBuilder Read(Body body)
    {
        _titles = body.Descendants<Paragraph>().Count(p => _styles.RoleOf(p) is (DocxRole.Heading, 1));
        Children(body);
        return _builder;
    }

    private void Children(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    Paragraph(paragraph);
                    break;
                case Table table:
                    Table(table);
                    break;
                case SdtBlock block when block.SdtProperties?.Descendants<DocPartGallery>().Any(g => g.Val?.Value == "Table of Contents") != true && block.SdtContentBlock is { } content:
                    Children(content);
                    break;
                case CustomXmlBlock or InsertedRun:
                    Children(child);
                    break;
            }
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        var words = _inlines.Words(paragraph);
        var (role, level) = _styles.RoleOf(paragraph);
        if (role != DocxRole.Contents && !string.IsNullOrWhiteSpace(words))
        {
            if (role == DocxRole.Title || (role == DocxRole.Heading && level == 1 && _titles == 1 && _builder.IsEmpty))
            {
                _builder.BeginWithTitle(words);
            }
            else if (role == DocxRole.Heading)
            {
                _builder.Heading(level, words);
            }
            else if (_styles.ListOf(paragraph) is { } list)
            {
                var first = list.Depth == 0 && list.List != _lastList;
                _lastList = list.List;
                _builder.ListItem(Marker(list), words, list.Depth, first);
            }
            else
            {
                _lastList = 0;
                _builder.Paragraph(words);
            }
        }

        Footnotes();
    }

    private string Marker((int List, int Depth, bool Counts, int Start) list)
    {
        foreach (var deeper in _counts.Keys.Where(k => k.List == list.List && k.Depth > list.Depth).ToList())
        {
            _counts.Remove(deeper);
        }

        var count = _counts[(list.List, list.Depth)] = _counts.TryGetValue((list.List, list.Depth), out var before) ? before + 1 : list.Start;
        return list.Counts ? string.Create(CultureInfo.InvariantCulture, $"{count}. ") : "- ";
    }

    private void Footnotes()
    {
        foreach (var note in _inlines.TakeNotes())
        {
            _builder.Footnote(note);
        }
    }

    private void Table(Table table)
    {
        var rows = new List<IReadOnlyList<string>>();
        var flagged = 0;
        foreach (var row in table.Elements<TableRow>())
        {
            rows.Add(Row(row, rows.Count > 0 ? rows[^1] : []));
            flagged += flagged == rows.Count - 1 && row.TableRowProperties?.GetFirstChild<TableHeader>() is not null ? 1 : 0;
        }

        if (rows.Count == 0)
        {
            return;
        }

        rows = TableRuns.Even(rows);
        var headers = flagged > 0 && flagged < rows.Count ? flagged : Math.Max(TableGuess.HeaderRows(rows), IsBold(table) && rows.Count > 1 ? 1 : 0);
        var number = _builder.NewTable();
        for (var i = 0; i < rows.Count; i++)
        {
            _builder.Row(number, rows[i], header: i < headers);
        }

        Footnotes();
    }

    /// <summary>A cell over several rows stands in each of them, so that every row can be read alone; over several columns, in the first.</summary>
    private List<string> Row(TableRow row, IReadOnlyList<string> above)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<TableCell>().Concat(row.Elements<SdtCell>().SelectMany(s => s.Descendants<TableCell>())))
        {
            var hangs = cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart;
            cells.Add(hangs && cells.Count < above.Count ? above[cells.Count] : string.Join(' ', cell.Descendants<Paragraph>().Select(_inlines.Words)));
            for (var i = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 100); i > 1; i--)
            {
                cells.Add("");
            }
        }

        return cells;
    }

    /// <summary>Whether every word of the first row is bold, and not every word of the second.</summary>
    private static bool IsBold(Table table)
    {
        var rows = table.Elements<TableRow>().Take(2).Select(r => r.Descendants<Run>().Where(n => n.InnerText.Trim().Length > 0).ToList()).ToList();
        return rows.Count == 2 && rows[0].Count > 1 && rows[0].TrueForAll(IsBold) && !rows[1].TrueForAll(IsBold);
    }

    private static bool IsBold(Run run) => run.RunProperties?.Bold is { } bold && bold.Val?.Value != false;
}
