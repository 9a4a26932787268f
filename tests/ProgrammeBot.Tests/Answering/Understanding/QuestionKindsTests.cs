using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class QuestionKindsTests
{
    [Theory]
    [InlineData("How much does the programme cost?", nameof(QuestionKind.HowMuchMoney))]
    [InlineData("what is the tuition fee for home students", nameof(QuestionKind.HowMuchMoney))]
    [InlineData("How long is the project?", nameof(QuestionKind.HowLong))]
    [InlineData("how many weeks until results come out", nameof(QuestionKind.HowLong))]
    [InlineData("How many optional modules are there?", nameof(QuestionKind.HowMany))]
    [InlineData("what share of the grade is practical work", nameof(QuestionKind.HowMany))]
    [InlineData("When do lectures begin?", nameof(QuestionKind.When))]
    [InlineData("in which term is the robotics module", nameof(QuestionKind.When))]
    [InlineData("Who supervises the thesis?", nameof(QuestionKind.Who))]
    [InlineData("Where is the handbook?", nameof(QuestionKind.Where))]
    [InlineData("Is attendance compulsory?", nameof(QuestionKind.YesNo))]
    [InlineData("hi, can I bring a laptop to the exam", nameof(QuestionKind.YesNo))]
    [InlineData("MSc versus MRes: which has more coursework", nameof(QuestionKind.Compare))]
    [InlineData("What does the tutor do?", nameof(QuestionKind.Open))]
    public void The_question_word_tells_the_kind(string question, string kind) =>
        Assert.Equal(kind, QuestionKinds.Of(question).ToString());
}
