using System.Buffers.Binary;
using System.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class SegmentTests
{
    [Fact]
    public void Documents_and_passages_come_back_exactly_as_they_went_in()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var documents = new RandomDocuments(seed).Documents(4);

            var read = Segment.Open(Write(documents)).Documents().ToList();

            Assert.Equal(documents.Select(d => Describe(d)), read.Select(d => Describe(d)));
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes_in_whatever_order_they_come()
    {
        var documents = new RandomDocuments(7).Documents(9);

        Assert.Equal(Write(documents), Write([.. documents.Reverse()]));
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var bytes = Write(new RandomDocuments(3).Documents(2));
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            var at = i < 300 ? i : random.Next(bytes.Length);
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= (byte)(1 << random.Next(8));

            Assert.Throws<SegmentFormatException>(() => Segment.Open(damaged));
        }
    }

    [Fact]
    public void Anything_cut_short_or_foreign_is_refused()
    {
        var bytes = Write(new RandomDocuments(3).Documents(2));
        for (var length = 0; length < bytes.Length; length += 1 + (length / 20))
        {
            Assert.Throws<SegmentFormatException>(() => Segment.Open(bytes.AsMemory(0, length)));
        }

        Assert.Throws<SegmentFormatException>(() => Segment.Open((byte[])[.. bytes, 0]));
        Assert.Throws<SegmentFormatException>(() => Segment.Open(Encoding.ASCII.GetBytes("SQLite format 3\0" + new string('x', 4000))));
    }

    [Fact]
    public void A_refusal_says_what_was_expected_and_what_was_found()
    {
        var bytes = Write([]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), 99);

        var refusal = Assert.Throws<SegmentFormatException>(() => Segment.Open(bytes));

        Assert.Equal("Not a usable index segment: the format version should be 1, but is 99.", refusal.Message);
    }

    [Fact]
    public void Contents_that_leave_the_file_are_refused_even_under_a_right_checksum()
    {
        var bytes = Write([]);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(SegmentLayout.ContentsOffset + 8), long.MaxValue);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(SegmentLayout.ChecksumOffset), XxHash64.Hash(bytes.AsSpan(SegmentLayout.ContentsOffset)));

        Assert.Throws<SegmentFormatException>(() => Segment.Open(bytes));
    }

    [Fact]
    public void Two_documents_of_one_id_are_refused_by_name()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Write([IndexedDocuments.Of("twin", "a"), IndexedDocuments.Of("twin", "b")]));

        Assert.Contains("'twin'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_that_is_not_where_it_says_is_refused_by_name()
    {
        var good = IndexedDocuments.Of("doc", "right words");

        var refusal = Assert.Throws<ArgumentException>(() => Write([new(good.Document, [good.Passages[0] with { Text = "other words" }])]));

        Assert.Contains("'doc#0'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cursor_jumps_to_where_walking_would_lead_it()
    {
        var random = new Random(11);
        var paragraphs = Enumerable.Range(0, 3000).Select(i => random.Next(3) == 0 ? "needle hay needle" : "hay").ToArray();
        var segment = Segment.Open(Write([IndexedDocuments.Of("doc", paragraphs)]));
        var term = segment.FindTerm("needl");
        var expected = Enumerable.Range(0, 3000).Where(i => paragraphs[i].StartsWith("needle", StringComparison.Ordinal)).ToArray();
        Assert.Equal(expected.Length, segment.PassageFrequency(term));

        for (var round = 0; round < 50; round++)
        {
            var cursor = segment.Postings(term);
            for (var target = random.Next(200); target < 3000; target += 1 + random.Next(400))
            {
                var next = expected.FirstOrDefault(o => o >= target, -1);
                Assert.Equal(next >= 0, cursor.MoveTo(target));
                if (next < 0)
                {
                    break;
                }

                Assert.Equal(next, cursor.Ordinal);
                var positions = new List<int>();
                cursor.ReadPositions(positions);
                Assert.Equal([0, 2], positions);
                target = next;
            }
        }
    }

    [Fact]
    public void A_block_s_bounds_hold_for_each_of_its_passages()
    {
        var drawn = new RandomDocuments(5);
        var segment = Segment.Open(Write(drawn.Documents(300)));
        var blocks = 0;
        for (var term = 0; term < segment.TermCount; term++)
        {
            var cursor = segment.Postings(term);
            for (var read = 0; cursor.MoveNext(); read++)
            {
                segment.LengthsOf(cursor.Ordinal, out var lengths);
                cursor.BoundsOf(read / SegmentLayout.BlockSize, out var last, out var frequencies, out var least);
                Assert.True(cursor.Ordinal <= last);
                for (var field = 0; field < Fields.Count; field++)
                {
                    Assert.True(cursor.Frequencies[field] <= frequencies[field]);
                    Assert.True(cursor.Frequencies[field] == 0 || lengths[field] >= least[field]);
                }

                blocks = Math.Max(blocks, read / SegmentLayout.BlockSize);
            }
        }

        Assert.True(blocks > 0, "no term was frequent enough to fill a block");
    }

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void The_checksum_is_XXH64(string text, ulong hash) => Assert.Equal(hash, XxHash64.Hash(Encoding.ASCII.GetBytes(text)));

    internal static byte[] Write(IReadOnlyList<IndexedDocument> documents)
    {
        using var stream = new MemoryStream();
        SegmentWriter.Write(documents, stream);
        return stream.ToArray();
    }

    private static string Describe(IndexedDocument document) => string.Join('\n',
    [
        document.Document.Metadata.ToString(), document.Document.Metadata.Link?.OriginalString ?? "", document.Document.Text,
        .. document.Document.Sections.Select(s => s.ToString()),
        .. document.Document.Blocks.Select(b => (b with { Cells = Array.Empty<TextSpan>() }) + string.Join(' ', b.Cells)),
        .. document.Passages.Select(p => (p with { HeadingPath = Array.Empty<string>() }) + string.Join('|', p.HeadingPath)),
    ]);
}
