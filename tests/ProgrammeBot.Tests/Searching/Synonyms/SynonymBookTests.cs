using ProgrammeBot.Scopes;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.Synonyms;

namespace ProgrammeBot.Tests.Searching.Synonyms;

public sealed class SynonymBookTests
{
    private static readonly ScopeCatalog Scopes = new(
        [
            new Scope("general", ScopeKind.General, "Everything"),
            new Scope("optics", ScopeKind.Programme, "MRes Optics") { Parent = "general" },
            new Scope("robotics", ScopeKind.Programme, "MSc Robotics") { Parent = "general" },
        ],
        []);

    private static readonly SynonymBook Book = new(
        [
            Same("fee", "tuition", "cost"),
            Same("thesis", "research project"),
            Same("part-time", "evening study"),
            new SynonymGroup(["hard to get in", "get in"], ["entry requirements"], null, 0.6),
            Same("optics", "pm", "photonics module"),
            Same("robotics", "pm", "perception module"),
        ],
        Scopes);

    [Theory]
    [InlineData("what are the fees", "fee>tuition^0.8 fee>cost^0.8")]
    [InlineData("is it hard to get in", "hard+get>entry requirements^0.6 get>entry requirements^0.6")]
    [InlineData("getting my results in", "")]
    [InlineData("how long is the research project", "research+project>thesis^0.8")]
    [InlineData("research into the project", "")]
    [InlineData("can i do it part time", "part+time>evening study^0.8")]
    [InlineData("can i do it part-time", "part+parttim+time>evening study^0.8")]
    [InlineData("part of the time", "")]
    [InlineData("nothing that it knows", "")]
    [InlineData("", "")]
    public void A_question_is_widened_by_what_may_stand_for_its_words(string text, string expected) =>
        Assert.Equal(expected, Book.For(text).ToString());

    [Theory]
    [InlineData("optics", "pm>photonics module^0.8")]
    [InlineData("robotics", "pm>perception module^0.8")]
    [InlineData("general", "pm>photonics module^0.8 pm>perception module^0.8")]
    [InlineData("nowhere", "pm>photonics module^0.8 pm>perception module^0.8")]
    [InlineData(null, "pm>photonics module^0.8 pm>perception module^0.8")]
    public void A_word_of_one_programme_does_not_speak_for_another(string? scope, string expected) =>
        Assert.Equal(expected, Book.For("is PM hard", scope is null ? [] : [scope]).ToString());

    [Fact]
    public void A_text_has_a_phrase_only_where_it_has_all_of_it()
    {
        var widening = Book.For("when is the thesis due");

        Assert.Equal(0.8, widening.Counts("thesi", term => term is "research" or "project" ? 1 : 0));
        Assert.Equal(0, widening.Counts("thesi", term => term is "project" ? 1 : 0));
        Assert.Equal(1, widening.Counts("thesi", term => term is "thesi" or "research" or "project" ? 1 : 0));
        Assert.Equal(0.5, widening.Counts("due", term => term is "due" ? 0.5 : 1));
    }

    [Fact]
    public void Widening_never_lowers_what_a_text_counts()
    {
        string[] words = ["fee", "tuition", "cost", "thesis", "research", "project", "part", "time", "evening", "study", "get", "in", "hard", "entry", "pm", "a", "the", "of"];
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string Some() => string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            var (question, text) = (Some(), Some());
            var held = EnglishAnalyzer.Analyze(text).ToDictionary(t => (t.Position, t.Term), _ => random.Next(1, 5) / 4.0).GroupBy(p => p.Key.Term).ToDictionary(g => g.Key, g => g.Max(p => p.Value));
            double Counts(string term) => held.GetValueOrDefault(term);
            var widening = Book.For(question);
            foreach (var term in EnglishAnalyzer.Analyze(question).Select(t => t.Term))
            {
                var plain = SynonymBook.Empty.For(question).Counts(term, Counts);
                Assert.True(plain == Counts(term) && widening.Counts(term, Counts) >= plain, $"seed {seed}: '{question}' in '{text}', term '{term}'");
            }

            Assert.All(widening.Added, s => Assert.True(s.Weight is > 0 and < 1 && s.Terms.Count > 0));
        }
    }

    [Fact]
    public void No_question_is_widened_without_end()
    {
        var book = new SynonymBook([Same([.. Enumerable.Range(0, 300).Select(i => $"word{i}")])], ScopeCatalog.Empty);

        Assert.Equal(SynonymBook.MaxAdded, book.For("word1 word2 word3").Added.Count);
    }

    private static SynonymGroup Same(params string[] words) => new(words, words, null, SynonymGroup.SameMeaning);

    private static SynonymGroup Same(string scope, string a, string b) => scope is "optics" or "robotics"
        ? new SynonymGroup([a, b], [a, b], scope, SynonymGroup.SameMeaning)
        : Same([scope, a, b]);
}
