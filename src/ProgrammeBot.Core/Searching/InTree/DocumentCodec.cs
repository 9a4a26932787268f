using ProgrammeBot.Documents;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Writes and reads all of a document but its text.</summary>
internal static class DocumentCodec
{
    public static void WriteMetadata(ByteWriter to, DocumentMetadata metadata)
    {
        to.String(metadata.Id);
        to.String(metadata.Title);
        to.String(metadata.Publisher);
        to.String(metadata.Scope);
        to.String(metadata.Cohort);
        to.String(metadata.Language);
        to.String(metadata.AsOf);
        to.String(metadata.Link?.OriginalString);
        to.Signed((int)metadata.Standing);
        to.String(metadata.DigestOf);
        to.Signed(metadata.SourceStanding is { } source ? (int)source : -1);
    }

    public static DocumentMetadata ReadMetadata(ref ByteReader from) => new(from.Required())
    {
        Title = from.Required(),
        Publisher = from.String(),
        Scope = from.String(),
        Cohort = from.String(),
        Language = from.Required(),
        AsOf = from.String(),
        Link = from.String() is { } link ? new Uri(link, UriKind.RelativeOrAbsolute) : null,
        Standing = (Standing)from.Signed(),
        DigestOf = from.String(),
        SourceStanding = from.Signed() is var source and >= 0 ? (Standing)source : null,
    };

    public static void WriteStructure(ByteWriter to, SourceDocument document)
    {
        to.Varint((uint)document.Sections.Count);
        foreach (var section in document.Sections)
        {
            to.Signed(section.Parent);
            to.Signed(section.Level);
            to.String(section.Heading);
            WriteSpan(to, section.HeadingSpan);
            WriteSpan(to, section.Span);
        }

        to.Varint((uint)document.Blocks.Count);
        foreach (var block in document.Blocks)
        {
            to.Byte((byte)block.Kind);
            WriteSpan(to, block.Span);
            to.Signed(block.Section);
            WritePage(to, block.Page);
            to.Signed(block.Table);
            to.Varint((uint)block.Cells.Count);
            foreach (var cell in block.Cells)
            {
                to.Signed(cell.Start - block.Span.Start);
                to.Varint((uint)cell.Length);
            }
        }
    }

    public static SourceDocument ReadStructure(ref ByteReader from, DocumentMetadata metadata, string text)
    {
        var sections = new Section[from.Int()];
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = new(i, from.Signed(), from.Signed(), from.Required(), ReadSpan(ref from), ReadSpan(ref from));
        }

        var blocks = new Block[from.Int()];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ReadBlock(ref from);
        }

        return new(metadata, text, sections, blocks);
    }

    public static void WriteSpan(ByteWriter to, TextSpan span)
    {
        to.Varint((uint)span.Start);
        to.Varint((uint)span.Length);
    }

    public static TextSpan ReadSpan(ref ByteReader from)
    {
        var start = from.Int();
        return new(start, start + from.Int());
    }

    public static void WritePage(ByteWriter to, int? page)
    {
        to.Byte(page is null ? (byte)0 : (byte)1);
        if (page is { } number)
        {
            to.Signed(number);
        }
    }

    public static int? ReadPage(ref ByteReader from) => from.Byte() == 0 ? null : from.Signed();

    private static Block ReadBlock(ref ByteReader from)
    {
        var kind = (BlockKind)from.Byte();
        var span = ReadSpan(ref from);
        var block = new Block(kind, span, from.Signed(), ReadPage(ref from)) { Table = from.Signed() };
        var count = from.Int();
        if (count == 0)
        {
            return block;
        }

        var cells = new TextSpan[count];
        for (var i = 0; i < count; i++)
        {
            var start = span.Start + from.Signed();
            cells[i] = new(start, start + from.Int());
        }

        return block with { Cells = cells };
    }
}
