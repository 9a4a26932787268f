using System.Text;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Answering;

/// <summary>Puts sentences and rows together into a reply's text and its citations: verbatim, numbered, within the limits.</summary>
internal sealed class AnswerComposer
{
    /// <summary>Shorter pieces are shown and quoted with their heading.</summary>
    private const int FewCharacters = 24;

    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<Citation> Citations => _citations;

    public string Text => _text.ToString();

    /// <summary>Adds a line of our own: a label or a lead-in, never a fact.</summary>
    public AnswerComposer Say(string words)
    {
        if (_text.Length + words.Length + 1 <= Reply.MaxTextLength)
        {
            _text.Append(_text.Length == 0 ? "" : "\n").Append(words);
        }

        return this;
    }

    /// <summary>Adds units of one passage, in reading order, under one citation. Whether there was room for the first.</summary>
    /// <param name="units">Units of one passage; at least one.</param>
    /// <param name="label">Stands before them on their line ('MSc: '), or empty.</param>
    public bool Quote(IReadOnlyList<EvidenceUnit> units, string label = "")
    {
        var citation = CitationOf(units);
        var number = _citations.IndexOf(citation) + 1;
        if (number == 0)
        {
            if (_citations.Count == Reply.MaxCitations)
            {
                return false;
            }

            number = _citations.Count + 1;
        }

        var mark = $" [{number}]";
        var room = Reply.MaxTextLength - _text.Length - 1 - label.Length - mark.Length;
        var line = new StringBuilder(label);
        var any = false;
        foreach (var unit in units.OrderBy(u => u.Span))
        {
            var words = WordsOf(unit);
            if (words.Length + 1 > room)
            {
                if (any)
                {
                    break;
                }

                // One sentence longer than the whole reply may be: the citation holds it in full.
                words = string.Concat(words.AsSpan(0, Math.Max(0, room - 3)), " …");
                if (room < 80)
                {
                    return false;
                }
            }

            line.Append(any ? (unit.Cells.Count > 0 ? "\n" : " ") : "").Append(words);
            room -= words.Length + 1;
            any = true;
        }

        if (number > _citations.Count)
        {
            _citations.Add(citation);
        }

        _text.Append(_text.Length == 0 ? "" : "\n").Append(line).Append(mark);
        return true;
    }

    /// <summary>A row with each cell under its column's name where the table has a header, else as it stands.</summary>
    public static string WordsOf(EvidenceUnit unit)
    {
        if (unit.Cells.Count == 0)
        {
            // 'N/A' says nothing without its heading; 'No.' under a question does.
            return unit.Span.Length < FewCharacters && unit.Passage.HeadingPath.Count > 0 && !unit.Passage.HeadingPath[^1].EndsWith('?') ? $"{unit.Passage.HeadingPath[^1]}: {unit.Words}" : unit.Words;
        }

        var header = HeaderCells(unit.Document, unit.Passage);
        var cells = unit.Cells.Select(c => c.In(unit.Document.Text)).ToList();
        if (header.Count != cells.Count || (cells.Count == 2 && cells.All(c => c.Length > 0)))
        {
            // Cells without a header are names and values in turn.
            return string.Join(" · ", cells.Chunk(2).Select(pair => string.Join(": ", pair.Where(c => c.Length > 0))).Where(pair => pair.Length > 0));
        }

        return string.Join(" · ", cells.Select((cell, i) => (cell, name: header[i])).Where(c => c.cell.Length > 0)
            .Select(c => c.name.Length == 0 ? c.cell : $"{c.name}: {c.cell}"));
    }

    /// <summary>Prose is cited with the passage it stands in; a row with its header.</summary>
    public static Citation CitationOf(IReadOnlyList<EvidenceUnit> units)
    {
        var first = units[0];
        return first.Cells.Count > 0
            ? Citation.Of(first.Document, first.Passage.Section, units.Select(u => u.Span).Append(first.Passage.HeaderSpan))
            : Citation.Of(first.Document, first.Passage.Section, first.Passage.Span.Length < FewCharacters ? [first.Passage.Span, first.Document.Sections[first.Passage.Section].HeadingSpan] : [first.Passage.Span]);
    }

    private static IReadOnlyList<string> HeaderCells(SourceDocument document, Passage passage)
    {
        if (passage.HeaderSpan.IsEmpty)
        {
            return [];
        }

        var at = EvidencePieces.FirstFrom(document.Blocks, passage.HeaderSpan.Start);
        IReadOnlyList<string> cells = [];
        for (; at < document.Blocks.Count && document.Blocks[at].Span.Start < passage.HeaderSpan.End; at++)
        {
            cells = [.. document.Blocks[at].Cells.Select(c => c.In(document.Text))];
        }

        return cells;
    }
}
