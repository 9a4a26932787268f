using ProgrammeBot.Passages;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class SegmentedCorpusTests
{
    [Fact]
    public void Segments_with_deletions_score_to_the_last_bit_like_one_fresh_segment()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var drawn = new RandomDocuments(seed);
            var live = new SortedDictionary<string, IndexedDocument>(StringComparer.Ordinal);
            var views = new List<SegmentView>();
            for (var step = 0; step < 6; step++)
            {
                var changed = Enumerable.Range(0, 1 + drawn.Next(4)).Select(_ => drawn.Document($"doc-{drawn.Next(10):D2}")).DistinctBy(d => d.Document.Id).ToList();
                var gone = changed.Select(d => d.Document.Id).Append($"doc-{drawn.Next(10):D2}").ToHashSet();
                views = [.. views.Select(v => v with { DeletedDocuments = v.DeletedDocuments.Union(gone).ToHashSet() })];
                views.Add(new(Segment.Open(SegmentTests.Write(changed)), new HashSet<string>()));
                foreach (var id in gone)
                {
                    live.Remove(id);
                }

                changed.ForEach(d => live[d.Document.Id] = d);
            }

            AssertAlike(InTreeCorpus.FromDocuments([.. live.Values]), InTreeCorpus.Create(views), drawn, $"seed {seed}");
        }
    }

    [Fact]
    public void A_document_alive_in_two_segments_is_refused_by_name()
    {
        SegmentView View() => new(Segment.Open(SegmentTests.Write([IndexedDocuments.Of("twin", "a")])), new HashSet<string>());

        var refusal = Assert.Throws<ArgumentException>(() => InTreeCorpus.Create([View(), View()]));

        Assert.Contains("'twin'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_document_is_gone_everywhere()
    {
        var segment = Segment.Open(SegmentTests.Write([IndexedDocuments.Of("gone", "zebra crossing"), IndexedDocuments.Of("kept", "horse riding")]));

        var corpus = InTreeCorpus.Create([new(segment, new HashSet<string> { "gone", "never there" })]);

        Assert.Equal(["kept"], corpus.Documents.Select(d => d.Id));
        Assert.Null(corpus.Find("gone"));
        Assert.Empty(corpus.PassagesOf("gone"));
        Assert.Empty(corpus.Index.Find(new("zebra"), 5, TestContext.Current.CancellationToken));
        Assert.Equal(0, corpus.Vocabulary.PassageFrequency("zebra"));
        Assert.Empty(corpus.Vocabulary.Nearest("zebrra", 5));
        Assert.Equal(1, corpus.Vocabulary.PassageCount);
    }

    private static void AssertAlike(InTreeCorpus fresh, InTreeCorpus segmented, RandomDocuments drawn, string where)
    {
        Assert.Equal(fresh.Documents, segmented.Documents);
        Assert.Equal(fresh.Vocabulary.PassageCount, segmented.Vocabulary.PassageCount);
        for (var i = 0; i < 5; i++)
        {
            var text = drawn.Text(1 + drawn.Next(6));
            var expected = fresh.Index.Find(new(text), 50).Select(h => (h.Passage.Id, h.Score));
            var actual = segmented.Index.Find(new(text), 50).Select(h => (h.Passage.Id, h.Score));
            Assert.True(expected.SequenceEqual(actual), $"{where}, '{text}'");
            foreach (var word in text.Split(' ').Select(w => w + "q"))
            {
                Assert.Equal(fresh.Vocabulary.Nearest(word, 5), segmented.Vocabulary.Nearest(word, 5));
            }
        }

        foreach (var document in fresh.Documents)
        {
            Assert.Equal(fresh.Find(document.Id)?.Text, segmented.Find(document.Id)?.Text);
            Assert.Equal<PassageId>(fresh.PassagesOf(document.Id).Select(p => p.Id), segmented.PassagesOf(document.Id).Select(p => p.Id));
        }
    }
}
