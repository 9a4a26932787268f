using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Writes documents, their passages and the index over them as one segment.</summary>
/// <remarks>The same documents give the same bytes, in whatever order they come. A segment holds at most 2 GB.</remarks>
public sealed class SegmentWriter
{
    private readonly ByteWriter[] _parts = [.. Enumerable.Range(0, SegmentLayout.PartCount).Select(_ => new ByteWriter())];
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly List<string> _stringOrder = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<PostingsWriter> _postings = [];
    private readonly Dictionary<string, (int Count, int LastPassage)> _words = new(StringComparer.Ordinal);
    private readonly List<Token> _tokens = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly long[] _totals = new long[Fields.Count];
    private int _documents;
    private int _passages;

    private SegmentWriter()
    {
    }

    /// <exception cref="ArgumentException">Two documents have one id, or a passage is not what its place in the document says.</exception>
    public static void Write(IReadOnlyList<IndexedDocument> documents, Stream output)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(output);
        var sorted = documents.OrderBy(d => d.Document.Id, StringComparer.Ordinal).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Document.Id == sorted[i - 1].Document.Id)
            {
                throw new ArgumentException($"Two documents have the id '{sorted[i].Document.Id}'.", nameof(documents));
            }
        }

        var writer = new SegmentWriter();
        foreach (var document in sorted)
        {
            writer.Add(document);
        }

        writer.Complete(output);
    }

    private ByteWriter Part(SegmentPart part) => _parts[(int)part];

    private void Add(IndexedDocument indexed)
    {
        Check(indexed);
        var document = indexed.Document;
        var utf8 = ByteWriter.IsWellFormed(document.Text) && !indexed.Passages.Any(p => Splits(document.Text, p.Span.Start) || Splits(document.Text, p.Span.End));
        var table = Part(SegmentPart.DocumentTable);
        table.UInt32((uint)Part(SegmentPart.Documents).Length);
        table.UInt32((uint)_passages);

        var textStart = Part(SegmentPart.Texts).Length;
        Part(SegmentPart.Texts).Text(document.Text, utf8);
        var blob = Part(SegmentPart.Documents);
        DocumentCodec.WriteMetadata(blob, document.Metadata);
        blob.Varint((uint)textStart);
        blob.Varint((uint)(Part(SegmentPart.Texts).Length - textStart));
        blob.Byte(utf8 ? (byte)1 : (byte)0);
        DocumentCodec.WriteStructure(blob, document);

        var (atChar, atByte) = (0, 0);
        foreach (var passage in indexed.Passages)
        {
            if (passage.Span.Start < atChar)
            {
                (atChar, atByte) = (0, 0);
            }

            atByte += ByteCount(document.Text.AsSpan(atChar, passage.Span.Start - atChar), utf8);
            atChar = passage.Span.Start;
            AddPassage(passage, document, textStart + atByte, utf8);
        }

        _documents++;
    }

    private void AddPassage(Passage passage, SourceDocument document, int textAt, bool utf8)
    {
        var table = Part(SegmentPart.PassageTable);
        table.UInt32((uint)_documents);
        table.UInt32((uint)Part(SegmentPart.Passages).Length);
        table.UInt32(passage.Scope is null ? 0 : (uint)Reference(passage.Scope) + 1);

        var record = Part(SegmentPart.Passages);
        record.Varint((uint)textAt);
        record.Varint((uint)ByteCount(passage.Span.In(document.Text), utf8));
        record.Byte(utf8 ? (byte)1 : (byte)0);
        DocumentCodec.WriteSpan(record, passage.Span);
        record.Varint((uint)Reference(passage.Title));
        record.Varint((uint)passage.HeadingPath.Count);
        foreach (var heading in passage.HeadingPath)
        {
            record.Varint((uint)Reference(heading));
        }

        record.Varint((uint)Reference(passage.TableHeader));
        DocumentCodec.WriteSpan(record, passage.HeaderSpan);
        record.Signed(passage.Section);
        DocumentCodec.WritePage(record, passage.Page);
        record.Signed((int)passage.Standing);
        Index(passage);
        _passages++;
    }

    private void Index(Passage passage)
    {
        Span<int> counted = stackalloc int[Fields.Count];
        _occurrences.Clear();
        PassageAnalysis.Read(passage, _tokens, counted, Take);
        Span<ushort> lengths = stackalloc ushort[Fields.Count];
        for (var field = 0; field < Fields.Count; field++)
        {
            lengths[field] = (ushort)Math.Min(counted[field], ushort.MaxValue);
            _totals[field] += lengths[field];
            Part(SegmentPart.FieldLengths).UInt16(lengths[field]);
        }

        _occurrences.Sort();
        var all = CollectionsMarshal.AsSpan(_occurrences);
        for (var from = 0; from < all.Length;)
        {
            var to = from + 1;
            while (to < all.Length && all[to].Term == all[from].Term)
            {
                to++;
            }

            _postings[all[from].Term].Add(_passages, all[from..to], lengths);
            from = to;
        }
    }

    private void Take(Field field, string text, Token token, int position)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, token.Term, out var known);
        if (!known)
        {
            term = _postings.Count;
            _postings.Add(new());
        }

        _occurrences.Add(new(term, field, position));
        if (PassageAnalysis.SurfaceWord(text, token) is { } word)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out var met);
            if (!met || seen.LastPassage != _passages)
            {
                seen = (seen.Count + 1, _passages);
            }
        }
    }

    private int Reference(string value)
    {
        if (!_strings.TryGetValue(value, out var reference))
        {
            reference = _stringOrder.Count;
            _strings.Add(value, reference);
            _stringOrder.Add(value);
        }

        return reference;
    }

    private void Complete(Stream output)
    {
        var statistics = Part(SegmentPart.Statistics);
        statistics.UInt32((uint)_documents);
        statistics.UInt32((uint)_passages);
        foreach (var total in _totals)
        {
            statistics.UInt64((ulong)total);
        }

        Part(SegmentPart.DocumentTable).UInt32((uint)Part(SegmentPart.Documents).Length);
        Part(SegmentPart.DocumentTable).UInt32((uint)_passages);
        foreach (var value in _stringOrder)
        {
            Part(SegmentPart.StringTable).UInt32((uint)Part(SegmentPart.Strings).Length);
            Part(SegmentPart.Strings).String(value);
        }

        WriteTerms();
        WriteWords();
        WriteFile(output);
    }

    private void WriteTerms()
    {
        var (table, terms, postings, positions) =
            (Part(SegmentPart.TermTable), Part(SegmentPart.Terms), Part(SegmentPart.Postings), Part(SegmentPart.Positions));
        foreach (var (bytes, term) in InByteOrder(_terms))
        {
            table.UInt32((uint)terms.Length);
            table.UInt32((uint)_postings[term].PassageCount);
            table.UInt32((uint)postings.Length);
            table.UInt32((uint)positions.Length);
            terms.Bytes(bytes);
            _postings[term].Complete(postings, positions);
        }

        table.UInt32((uint)terms.Length);
        table.UInt32(0);
        table.UInt32((uint)postings.Length);
        table.UInt32((uint)positions.Length);
    }

    private void WriteWords()
    {
        var (table, words) = (Part(SegmentPart.WordTable), Part(SegmentPart.Words));
        foreach (var (bytes, entry) in InByteOrder(_words))
        {
            var word = Encoding.UTF8.GetString(bytes);
            table.UInt32((uint)words.Length);
            table.UInt32(LetterMask.Of(word));
            table.UInt32((uint)entry.Count);
            table.UInt32((uint)word.Length);
            words.Bytes(bytes);
        }

        table.UInt32((uint)words.Length);
        table.UInt32(0);
        table.UInt32(0);
        table.UInt32(0);
    }

    private void WriteFile(Stream output)
    {
        var header = new byte[SegmentLayout.HeaderLength];
        var offset = (long)header.Length;
        for (var part = 0; part < _parts.Length; part++)
        {
            var entry = header.AsSpan(SegmentLayout.ContentsOffset + (part * 16));
            BinaryPrimitives.WriteInt64LittleEndian(entry, offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], _parts[part].Length);
            offset += _parts[part].Length;
        }

        if (offset > int.MaxValue)
        {
            throw new InvalidOperationException($"A segment holds at most 2 GB, this one would hold {offset} bytes: write fewer documents into each.");
        }

        BinaryPrimitives.WriteUInt64LittleEndian(header, SegmentLayout.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), SegmentLayout.FormatVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), EnglishAnalyzer.Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(16), offset);
        var whole = new byte[offset];
        header.CopyTo(whole, 0);
        var at = header.Length;
        foreach (var part in _parts)
        {
            part.Written.CopyTo(whole.AsSpan(at));
            at += part.Length;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(whole.AsSpan(SegmentLayout.ChecksumOffset), XxHash64.Hash(whole.AsSpan(SegmentLayout.ContentsOffset)));
        output.Write(whole);
    }

    private static (byte[] Bytes, T Value)[] InByteOrder<T>(Dictionary<string, T> entries)
    {
        var keyed = entries.Select(e => (Bytes: Encoding.UTF8.GetBytes(e.Key), e.Value)).ToArray();
        Array.Sort(keyed, (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
        return keyed;
    }

    private static int ByteCount(ReadOnlySpan<char> text, bool utf8) => utf8 ? Encoding.UTF8.GetByteCount(text) : text.Length * 2;

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    private static void Check(IndexedDocument indexed)
    {
        for (var i = 0; i < indexed.Passages.Count; i++)
        {
            var passage = indexed.Passages[i];
            if (passage.Id != new PassageId(indexed.Document.Id, i))
            {
                throw new ArgumentException($"Passage {i} of document '{indexed.Document.Id}' is named '{passage.Id}'.", nameof(indexed));
            }

            if (passage.Span.End > indexed.Document.Text.Length || !indexed.Document.Text.AsSpan(passage.Span.Start, passage.Span.Length).SequenceEqual(passage.Text))
            {
                throw new ArgumentException($"Passage '{passage.Id}' does not stand at {passage.Span} of its document's text.", nameof(indexed));
            }
        }
    }
}
