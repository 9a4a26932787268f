using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.Synonyms;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Searching.Synonyms;

public sealed class ShippedSynonymsTests
{
    private static readonly SynonymsOutcome Shipped = SynonymsFile.Read(Seeds.Path("synonyms.yaml"), Seeds.Scopes);

    [Fact]
    public void The_file_is_whole()
    {
        Assert.Empty(Shipped.Problems);
        Assert.True(Shipped.Book.Groups.Count >= 100);
    }

    [Theory]
    [InlineData("how hard is it to get in", "entry requirements")]
    [InlineData("can i retake it if I flunk", "resit")]
    [InlineData("is there homework", "coursework")]
    [InlineData("whom do I ask to be my advisor", "supervisor")]
    [InlineData("what's the price", "tuition fees")]
    [InlineData("what do juniors earn", "salary")]
    [InlineData("any NLP here?", "natural language processing")]
    [InlineData("do I do it with a company", "external organisations")]
    [InlineData("my degree is from abroad, a degree from abroad", "international equivalent degree")]
    [InlineData("does the second semester have fewer lectures", "spring")]
    [InlineData("can I do it part time", "half-time")]
    public void Everyday_words_lead_to_what_documents_say(string question, string added) =>
        Assert.Contains(added, Shipped.Book.For(question).Added.Select(s => s.Words));

    /// <remarks>What is not held must stay not held: a synonym that leads a question on visas to something else answers the wrong question.</remarks>
    [Theory]
    [InlineData("scholarship bursary", "fee cost tuition salari")]
    [InlineData("visa", "licens profession fee")]
    [InlineData("accommodation halls", "campus locat fee")]
    [InlineData("deposit", "fee tuition")]
    [InlineData("deadline for applications", "octob entri start")]
    [InlineData("deferral", "full part time")]
    [InlineData("part-time", "full year month")]
    [InlineData("acceptance rate", "select")]
    [InlineData("library opening hours", "framework pytorch")]
    public void What_lies_only_near_is_not_joined(string question, string terms)
    {
        var added = Shipped.Book.For(question).Added.SelectMany(s => s.Terms).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(terms.Split(' '), t => added.Contains(t) && !EnglishAnalyzer.Analyze(question).Any(q => q.Term == t));
    }

    [Fact]
    public void No_starter_question_is_widened_beyond_reason() =>
        Assert.All(ShippedFaq.Entries.SelectMany(e => e.Phrasings), p => Assert.InRange(Shipped.Book.For(p).Added.Count, 0, SynonymBook.MaxAdded / 2));
}
