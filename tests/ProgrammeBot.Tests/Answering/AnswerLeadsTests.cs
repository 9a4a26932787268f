using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class AnswerLeadsTests
{
    private static readonly Northfield Bot = new(Sketch.Of(
        new DocumentMetadata("robotics") { Title = "MSc Robotics: handbook", Scope = "msc-robotics", Standing = Standing.Official },
        """
        # Laboratory
        The laboratory book is marked pass/fail and does not enter the average.
        # Welding
        Welding gloves are compulsory.
        # Field trips
        Field trips are not insured.
        # Bursaries
        Travel bursaries may be refunded.
        # Placement
        The placement lasts 6 weeks.
        """));

    [Theory]
    [InlineData("are welding gloves compulsory on the msc robotics?", "Yes: Welding gloves are compulsory.")]
    [InlineData("are field trips insured on the msc robotics?", "No: Field trips are not insured.")]
    [InlineData("how long is the placement on the msc robotics?", "6 weeks: The placement lasts 6 weeks.")]
    public void The_yes_the_no_or_the_figure_leads_where_one_clause_says_it(string question, string text) =>
        Assert.StartsWith(text, Bot.AnswerTo(question).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("are travel bursaries refunded on the msc robotics?")]
    [InlineData("does the laboratory book enter the average on the msc robotics?")]
    [InlineData("are field trips not insured on the msc robotics?")]
    public void Where_the_quote_hedges_or_says_it_in_two_clauses_or_the_question_is_negated_it_speaks_for_itself(string question) =>
        Assert.DoesNotMatch("^(Yes|No): ", Bot.AnswerTo(question).Text);
}
