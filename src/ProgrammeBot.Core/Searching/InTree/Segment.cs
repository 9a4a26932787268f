using System.Buffers.Binary;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Documents and the index over them, read in place from memory, mapped or not.</summary>
/// <remarks>Immutable; many may read at once. The memory must stay as it is while the segment is in use. Documents stand in ordinal order of their ids.</remarks>
public sealed class Segment
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly (int Offset, int Length)[] _parts;

    private Segment(ReadOnlyMemory<byte> bytes, (int Offset, int Length)[] parts)
    {
        _bytes = bytes;
        _parts = parts;
        var statistics = Part(SegmentPart.Statistics);
        DocumentCount = BinaryPrimitives.ReadInt32LittleEndian(statistics);
        PassageCount = BinaryPrimitives.ReadInt32LittleEndian(statistics[4..]);
        TermCount = (Part(SegmentPart.TermTable).Length / SegmentLayout.TermEntry) - 1;
        WordCount = (Part(SegmentPart.WordTable).Length / SegmentLayout.WordEntry) - 1;
    }

    public int DocumentCount { get; }

    public int PassageCount { get; }

    internal int TermCount { get; }

    internal int WordCount { get; }

    /// <exception cref="SegmentFormatException">The bytes are no segment, of another version, cut short or damaged.</exception>
    public static Segment Open(ReadOnlyMemory<byte> bytes) => new(bytes, SegmentCheck.Contents(bytes.Span));

    /// <summary>All documents with their passages, each read as it is asked for: to write several segments into one.</summary>
    public IEnumerable<IndexedDocument> Documents()
    {
        for (var document = 0; document < DocumentCount; document++)
        {
            yield return new(Document(document), PassagesOf(document));
        }
    }

    /// <summary>The ids of the documents, in ordinal order.</summary>
    public IEnumerable<string> DocumentIds()
    {
        for (var document = 0; document < DocumentCount; document++)
        {
            yield return DocumentId(document);
        }
    }

    internal ReadOnlySpan<byte> Part(SegmentPart part) => _bytes.Span.Slice(_parts[(int)part].Offset, _parts[(int)part].Length);

    internal long TotalLength(int field) => BinaryPrimitives.ReadInt64LittleEndian(Part(SegmentPart.Statistics)[(8 + (field * 8))..]);

    internal string DocumentId(int document) => DocumentReader(document).Required();

    /// <summary>The place of a document, or the complement of where it would stand.</summary>
    internal int FindDocument(string id)
    {
        var (low, high) = (0, DocumentCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(DocumentId(middle), id);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    internal DocumentMetadata Metadata(int document)
    {
        var reader = DocumentReader(document);
        return DocumentCodec.ReadMetadata(ref reader);
    }

    internal SourceDocument Document(int document)
    {
        var reader = DocumentReader(document);
        var metadata = DocumentCodec.ReadMetadata(ref reader);
        var text = ByteReader.Text(Part(SegmentPart.Texts).Slice(reader.Int(), reader.Int()), reader.Byte() == 1);
        return DocumentCodec.ReadStructure(ref reader, metadata, text);
    }

    /// <summary>The first passage of a document; that of the document behind the last is the number of passages.</summary>
    internal int FirstPassage(int document) => Number(SegmentPart.DocumentTable, (document * SegmentLayout.DocumentEntry) + 4);

    internal IReadOnlyList<Passage> PassagesOf(int document)
    {
        var (from, to) = (FirstPassage(document), FirstPassage(document + 1));
        var passages = new Passage[to - from];
        var id = DocumentId(document);
        for (var i = 0; i < passages.Length; i++)
        {
            passages[i] = Passage(from + i, id);
        }

        return passages;
    }

    internal int DocumentOf(int passage) => Number(SegmentPart.PassageTable, passage * SegmentLayout.PassageEntry);

    /// <summary>0 for a general passage, else one more than the place of its scope among the strings.</summary>
    internal int ScopeOf(int passage) => Number(SegmentPart.PassageTable, (passage * SegmentLayout.PassageEntry) + 8);

    internal string Text(int reference)
    {
        var reader = new ByteReader(Part(SegmentPart.Strings), Number(SegmentPart.StringTable, reference * 4));
        return reader.Required();
    }

    internal Passage Passage(int passage) => Passage(passage, DocumentId(DocumentOf(passage)));

    internal PassageId IdOf(int passage)
    {
        var document = DocumentOf(passage);
        return new(DocumentId(document), passage - FirstPassage(document));
    }

    internal void LengthsOf(int passage, out FieldCounts lengths)
    {
        var entry = Part(SegmentPart.FieldLengths)[(passage * SegmentLayout.LengthEntry)..];
        lengths = default;
        for (var field = 0; field < Fields.Count; field++)
        {
            lengths[field] = BinaryPrimitives.ReadUInt16LittleEndian(entry[(field * 2)..]);
        }
    }

    /// <summary>The place of a term in the dictionary, or -1.</summary>
    internal int FindTerm(string term) => Find(SegmentPart.TermTable, SegmentLayout.TermEntry, SegmentPart.Terms, TermCount, term);

    /// <summary>In how many passages a term of the dictionary stands.</summary>
    internal int PassageFrequency(int term) => Number(SegmentPart.TermTable, (term * SegmentLayout.TermEntry) + 4);

    internal PostingsCursor Postings(int term)
    {
        var entry = term * SegmentLayout.TermEntry;
        var (postings, postingsEnd) = (Number(SegmentPart.TermTable, entry + 8), Number(SegmentPart.TermTable, entry + SegmentLayout.TermEntry + 8));
        var (positions, positionsEnd) = (Number(SegmentPart.TermTable, entry + 12), Number(SegmentPart.TermTable, entry + SegmentLayout.TermEntry + 12));
        return new(Part(SegmentPart.Postings)[postings..postingsEnd], Part(SegmentPart.Positions)[positions..positionsEnd], PassageFrequency(term));
    }

    /// <summary>The place of a surface word, or -1.</summary>
    internal int FindWord(string word) => Find(SegmentPart.WordTable, SegmentLayout.WordEntry, SegmentPart.Words, WordCount, word);

    internal string Word(int word)
    {
        var entry = word * SegmentLayout.WordEntry;
        var (from, to) = (Number(SegmentPart.WordTable, entry), Number(SegmentPart.WordTable, entry + SegmentLayout.WordEntry));
        return Encoding.UTF8.GetString(Part(SegmentPart.Words)[from..to]);
    }

    internal int WordFrequency(int word) => Number(SegmentPart.WordTable, (word * SegmentLayout.WordEntry) + 8);

    private Passage Passage(int passage, string document)
    {
        var first = FirstPassage(DocumentOf(passage));
        var reader = new ByteReader(Part(SegmentPart.Passages), Number(SegmentPart.PassageTable, (passage * SegmentLayout.PassageEntry) + 4));
        var text = ByteReader.Text(Part(SegmentPart.Texts).Slice(reader.Int(), reader.Int()), reader.Byte() == 1);
        var scope = ScopeOf(passage);
        var span = DocumentCodec.ReadSpan(ref reader);
        var title = Text(reader.Int());
        var headings = new string[reader.Int()];
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = Text(reader.Int());
        }

        return new()
        {
            Id = new(document, passage - first),
            Title = title,
            HeadingPath = headings,
            Text = text,
            Span = span,
            TableHeader = Text(reader.Int()),
            HeaderSpan = DocumentCodec.ReadSpan(ref reader),
            Section = reader.Signed(),
            Page = DocumentCodec.ReadPage(ref reader),
            Scope = scope == 0 ? null : Text(scope - 1),
            Standing = (Standing)reader.Signed(),
        };
    }

    private ByteReader DocumentReader(int document) =>
        new(Part(SegmentPart.Documents), Number(SegmentPart.DocumentTable, document * SegmentLayout.DocumentEntry));

    private int Number(SegmentPart part, int at) => BinaryPrimitives.ReadInt32LittleEndian(Part(part)[at..]);

    private int Find(SegmentPart table, int entrySize, SegmentPart words, int count, string word)
    {
        if (word.Length > EnglishAnalyzer.MaxTermLength * 2)
        {
            return -1;
        }

        Span<byte> buffer = stackalloc byte[EnglishAnalyzer.MaxTermLength * 2 * 3];
        ReadOnlySpan<byte> wanted = buffer[..Encoding.UTF8.GetBytes(word, buffer)];
        var entries = Part(table);
        var letters = Part(words);
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var from = BinaryPrimitives.ReadInt32LittleEndian(entries[(middle * entrySize)..]);
            var to = BinaryPrimitives.ReadInt32LittleEndian(entries[((middle + 1) * entrySize)..]);
            var order = letters[from..to].SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
