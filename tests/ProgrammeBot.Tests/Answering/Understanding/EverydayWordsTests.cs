using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class EverydayWordsTests
{
    [Theory]
    [InlineData("annoy")]
    [InlineData("annoyed")]
    [InlineData("annoying")]
    [InlineData("Absolutely")]
    [InlineData("afford")]
    public void A_word_of_talk_is_known_in_every_inflection(string word) => Assert.True(EverydayWords.Contains(TermOf(word)));

    [Theory]
    [InlineData("visa")]
    [InlineData("dog")]
    [InlineData("scholarship")]
    [InlineData("accommodation")]
    [InlineData("thesis")]
    [InlineData("fee")]
    [InlineData("interview")]
    [InlineData("parking")]
    [InlineData("")]
    [InlineData("\uD800")]
    public void What_may_itself_be_asked_for_is_none(string word) => Assert.False(EverydayWords.Contains(TermOf(word)));

    private static string TermOf(string word) => EnglishAnalyzer.Analyze(word).Select(t => t.Term).FirstOrDefault(word);
}
