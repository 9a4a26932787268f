namespace ProgrammeBot.Ingestion.PlainText;

/// <summary>Reads a text whose structure shows in its layout only, and writes it into a document.</summary>
/// <param name="builder">Where it is written.</param>
/// <param name="firstIsTitle">Whether a heading on the first line is the document's title.</param>
internal sealed class LayoutReader(DocumentBuilder builder, bool firstIsTitle = true)
{
    private List<LayoutLine> _lines = [];
    private List<IReadOnlyList<string>> _table = [];
    private int _tableNumber = -1;

    /// <summary>The title, where a table names it ('Programme Title'); else null.</summary>
    public string? TitleInTable { get; private set; }

    public void Read(string text) => Read(text.Split('\n').Select(l => new SourceLine(l, null)));

    public void Read(IEnumerable<SourceLine> source)
    {
        _lines = LineJoiner.Join(TableRuns.Mark(LineReader.Lines(source)));
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
        var rows = new List<IReadOnlyList<string>>();
        var ruled = 0;
        var end = at;
        for (; end < _lines.Count && _lines[end].Kind is LineKind.Row or LineKind.Rule && (end == at || !_lines[end].BlankBefore); end++)
        {
            if (_lines[end].Kind == LineKind.Rule)
            {
                ruled = ruled == 0 ? rows.Count : ruled;
            }
            else
            {
                rows.Add(_lines[end].Cells);
            }
        }

        rows = TableRuns.Even(rows);
        var headers = ruled > 0 ? ruled : TableGuess.HeaderRows(rows);
        if (headers > 0 || _tableNumber < 0 || !TableGuess.Continues(_table, rows[0]))
        {
            _tableNumber = builder.NewTable();
            _table = [];
        }

        for (var i = 0; i < rows.Count; i++)
        {
            builder.Row(_tableNumber, rows[i], header: i < headers);
        }

        _table.AddRange(rows.Skip(headers));
        TitleInTable ??= TableTitle.In(rows, headers);
        return end;
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
