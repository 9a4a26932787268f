using System.Text;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Ingestion;

/// <summary>Writes a stored text piece by piece, and notes what stands where.</summary>
/// <remarks>
/// The layout: a blank line between blocks; list items and the lines of a table on lines of their own. A list item's marker stands on its line
/// before the item's span. Readers hand in words without markup; white space within them is made single blanks here, except in code.
/// </remarks>
public sealed class DocumentBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<OpenSection> _sections = [new(0, -1, 0, "", default)];
    private readonly Stack<int> _open = new([0]);
    private int _tables;

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _blocks.Count == 0 && _sections.Count == 1 && _sections[0].HeadingSpan.IsEmpty;

    public bool HasBlocks => _blocks.Count > 0;

    /// <summary>The title that stands in the text; null where there is none.</summary>
    public string? Title => _sections[0].Heading.Length > 0 ? _sections[0].Heading : null;

    /// <summary>The title, or the words of the first heading; null where there is neither.</summary>
    public string? FirstHeading => Title ?? (_sections.Count > 1 ? _sections[1].Heading : null);

    /// <summary>The level of the section that is open; 0 in none.</summary>
    public int Level => _sections[_open.Peek()].Level;

    /// <summary>The page that what follows stands on, where the format has pages.</summary>
    public int? Page { get; set; }

    /// <summary>The document's title where it stands in the text. Blank words are left out; a second title becomes a heading.</summary>
    public void BeginWithTitle(string words)
    {
        words = Words.OneLine(words);
        if (words.Length == 0)
        {
            return;
        }

        if (!IsEmpty)
        {
            Heading(1, words);
            return;
        }

        _sections[0] = _sections[0] with { Heading = words, HeadingSpan = Append(words, "\n\n") };
    }

    /// <summary>Begins a section under the nearest heading of a lower level. Blank words are left out.</summary>
    public void Heading(int level, string words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        words = Words.OneLine(words);
        if (words.Length == 0)
        {
            return;
        }

        EndSections(level);
        var section = new OpenSection(_sections.Count, _open.Peek(), level, words, Append(words, "\n\n"));
        _sections.Add(section);
        _open.Push(section.Index);
    }

    /// <summary>Ends the sections of a level and deeper: what follows stands in the one above.</summary>
    public void EndSections(int level)
    {
        while (_open.Count > 1 && _sections[_open.Peek()].Level >= level)
        {
            _open.Pop();
        }
    }

    public void Paragraph(string words) => Add(BlockKind.Paragraph, Words.Lines(words), "\n\n");

    public void Footnote(string words) => Add(BlockKind.Footnote, Words.OneLine(words), "\n\n");

    public void Code(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Add(BlockKind.Code, Words.Preformatted(lines), "\n\n");
    }

    /// <param name="marker">'- ' or '2. ' as it is to be shown; not part of the item's span.</param>
    /// <param name="words">The item's words.</param>
    /// <param name="depth">0 for the outermost list.</param>
    /// <param name="first">Whether it begins a list: then a blank line goes before it.</param>
    public void ListItem(string marker, string words, int depth = 0, bool first = false)
    {
        words = Words.Lines(words);
        if (words.Length == 0)
        {
            return;
        }

        var follows = !first && _blocks.Count > 0 && _blocks[^1].Kind == BlockKind.ListItem && _blocks[^1].Span.End == _text.Length;
        Separate(follows ? "\n" : "\n\n");
        _text.Append(' ', 2 * Math.Clamp(depth, 0, 16)).Append(marker);
        Add(BlockKind.ListItem, words, "");
    }

    /// <summary>A new table's number, to be named by each of its lines.</summary>
    public int NewTable() => _tables++;

    /// <summary>A line of a table; left out where every cell is blank.</summary>
    public void Row(int table, IReadOnlyList<string> cells, bool header = false)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var words = cells.Select(Words.OneLine).ToList();
        if (words.TrueForAll(w => w.Length == 0))
        {
            return;
        }

        Separate(_blocks.Count > 0 && _blocks[^1].Table == table && _blocks[^1].Span.End == _text.Length ? "\n" : "\n\n");
        var start = _text.Length;
        var spans = new List<TextSpan>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            // No white space at the line's ends: an empty first or last cell is an empty span beside its bar.
            if (i > 0)
            {
                _text.Append(_text.Length == start ? "|" : " |");
            }

            if (words[i].Length > 0 && i > 0)
            {
                _text.Append(' ');
            }

            spans.Add(new TextSpan(_text.Length, _text.Length + words[i].Length));
            _text.Append(words[i]);
        }

        _blocks.Add(new Block(header ? BlockKind.TableHeader : BlockKind.TableRow, new TextSpan(start, _text.Length), _open.Peek(), Page)
        {
            Table = table,
            Cells = spans,
        });
    }

    /// <summary>The document as written so far.</summary>
    public SourceDocument Build(DocumentMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var text = _text.ToString();
        var ends = new int[_sections.Count];
        foreach (var section in _sections)
        {
            ends[section.Index] = section.HeadingSpan.End;
        }

        foreach (var block in _blocks)
        {
            ends[block.Section] = Math.Max(ends[block.Section], block.Span.End);
        }

        for (var i = _sections.Count - 1; i > 0; i--)
        {
            ends[_sections[i].Parent] = Math.Max(ends[_sections[i].Parent], ends[i]);
        }

        var sections = _sections.ConvertAll(s => s.Index == 0
            ? new Section(0, -1, 0, metadata.Title, s.HeadingSpan, new TextSpan(0, text.Length))
            : new Section(s.Index, s.Parent, s.Level, s.Heading, s.HeadingSpan, new TextSpan(s.HeadingSpan.Start, ends[s.Index])));
        return new SourceDocument(metadata, text, sections, _blocks.ToList());
    }

    private void Add(BlockKind kind, string words, string separator)
    {
        if (words.Length > 0)
        {
            _blocks.Add(new Block(kind, Append(words, separator), _open.Peek(), Page));
        }
    }

    private TextSpan Append(string words, string separator)
    {
        Separate(separator);
        var start = _text.Length;
        _text.Append(words);
        return new TextSpan(start, _text.Length);
    }

    private void Separate(string separator)
    {
        if (_text.Length > 0)
        {
            _text.Append(separator);
        }
    }

    private sealed record OpenSection(int Index, int Parent, int Level, string Heading, TextSpan HeadingSpan);
}
