using ProgrammeBot.Care;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Care;

public sealed class VerdictQuestionsTests
{
    [Theory]
    [InlineData("Will I get in with a 2:1?")]
    [InlineData("would they take me with a 2.2")]
    [InlineData("can I still be accepted with a low GPA")]
    [InlineData("what are my chances")]
    [InlineData("What are the odds of getting an offer")]
    [InlineData("am I good enough for this")]
    [InlineData("am i too old to start")]
    [InlineData("is my background strong enough")]
    [InlineData("is a gpa of 3.4 ok")]
    [InlineData("Should I apply for the MRes or the MSc?")]
    [InlineData("should i defer")]
    [InlineData("is it worth applying with a biology degree")]
    [InlineData("do I stand a chance")]
    [InlineData("do i qualify with a physics degree from Peru")]
    [InlineData("which one would you recommend for me")]
    [InlineData("which programme suits me better, which should I choose")]
    [InlineData("how likely is it that they reject me")]
    [InlineData("I have 68%, will Imperial accept me?")]
    [InlineData("am I eligible with a three year degree")]
    [InlineData("could I handle the maths in the course")]
    [InlineData("will I pass")]
    [InlineData("can you guarantee me a place")]
    [InlineData("Is my IELTS of 6.5 good enough")]
    [InlineData("is there any chance for someone like me")]
    public void A_question_for_a_verdict_is_told(string question) => Assert.True(VerdictQuestions.Is(question));

    [Theory]
    [InlineData("What grades are required?")]
    [InlineData("which degree class do you ask for")]
    [InlineData("How long should the research statement be?")]
    [InlineData("what should the CV contain")]
    [InlineData("When should documents be sent?")]
    [InlineData("can I take two electives in spring")]
    [InlineData("do I get feedback on coursework")]
    [InlineData("will I get a DIC as well")]
    [InlineData("do we get a transcript")]
    [InlineData("How many modules do I have to pass?")]
    [InlineData("is there an interview")]
    [InlineData("who leads the MRes")]
    [InlineData("What is the pass mark")]
    [InlineData("is the MSc accredited")]
    [InlineData("does the project count more than the exams")]
    [InlineData("can I do it part time")]
    [InlineData("What happens if I fail a module")]
    [InlineData("how much do ML engineers earn")]
    [InlineData("do I need a PhD to become an ML engineer")]
    [InlineData("which modules run in spring")]
    [InlineData("where should I send my transcript")]
    [InlineData("what should I do if I miss a quiz")]
    [InlineData("could you let me know who supervises")]
    [InlineData("are lectures recorded")]
    [InlineData("is python taught")]
    [InlineData("can international students apply")]
    [InlineData("will there be a start in january")]
    [InlineData("")]
    public void A_question_of_fact_is_none(string question) => Assert.False(VerdictQuestions.Is(question));

    [Fact]
    public void No_heading_of_the_documents_is_one() =>
        Assert.All(Seeds.Documents.Values.SelectMany(d => d.Sections), s => Assert.False(VerdictQuestions.Is(s.Heading), s.Heading));
}
