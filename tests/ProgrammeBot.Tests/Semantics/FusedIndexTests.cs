using ProgrammeBot.Documents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Semantics;
using ProgrammeBot.Tests.Searching.InTree;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Semantics;

public sealed class FusedIndexTests
{
    private static readonly WordEncoder Encoder = new("fees cost price", "costs code123");

    private static readonly IndexedDocument[] Documents =
    [
        IndexedDocuments.Of("a", ["Tuition fees.", "The library is open.", "What is much loved is the garden.", .. Others("a")]),
        IndexedDocuments.Of(new DocumentMetadata("b") { Scope = "msc" }, "Heading", ["The price of the course.", "Rowing fees.", .. Others("b")]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_passage_that_says_it_in_other_words_is_found_and_lifted()
    {
        var query = new PassageQuery("what is the cost");
        var lexical = Ids(InTreeCorpus.FromDocuments(Documents).Index, query);

        var fused = Ids(MeaningOf.All(Encoder, Documents).Index, query);

        Assert.DoesNotContain("a#0", lexical);
        Assert.Contains("a#0", fused);
        Assert.True(Array.IndexOf(fused, "b#0") <= Array.IndexOf(lexical, "b#0"));
    }

    [Fact]
    public void Only_passages_of_the_scopes_come_in()
    {
        var fused = Ids(MeaningOf.All(Encoder, Documents).Index, new("what is the cost") { Scopes = ["msc"] });

        Assert.Equal(["b#0", "b#1"], fused.Where(id => id is "a#0" or "b#0" or "b#1").Order());
    }

    [Fact]
    public void A_score_is_the_share_of_the_best_word_score_and_the_weighed_rescaled_cosine()
    {
        var corpus = MeaningOf.All(Encoder, Documents);
        var query = new PassageQuery("the cost of the library");
        var question = TextVector.Of(Encoder, query.Text);
        var lexical = corpus.Inner.Index.Find(query, 10, Cancellation).ToDictionary(h => h.Passage.Id, h => h.Score);
        var cosines = Documents.SelectMany(d => d.Passages).ToDictionary(p => p.Id, p => corpus.Meaning!.CosineTo(p.Id, question)!.Value);
        var (mean, most) = (cosines.Values.Average(c => (double)c), cosines.Values.Max());

        var hits = corpus.Index.Find(query, 10, Cancellation);

        Assert.All(hits, hit => Assert.Equal(
            (lexical.GetValueOrDefault(hit.Passage.Id) / lexical.Values.Max()) + (FusedIndex.MeaningWeight * Math.Max(0, (cosines[hit.Passage.Id] - mean) / (most - mean))),
            hit.Score,
            1e-6));
        Assert.Equal(lexical.Keys.Union(cosines.Where(c => c.Value > mean).Select(c => c.Key)).Order(), hits.Select(h => h.Passage.Id).Order());
    }

    [Fact]
    public void Among_a_handful_of_passages_no_others_come_in()
    {
        var corpus = MeaningOf.All(Encoder, IndexedDocuments.Of("a", "Tuition fees.", "The library is open."));

        Assert.Equal(["a#1"], Ids(corpus.Index, new("the cost")));
    }

    [Fact]
    public void Where_no_word_stands_anywhere_nothing_is_found() =>
        Assert.Empty(MeaningOf.All(Encoder, Documents).Index.Find(new("cost"), 5, Cancellation));

    [Fact]
    public void A_query_with_a_code_goes_by_its_words_alone()
    {
        var corpus = MeaningOf.All(Encoder, [.. Documents, IndexedDocuments.Of("c", "ELEC70028 is a module.", "A module costs effort.")]);
        var query = new PassageQuery("the cost of ELEC70028");

        Assert.Equal(corpus.Inner.Index.Find(query, 10, Cancellation).Select(h => (h.Passage.Id, h.Score)), corpus.Index.Find(query, 10, Cancellation).Select(h => (h.Passage.Id, h.Score)));
    }

    [Fact]
    public void A_vector_given_with_the_query_goes_before_its_text()
    {
        var corpus = MeaningOf.All(Encoder, Documents);

        var given = Ids(corpus.Index, new("the library") { Vector = TextVector.Of(Encoder, "cost of tuition") });

        Assert.Contains("a#0", given);
        Assert.DoesNotContain("a#0", Ids(corpus.Index, new("the library")));
    }

    [Fact]
    public void A_query_asked_of_several_scopes_is_encoded_once()
    {
        var encoder = new WordEncoder();
        var corpus = MeaningOf.All(encoder, Documents);
        var before = encoder.Encoded;

        _ = corpus.Index.Find(new("the library") { Scopes = ["msc"] }, 5, Cancellation);
        _ = corpus.Index.Find(new("the library") { Scopes = [""] }, 5, Cancellation);
        Assert.Equal(before + 1, encoder.Encoded);

        Assert.NotEqual(Ids(corpus.Index, new("the garden")), Ids(corpus.Index, new("the library")));
    }

    [Fact]
    public void Without_vectors_search_goes_by_words_alone()
    {
        var inner = InTreeCorpus.FromDocuments(Documents);
        var query = new PassageQuery("the cost of the library");

        var index = new CorpusWithMeaning(inner, MeaningOf.Some(Encoder, inner, _ => false)).Index;

        Assert.Equal(Ids(inner.Index, query), Ids(index, query));
    }

    [Fact]
    public void A_passage_that_lacks_its_vector_keeps_its_word_score()
    {
        var inner = InTreeCorpus.FromDocuments(Documents);

        var hits = new CorpusWithMeaning(inner, MeaningOf.Some(Encoder, inner, p => p.Id.Document == "b")).Index.Find(new("library open"), 5, Cancellation);

        Assert.Equal(("a#1", 1.0), (hits[0].Passage.Id.ToString(), hits[0].Score));
    }

    [Theory]
    [InlineData("ELEC70028", true)]
    [InlineData("what is comp70016?", true)]
    [InlineData("AB123CD", true)]
    [InlineData("a 2:1 in 2025-26", false)]
    [InlineData("the 1960s and the 19th century", false)]
    [InlineData("MSc, G7, covid19", false)]
    [InlineData("", false)]
    public void A_code_is_letters_with_a_number_behind(string text, bool isCode) => Assert.Equal(isCode, CodeWords.HasCode(text));

    private static IEnumerable<string> Others(string document) => Enumerable.Range(0, 10).Select(i => $"Other{document}{i} words{document}{i}.");

    private static string[] Ids(IPassageIndex index, PassageQuery query) => [.. index.Find(query, 10, Cancellation).Select(h => h.Passage.Id.ToString())];
}
