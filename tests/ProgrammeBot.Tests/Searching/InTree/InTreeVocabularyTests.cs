using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class InTreeVocabularyTests
{
    [Theory]
    [InlineData("fees", 2)]
    [InlineData("FEE", 2)]
    [InlineData("full-time", 1)]
    [InlineData("fulltime", 1)]
    [InlineData("dissertations", 1)]
    [InlineData("giraffe", 0)]
    [InlineData("", 0)]
    [InlineData("\ud800", 0)]
    public void A_word_is_counted_in_any_inflection(string word, int passages)
    {
        var corpus = InTreeCorpus.FromDocuments([IndexedDocuments.Of("doc", "The fee for a full-time dissertation", "Fees, fees and fees", "nothing")]);

        Assert.Equal(passages, corpus.Vocabulary.PassageFrequency(word));
    }

    [Theory]
    [InlineData("abc", "abd", 1)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("ca", "abc", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "ab", 2)]
    public void Distance_is_that_of_Damerau_and_Levenshtein(string a, string b, int distance) => Assert.Equal(distance, DamerauLevenshtein.Distance(a, b, 9));

    [Fact]
    public void The_nearest_words_are_those_of_a_plain_search_through_all_words()
    {
        var random = new Random(17);
        string Word(int length) => new([.. Enumerable.Range(0, length).Select(_ => "abcdé"[random.Next(5)])]);
        var words = Enumerable.Range(0, 600).Select(_ => Word(3 + random.Next(7))).ToArray();
        var vocabulary = InTreeCorpus.FromDocuments([IndexedDocuments.Of("doc", [.. words.Chunk(6).Select(c => string.Join(' ', c))])]).Vocabulary;
        var frequencies = words.Chunk(6).SelectMany(c => c.Distinct()).CountBy(w => w).ToDictionary();
        for (var i = 0; i < 300; i++)
        {
            var wanted = Word(3 + random.Next(8));
            var most = wanted.Length < 4 ? 0 : wanted.Length < 8 ? 1 : 2;
            var expected = vocabulary.PassageFrequency(wanted) > 0 ? [] : frequencies.Keys
                .Select(w => new SpellingSuggestion(w, DamerauLevenshtein.Distance(wanted, w, 9), frequencies[w]))
                .Where(s => s.Distance <= most)
                .OrderBy(s => s.Distance).ThenByDescending(s => s.Frequency).ThenBy(s => s.Word, StringComparer.Ordinal)
                .ToArray();

            Assert.Equal(expected, vocabulary.Nearest(wanted, 1000));
        }
    }

    [Theory]
    [InlineData("tuitoin", "tuition")]
    [InlineData("disertation", "dissertation")]
    [InlineData("Disertatoin", "dissertation")]
    [InlineData("tuition", null)]
    [InlineData("fea", null)]
    [InlineData("COMP70058", null)]
    [InlineData("tu tion", null)]
    public void A_word_that_the_index_lacks_is_brought_to_the_nearest_it_has(string word, string? nearest)
    {
        var corpus = InTreeCorpus.FromDocuments([IndexedDocuments.Of("doc", "fees tuition dissertation COMP70059")]);

        Assert.Equal(nearest, corpus.Vocabulary.Nearest(word, 1).Select(s => s.Word).SingleOrDefault());
    }

    [Fact]
    public void A_word_of_any_length_is_answered() => Assert.Empty(InTreeCorpus.FromDocuments([]).Vocabulary.Nearest(new('x', 100_000), 3));
}
