using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class AskingWordsTests
{
    [Theory]
    [InlineData("wehn", "when")]
    [InlineData("tak", "take")]
    [InlineData("mnay", "many")]
    [InlineData("whhen", "when")]
    [InlineData("grippers", null)]
    [InlineData("thy", null)]
    public void A_word_one_slip_from_one_asking_word_is_that_word(string typed, string? meant) => Assert.Equal(meant, AskingWords.Nearest(typed));
}
