using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class GatherListTests
{
    private const string Workshops = """
        # Workshops of the year
        The year offers 6 workshops, and students join 2 of them.
        Makers may take Wood and Iron Joints and Glass.
        Sailors like:
        - Rope Work
        - Signals and Flags
        Wind Lore goes further than the lectures do.
        # Tutors
        Every student has a tutor.
        """;

    [Fact]
    public void A_list_spread_over_sentences_is_gathered_with_what_is_stated_and_what_is_named()
    {
        var answer = Assert.IsType<Answer>(Asked("which workshops are there?"));

        Assert.Equal(
            "6 are stated, 5 are named here: Wood and Iron Joints and Glass; Rope Work; Signals and Flags; Wind Lore [1]\nApplies to: MSc Robotics.",
            answer.Text);
        Assert.Equal(
            "The year offers 6 workshops, and students join 2 of them. … Makers may take Wood and Iron Joints and Glass. … Rope Work … Signals and Flags … Wind Lore goes further than the lectures do.",
            Assert.Single(answer.Citations).Quote);
        Assert.Equal(Confidence.Medium, answer.Confidence);
    }

    [Fact]
    public void All_that_are_stated_may_be_named() =>
        Assert.StartsWith("All 3 are named here: Rope Work; Wind Lore; Tide Tables [1]", Asked("list the workshops", """
            # Workshops
            There are three workshops.
            - Rope Work
            - Wind Lore
            - Tide Tables
            """).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("how many workshops are there?")]
    [InlineData("which workshops are about wind?")]
    [InlineData("is there a workshop on wind?")]
    public void What_asks_for_something_else_gathers_nothing(string question) =>
        Assert.DoesNotContain("named here", Asked(question).Text, StringComparison.Ordinal);

    [Fact]
    public void A_section_that_names_more_than_it_states_names_other_things_too() =>
        Assert.DoesNotContain("named here", Asked("which workshops are there?", """
            # Workshops
            There are 3 workshops.
            - Rope Work
            - Wind Lore
            - Tide Tables
            - North Sea
            """).Text, StringComparison.Ordinal);

    private static Reply Asked(string question, string paper = Workshops) => new Northfield(
        Sketch.Of(new DocumentMetadata("workshops") { Title = "Workshops", Scope = "msc-robotics", Standing = Standing.Official }, paper),
        Northfield.Optics(),
        Northfield.Careers()).ReplyTo(question);
}
