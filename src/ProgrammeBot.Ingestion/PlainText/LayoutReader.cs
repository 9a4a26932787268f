namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Reads a text whose structure shows in its layout only, and writes it into a document.</summary>
/// <param name="builder">Where it is written.</param>
/// <param name="firstIsTitle">Whether a heading on the first line is the document's title.</param>
internal sealed class LayoutReader(DocumentBuilder builder, bool firstIsTitle = true)
{
    private List<LayoutLine> _lines = [];
    private List<IReadOnlyList<string>> _table = [];
    private List<IReadOnlyList<string>> _headers = [];
    private int _tableNumber = -1;

    /// <summary>The title, where a table names it ('Programme Title'); else null.</summary>
    public string? TitleInTable { get; private set; }

    public void Read(string text) => Read(text.Split('\n').Select(l => new SourceLine(l, null)));

    public void Read(IEnumerable<SourceLine> source)
    {
        _lines = LineJoiner.Join(TableRuns.Mark(SpacedTables.Assemble(LineReader.Lines(source))));
        IndentedLists.Mark(_lines);
        var contents = Contents.TakeOut(_lines);
        TableRuns.Headings(_lines);
        HeadingFinder.Find(_lines, contents);
        var titled = firstIsTitle && _lines.Count > 0 && _lines[0] is { Kind: LineKind.Heading, Cells.Count: 0 };
        HeadingLevels.Assign(_lines, titled ? 1 : 0);
        for (var at = 0; at < _lines.Count;)
        {
            builder.Page = _lines[at].Page;
            at = Write(at);
        }
    }

    private int Write(int at)
    {
        var line = _lines[at];
        switch (line.Kind)
        {
            case LineKind.Heading when firstIsTitle && at == 0 && line.Cells.Count == 0: // over a table it is a section's
                builder.BeginWithTitle(line.Text);
                break;
            case LineKind.Heading or LineKind.Question:
                builder.Heading(line.Level, line.Text);
                _tableNumber = -1;
                break;
            case LineKind.ListItem:
                builder.ListItem(line.Marker, line.Text, Depth(at), first: at == 0 || _lines[at - 1].Kind != LineKind.ListItem);
                break;
            case LineKind.Footnote:
                builder.Footnote(line.Text);
                break;
            case LineKind.Row:
                return Table(at);
            case LineKind.Rule:
                break;
            default:
                builder.Paragraph(at > 0 && _lines[at - 1].Kind == LineKind.Question ? WithoutAnswerMark(line.Text) : line.Text);
                break;
        }

        return at + 1;
    }

    private int Table(int at)
    {
        var lines = new List<LayoutLine>();
        var ruled = 0;
        var end = at;
        for (; end < _lines.Count && _lines[end].Kind is LineKind.Row or LineKind.Rule && (end == at || !_lines[end].BlankBefore); end++)
        {
            if (_lines[end].Kind == LineKind.Row)
            {
                lines.Add(_lines[end]);
            }
            else if (ruled == 0)
            {
                ruled = lines.Count;
            }
        }

        if (lines.Count > 0)
        {
            Table(lines, TableRuns.Even(lines.ConvertAll(l => l.Cells)), ruled);
        }

        return end;
    }

    private void Table(List<LayoutLine> lines, List<IReadOnlyList<string>> rows, int ruled)
    {
        var headers = ruled > 0 ? ruled : TableGuess.HeaderRows(rows);
        var repeated = headers > 0 && rows.Count > headers && _headers.Count == headers && rows.Take(headers).Zip(_headers).All(r => r.First.SequenceEqual(r.Second));
        if (_tableNumber < 0 || (!repeated && (headers > 0 || !TableGuess.Continues(_table, rows[0]))))
        {
            _tableNumber = builder.NewTable();
            _table = [];
            _headers = rows.Take(headers).ToList();
        }

        for (var i = 0; i < rows.Count; i++)
        {
            // Each page of a long table repeats the names of its columns.
            if (_table.Count == 0 || !_headers.Exists(h => h.SequenceEqual(rows[i])))
            {
                builder.Page = lines[i].Page;
                builder.Row(_tableNumber, rows[i], header: i < headers);
            }

            if (i >= headers)
            {
                _table.Add(rows[i]);
            }
        }

        TitleInTable ??= TableTitle.In(rows, headers);
    }

    private int Depth(int at)
    {
        var depth = 0;
        var indent = _lines[at].Indent;
        for (var i = at - 1; i >= 0 && _lines[i].Kind == LineKind.ListItem && indent > 0; i--)
        {
            if (_lines[i].Indent < indent)
            {
                indent = _lines[i].Indent;
                depth++;
            }
        }

        return depth;
    }

    private static string WithoutAnswerMark(string text) =>
        text.StartsWith("A:", StringComparison.Ordinal) || text.StartsWith("A.", StringComparison.Ordinal) ? text[2..] : text;
}
