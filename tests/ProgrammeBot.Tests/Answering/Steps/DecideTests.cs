using ProgrammeBot.Answering;
using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Channels;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class DecideTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void A_refusal_says_what_stands_nowhere_where_it_looked_and_what_came_near()
    {
        var abstain = Assert.IsType<Abstain>(_bot.ReplyTo("are there scholarships for tuition fees on the MSc Robotics?"));

        Assert.StartsWith("My documents do not say. Nothing in them mentions 'scholarships'. I looked in: ", abstain.Text, StringComparison.Ordinal);
        Assert.Contains("MSc Robotics: specification", abstain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MRes Optics: handbook", abstain.Text, StringComparison.Ordinal);
        Assert.InRange(abstain.Nearest.Count, 1, 2);
        Assert.Equal(["scholarships"], abstain.Missing);
    }

    [Fact]
    public void Without_evidence_nothing_is_near()
    {
        var abstain = Assert.IsType<Abstain>(Decided(Asked("zebras")).Reply);

        Assert.Empty(abstain.Nearest);
        Assert.DoesNotContain("nearest", abstain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_have_been_meant_is_offered() =>
        Assert.Equal(["Is there a pool?"], Assert.IsType<Abstain>(Decided(Asked("zebras") with { DidYouMean = ["Is there a pool?"] }).Reply).Choices);

    [Fact]
    public void An_entry_held_back_answers_where_the_documents_do_not()
    {
        var held = new Abstain("Ask the zoo.") { Faq = "zoo" };

        Assert.Same(held, Decided(Asked("zebras") with { Held = held }).Reply);
    }

    [Fact]
    public void A_list_is_given_with_the_sentence_that_leads_it_in()
    {
        var bot = new Northfield(Sketch.Of("kit", "# Kit\nStudents must bring this safety equipment:\n- goggles\n- gloves\n- a helmet\n# Other\nRobots walk on stairs."), Northfield.Careers());

        var answer = bot.AnswerTo("which safety equipment must students bring");

        Assert.All(["goggles", "gloves", "a helmet"], item => Assert.Contains(item, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("how much is the tuition on the MSc Robotics")]
    [InlineData("when are tuition fees published on the MSc Robotics")]
    public void A_sentence_without_the_kind_of_thing_asked_for_is_no_answer(string question) => Assert.IsType<Abstain>(_bot.ReplyTo(question));

    [Theory]
    [InlineData("are there licences")]
    [InlineData("captain of zanzibar")]
    public void A_word_mentioned_in_passing_answers_nothing(string question)
    {
        var bot = new Northfield(
            Sketch.Of("deck", "# Deck\nStudents who later want to sail alone on the northern lakes often prepare with the harbour office for examinations and licences.\nThe captain greets everybody on the first morning.\n# Other\nRobots walk on stairs."),
            Northfield.Careers());

        Assert.IsType<Abstain>(bot.ReplyTo(question));
    }

    [Fact]
    public void A_word_that_a_sentence_is_about_answers()
    {
        var bot = new Northfield(
            Sketch.Of("deck", "# Deck\nLicences are given out by the harbour office to students who want to sail alone on the northern lakes.\n# Other\nRobots walk on stairs."),
            Northfield.Careers());

        Assert.IsType<Answer>(bot.ReplyTo("are there licences"));
    }

    private QuestionSoFar Asked(string question) => new(new Question(question), _bot.Current, Northfield.Scopes);

    private static QuestionSoFar Decided(QuestionSoFar question) => new Decide().Take(question, TestContext.Current.CancellationToken);
}
