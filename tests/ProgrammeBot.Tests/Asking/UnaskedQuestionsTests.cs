using ProgrammeBot.Answering;
using ProgrammeBot.Asking;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Asking;

public sealed class UnaskedQuestionsTests
{
    [Theory]
    [InlineData("what is the pass mark", true)]
    [InlineData("Hi, does anyone know when the thesis is due", true)]
    [InlineData("pass mark of robotics?", true)]
    [InlineData("why?", false)]
    [InlineData("???? !!!!", false)]
    [InlineData("https://example.org/?q=1", false)]
    [InlineData("I like the robotics.", false)]
    [InlineData("whatever you say", false)]
    [InlineData("", false)]
    public void A_question_is_told_from_a_remark(string text, bool isQuestion) => Assert.Equal(isQuestion, UnaskedQuestions.LooksLikeQuestion(text));

    [Fact]
    public void Only_what_is_sure_or_points_on_is_worth_saying()
    {
        var guide = Samples.Guide();
        var citations = Samples.Ielts(guide).Citations;
        (Reply Reply, bool IsSaid)[] replies =
        [
            (Samples.Ielts(guide), true),
            (new Answer("It is 7. [1]", citations, Confidence.Medium), true),
            (new Answer("It may be 7. [1]", citations, Confidence.Low), false),
            (new Clarify("Which?", ["A", "B"], []), true),
            (new Abstain("I do not know."), false),
            (new Abstain("I do not know.") { Nearest = citations, Missing = ["bicycle"] }, false),
            (new Abstain("Ask the office.") { Contact = "the office" }, true),
            (new Abstain("You are not alone.") { IsPrivate = true }, true),
            (new SmallTalk("Hello!"), false),
        ];

        Assert.All(replies, r => Assert.Equal(r.IsSaid, UnaskedQuestions.IsWorthSaying(r.Reply)));
    }
}
