using ProgrammeBot.Documents;

namespace ProgrammeBot.Passages;

/// <summary>Cuts a document into passages: small enough to quote, whole enough to be understood.</summary>
/// <remarks>
/// Every block but a table's header lines lies in exactly one passage, and every passage in exactly one (the innermost) section.
/// Paragraphs of a section are joined up to <see cref="TargetLength"/>; a list stays with the sentence that leads to it; a table stands by itself,
/// is cut between its lines only, and each piece carries the table's header. A heading without text makes no passage.
/// Only what is longer than <see cref="Passage.MaxLength"/> by itself is split: between sentences, and a longer sentence at a white space.
/// </remarks>
public static class PassageCutter
{
    /// <summary>
    /// Paragraphs and lines are joined while they stay within this length. 900 code units are about 150 words: a search engine tells passages of
    /// that size apart well, and three of them can be shown under an answer without burying it.
    /// </summary>
    public const int TargetLength = 900;

    /// <summary>The passages of a document in reading order, numbered from 0.</summary>
    public static IReadOnlyList<Passage> Cut(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pieces = new List<Piece>();
        var at = 0;
        while (at < document.Blocks.Count)
        {
            var end = at + 1;
            while (end < document.Blocks.Count && document.Blocks[end].Section == document.Blocks[at].Section)
            {
                end++;
            }

            CutSection(document, at, end, pieces);
            at = end;
        }

        var passages = new List<Passage>(pieces.Count);
        foreach (var piece in pieces)
        {
            passages.Add(ToPassage(document, piece, passages.Count));
        }

        return passages;
    }

    private static void CutSection(SourceDocument document, int from, int to, List<Piece> pieces)
    {
        var text = document.Text;
        var joined = new PieceJoiner(pieces);
        for (var at = from; at < to;)
        {
            var block = document.Blocks[at];
            if (block.Table >= 0)
            {
                joined.Close();
                at = CutTable(document, at, to, pieces);
                continue;
            }

            var end = EndOfUnit(document.Blocks, at, to);
            var unit = new TextSpan(Beginning(text, block), document.Blocks[end - 1].Span.End);
            if (unit.Length <= Passage.MaxLength)
            {
                joined.Add(new Piece(unit, default, block.Section, block.Page), TargetLength);
            }
            else
            {
                // A list too long to stay whole: its lead goes with its first items.
                joined.Close();
                for (var i = at; i < end; i++)
                {
                    AddParts(text, document.Blocks[i], default, joined);
                }

                joined.Close();
            }

            at = end;
        }

        joined.Close();
    }

    /// <summary>A unit is a block by itself, or a list with the paragraph that leads to it.</summary>
    private static int EndOfUnit(IReadOnlyList<Block> blocks, int at, int to)
    {
        var end = at + 1;
        if (blocks[at].Kind is BlockKind.Paragraph or BlockKind.ListItem)
        {
            while (end < to && blocks[end].Kind == BlockKind.ListItem)
            {
                end++;
            }
        }

        return end;
    }

    /// <summary>Lines of one table that stand together; a table interrupted by a footnote comes here once for each stretch.</summary>
    private static int CutTable(SourceDocument document, int from, int to, List<Piece> pieces)
    {
        var table = document.Blocks[from].Table;
        var header = HeaderBefore(document, from, table);
        var rows = new PieceJoiner(pieces);
        var at = from;
        for (; at < to && document.Blocks[at].Table == table; at++)
        {
            var block = document.Blocks[at];
            if (block.Kind != BlockKind.TableHeader)
            {
                AddParts(document.Text, block, header, rows);
                continue;
            }

            rows.Close();
            var headerEnd = at;
            while (headerEnd + 1 < to && document.Blocks[headerEnd + 1].Table == table && document.Blocks[headerEnd + 1].Kind == BlockKind.TableHeader)
            {
                headerEnd++;
            }

            header = block.Span.Cover(document.Blocks[headerEnd].Span);
            if (!HasRowBehind(document, headerEnd + 1, table))
            {
                for (var i = at; i <= headerEnd; i++)
                {
                    AddParts(document.Text, document.Blocks[i], default, rows);
                }

                rows.Close();
            }

            at = headerEnd;
        }

        rows.Close();
        return at;
    }

    private static TextSpan HeaderBefore(SourceDocument document, int from, int table)
    {
        var header = default(TextSpan);
        for (var at = from - 1; at >= 0; at--)
        {
            var block = document.Blocks[at];
            if (block.Table == table && block.Kind == BlockKind.TableHeader)
            {
                header = header.IsEmpty ? block.Span : header.Cover(block.Span);
            }
            else if (!header.IsEmpty || (block.Table >= 0 && block.Table != table))
            {
                break;
            }
        }

        return header;
    }

    private static bool HasRowBehind(SourceDocument document, int at, int table)
    {
        for (; at < document.Blocks.Count; at++)
        {
            var block = document.Blocks[at];
            if (block.Table == table)
            {
                return block.Kind != BlockKind.TableHeader;
            }

            if (block.Table >= 0)
            {
                return false;
            }
        }

        return false;
    }

    private static void AddParts(string text, Block block, TextSpan header, PieceJoiner joined)
    {
        var whole = new TextSpan(Beginning(text, block), block.Span.End);
        if (whole.Length <= Passage.MaxLength)
        {
            joined.Add(new Piece(whole, header, block.Section, block.Page), TargetLength);
            return;
        }

        joined.Close();
        foreach (var sentence in SentenceSplitter.Split(text, whole))
        {
            foreach (var part in HardSplitter.Split(text, sentence, Passage.MaxLength))
            {
                joined.Add(new Piece(part, header, block.Section, block.Page), TargetLength);
            }
        }

        joined.Close();
    }

    /// <summary>A list item's marker stands before its span on the same line, and is shown with it.</summary>
    private static int Beginning(string text, Block block)
    {
        var start = block.Span.Start;
        if (block.Kind != BlockKind.ListItem)
        {
            return start;
        }

        var line = text.AsSpan(0, start).LastIndexOf('\n') + 1;
        while (line < start && char.IsWhiteSpace(text[line]))
        {
            line++;
        }

        return line;
    }

    private static Passage ToPassage(SourceDocument document, Piece piece, int ordinal) => new()
    {
        Id = new PassageId(document.Id, ordinal),
        Title = document.Metadata.Title,
        HeadingPath = document.HeadingPath(piece.Section),
        Text = piece.Span.In(document.Text),
        TableHeader = piece.Header.In(document.Text),
        Span = piece.Span,
        HeaderSpan = piece.Header,
        Section = piece.Section,
        Page = piece.Page,
        Scope = document.Metadata.Scope,
        Standing = document.Metadata.Standing,
    };
}
