using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class InTreeCorpusTests
{
    private static readonly InTreeCorpus Corpus = InTreeCorpus.FromDocuments(
    [
        IndexedDocuments.Of("fees", "The tuition fee is £42,600 for overseas students.", "A deposit is due within four weeks."),
        IndexedDocuments.Of("entry", "Applicants need an upper second-class degree.", "English at the higher level: IELTS 7.0 overall."),
    ]);

    [Fact]
    public void A_passage_is_found_by_its_words()
    {
        var hits = Corpus.Index.Find(new PassageQuery("How much are the tuition fees?"), 3, TestContext.Current.CancellationToken);

        Assert.Equal("fees#0", hits[0].Passage.Id.ToString());
        Assert.Equal("The tuition fee is £42,600 for overseas students.", hits[0].Passage.Text);
    }

    [Fact]
    public void Documents_come_in_order_of_their_ids() => Assert.Equal(["entry", "fees"], Corpus.Documents.Select(d => d.Id));

    [Fact]
    public void A_misspelt_word_is_brought_near_to_one_of_the_index() =>
        Assert.Equal([new SpellingSuggestion("tuition", 1, 1)], Corpus.Vocabulary.Nearest("tuiton", 3));
}
