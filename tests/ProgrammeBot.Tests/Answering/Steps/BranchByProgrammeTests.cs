using ProgrammeBot.Answering;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class BranchByProgrammeTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Fact]
    public void Each_programme_answers_under_its_name_with_its_own_citation()
    {
        var answered = _bot.Ask("what is the english requirement?");

        var answer = Assert.IsType<Answer>(answered.Reply);
        Assert.Equal(["msc-robotics", "mres-optics"], answer.Citations.Select(c => c.Document.Scope));
        Assert.Equal(["MSc Robotics", "MRes Optics"], answer.Choices);
        Assert.Contains("branch", answered.Trace.Lines[^1].Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is the english requirement of the MRes Optics?", "mres-optics")]
    [InlineData("who leads the programme?", "msc-robotics")]
    public void A_programme_that_is_named_or_alone_in_saying_it_answers_alone(string question, string scope) =>
        Assert.All(_bot.AnswerTo(question).Citations, c => Assert.Equal(scope, c.Document.Scope));

    [Fact]
    public void What_a_general_document_answers_better_is_not_asked_of_the_programmes() =>
        Assert.Equal("careers", _bot.AnswerTo("what do robot engineers start at a year?").Citations[0].Document.Id);

    [Fact]
    public void Choosing_one_answers_for_it_alone()
    {
        const string question = "what is the english requirement?";
        foreach (var choice in _bot.AnswerTo(question).Choices)
        {
            var chosen = _bot.AnswerTo(choice, question);

            Assert.Single(chosen.Citations);
            Assert.Contains($"Applies to: {choice}", chosen.Text, StringComparison.Ordinal);
        }
    }
}
