using ProgrammeBot.Answering;
using ProgrammeBot.Answering.Evidence;
using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Searching.Synonyms;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class WeighTermsTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void A_rare_word_weighs_more_than_a_common_one_and_filling_hardly()
    {
        var terms = Weigh("please tell me which elective has grippers", SynonymBook.Empty).Terms;

        Assert.True(Of(terms, "grippers").Weight > Of(terms, "elective").Weight);
        Assert.True(Of(terms, "elective").Weight > Of(terms, "tell").Weight);
        Assert.False(Of(terms, "tell").IsTelling);
        Assert.Equal(terms.OrderByDescending(t => t.Weight), terms);
    }

    [Fact]
    public void A_word_that_no_passage_has_weighs_unless_it_is_one_of_talk()
    {
        var terms = Weigh("annoying scholarships", SynonymBook.Empty).Terms;

        Assert.Equal((false, true), (Of(terms, "scholarships").Known, Of(terms, "scholarships").IsTelling));
        Assert.Equal((false, false), (Of(terms, "annoying").Known, Of(terms, "annoying").IsTelling));
        Assert.True(Of(terms, "annoying").Weight < Of(terms, "scholarships").Weight / 2);
    }

    [Fact]
    public void A_word_carried_over_weighs_less_than_the_asker_s_own()
    {
        var terms = new WeighTerms(SynonymBook.Empty).Take(Asked("grippers") with { Carried = "kinematics" }, TestContext.Current.CancellationToken).Terms;

        Assert.True(Of(terms, "kinematics") is { Carried: true } carried && carried.Weight < Of(terms, "grippers").Weight);
    }

    [Fact]
    public void A_question_of_nothing_but_its_kind_is_lent_the_words_that_documents_have()
    {
        var weighed = new WeighTerms(SynonymBook.Empty).Take(Asked("how long is it") with { Holding = QuestionKind.HowLong }, TestContext.Current.CancellationToken);

        Assert.Equal(KindWords.For(QuestionKind.HowLong), weighed.Added);
        Assert.NotEmpty(weighed.Terms);
        Assert.All(weighed.Terms, t => Assert.True(t.Known));
    }

    [Fact]
    public void A_word_that_only_a_synonym_stands_for_is_known_and_weighs_no_more_than_it()
    {
        var plain = Of(Weigh("bursary", SynonymBook.Empty).Terms, "bursary");
        var widened = Of(Weigh("bursary", Book("bursary", "tuition fees")).Terms, "bursary");

        Assert.False(plain.Known);
        Assert.True(widened.Known);
        Assert.True(widened.Weight <= plain.Weight);
        Assert.Equal(["tuition", "fee"], Assert.Single(widened.Alternatives).Terms);
    }

    [Fact]
    public void A_synonym_that_no_document_has_in_full_stands_for_nothing() =>
        Assert.Empty(Of(Weigh("bursary", Book("bursary", "tuition waiver")).Terms, "bursary").Alternatives);

    [Fact]
    public void Where_the_heading_has_the_very_word_a_synonym_in_the_sentence_takes_nothing_away()
    {
        var bot = new Northfield(Sketch.Of(new DocumentMetadata("fees"), "# Bursary\nThe tuition is waived.\n# Other\nRobots walk on stairs."));

        Assert.Equal(Best(bot, SynonymBook.Empty).Coverage, Best(bot, Book("bursary", "tuition")).Coverage);

        static EvidenceUnit Best(Northfield bot, SynonymBook book) =>
            Units(bot, "bursary", book).Single(u => u.Words == "The tuition is waived.");
    }

    [Fact]
    public void A_synonym_never_lowers_what_a_unit_covers()
    {
        const int seed = 20_261_121;
        var random = new Random(seed);
        string[] words =
        [
            "fees", "tuition", "finance", "examinations", "marks", "pass", "mark", "engineering", "degree", "applicants", "committee", "electives", "students", "programme",
            "year", "robot", "engineers", "warehouses", "scholarship", "bursary", "coursework", "field", "trip", "grippers", "assessment", "admission", "cost",
        ];
        for (var round = 0; round < 300; round++)
        {
            var question = string.Join(' ', Some(1, 6));
            var book = new SynonymBook([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new SynonymGroup(Some(1, 2), [string.Join(' ', Some(1, 3))], null, 0.1 + (0.8 * random.NextDouble())))], Northfield.Scopes);

            var widened = Units(_bot, question, book).ToDictionary(u => (u.Passage.Id, u.Span));
            foreach (var unit in Units(_bot, question, SynonymBook.Empty))
            {
                if (widened.TryGetValue((unit.Passage.Id, unit.Span), out var other))
                {
                    var told = $"seed {seed}, round {round}: '{question}' with {book.For(question)}: {unit} became {other}";
                    Assert.True(other.Coverage >= unit.Coverage - 1e-9, told);
                    Assert.True(other.Direct >= unit.Direct - 1e-9, told);
                }
            }
        }

        string[] Some(int least, int most) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => words[random.Next(words.Length)])];
    }

    private static SynonymBook Book(string from, string to) => new([new SynonymGroup([from], [to], null, SynonymGroup.SameMeaning)], Northfield.Scopes);

    private static WeighedTerm Of(IEnumerable<WeighedTerm> terms, string word) => terms.Single(t => t.Word == word);

    private static IReadOnlyList<EvidenceUnit> Units(Northfield bot, string question, SynonymBook book) =>
        EvidenceSearch.Find(
            new WeighTerms(book).Take(new QuestionSoFar(new Question(question), bot.Current, Northfield.Scopes), TestContext.Current.CancellationToken), null, TestContext.Current.CancellationToken).Units;

    private QuestionSoFar Weigh(string question, SynonymBook book) => new WeighTerms(book).Take(Asked(question), TestContext.Current.CancellationToken);

    private QuestionSoFar Asked(string question) => new(new Question(question), _bot.Current, Northfield.Scopes);
}
