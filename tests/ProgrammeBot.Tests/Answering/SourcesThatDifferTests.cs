using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class SourcesThatDifferTests
{
    [Fact]
    public void Documents_of_one_programme_with_other_figures_are_both_quoted_with_their_standing()
    {
        var bot = new Northfield(
            Paper("specification", "Robotics specification", Standing.Official, "The placement lasts 6 weeks."),
            Paper("guide", "A guide to Northfield", Standing.Secondary, "The placement lasts 8 weeks."),
            Northfield.Optics(),
            Northfield.Careers());

        Assert.Equal(
            "The sources differ:\nRobotics specification (official): The placement lasts 6 weeks. [1]\nA guide to Northfield (not the university's own): The placement lasts 8 weeks. [2]\nApplies to: MSc Robotics.",
            bot.AnswerTo("how long is the placement on the msc robotics?").Text);
    }

    private static SourceDocument Paper(string id, string title, Standing standing, string says) =>
        Sketch.Of(new DocumentMetadata(id) { Title = title, Scope = "msc-robotics", Standing = standing }, $"# Placement\n{says}");
}
