using ProgrammeBot.Answering.Steps;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class CorrectSpellingTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Theory]
    [InlineData("examinatons", "examinations")]
    [InlineData("Kinmatics", "kinematics")]
    [InlineData("hw do u apply", "how do you apply")]
    public void Words_that_neither_the_index_nor_English_has_are_mended(string text, string mended) => Assert.Equal(mended, Mend(text));

    [Theory]
    [InlineData("defer")] // English, though not in the papers: never 'refer'
    [InlineData("scholarship")]
    [InlineData("ROB1003")]
    [InlineData("www.exampel.org/kinmatics")]
    [InlineData("xqzzkw")]
    [InlineData("toefl")]
    public void Other_words_are_left_alone(string text) => Assert.Equal(text, Mend(text));

    private string Mend(string text) => CorrectSpelling.Mend(text, _bot.Current.Vocabulary, new List<string>());
}
