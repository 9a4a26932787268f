using ProgrammeBot.Documents.Review;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Documents.Review;

public sealed class AnnouncedListsTests
{
    [Fact]
    public void A_list_shorter_than_announced_is_reported() => Assert.Equal(
        """
        guide announces 'three documents', but 2 are listed.
          guide, Applying […]: "Applicants submit three documents with the form:"
          guide, Applying […]: "a research statement" (and 1 more)
        """,
        Review("""
            ## Applying
            Applicants submit three documents with the form:
            - a research statement
            - a curriculum vitae
            """));

    [Fact]
    public void A_sentence_that_lists_fewer_than_it_announces_is_reported() => Assert.Equal(
        """
        guide announces 'four ways', but 3 are listed behind the colon.
          guide, Help […]: "There are four ways to get help: the library, the tutor and the writing centre."
        """,
        Review("## Help\nThere are four ways to get help: the library, the tutor and the writing centre."));

    [Fact]
    public void A_table_shorter_than_announced_is_reported() => Assert.Equal(
        """
        guide announces 'five core modules', but the section's table has 4.
          guide, Core modules […]: "The five core modules lay the ground."
          guide, Core modules […]: "Statistics | 5 Databases | 5 Ethics | 5 Vision | 5"
        """,
        Review("""
            ## Core modules
            The five core modules lay the ground.
            | Module | ECTS |
            |---|---|
            | Statistics | 5 |
            | Databases | 5 |
            | Ethics | 5 |
            | Vision | 5 |
            | Total | 20 |
            """));

    [Fact]
    public void Names_in_prose_are_counted_and_listed() => Assert.Equal(
        """
        guide announces '8 modules', but the section names 5 (6 at most, if every 'and' or 'with' parts two titles): Image Processing; Speech Recognition; Robot Learning; Bayesian Methods and Networks; Quantum Computing.
          guide, Elective modules […]: "The portfolio holds 8 modules, of which students choose two."
          guide, Elective modules […]: "Image Processing" (and 4 more)
        """,
        Review("""
            ## Elective modules
            The portfolio holds 8 modules, of which students choose two.
            Those who like signals take Image Processing, Speech Recognition, and Robot Learning.
            Others prefer Bayesian Methods and Networks. Quantum Computing extends the core Deep Learning module.
            """));

    [Theory]
    [InlineData("Students choose three modules from these:\n- Databases\n- Ethics")]
    [InlineData("Students take up to three modules:\n- Databases\n- Ethics")]
    [InlineData("There are at least three reasons:\n- one\n- two")]
    [InlineData("There are three reasons, including:\n- one\n- two")]
    [InlineData("Students submit between two and three reports:\n- one\n- two")]
    [InlineData("There are ten weeks of teaching:\n- lectures\n- labs")]
    [InlineData("The programme has three phases:\n- one\n- two\n- three")]
    [InlineData("The programme has three phases:\n- one\n- two\nA paragraph of the second item.\n- three")]
    [InlineData("The programme has three phases: autumn and spring, and summer.")]
    [InlineData("There are 15 modules, among them Databases, Ethics and Vision.")]
    [InlineData("Two of the following three papers are read:\n- one\n- two\n- three")]
    [InlineData("It carries 40 ECTS.\n- one\n- two")]
    public void What_is_complete_or_cannot_be_told_is_left_alone(string lines) => Assert.Equal("", Review("## Modules\n" + lines));

    private static string Review(string lines) => ReviewText.WithoutOffsets(SourceReview.Of([Sketch.Of("guide", "# Guide\n" + lines)]));
}
