using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class EnglishWordsTests
{
    [Fact]
    public void Every_word_of_the_list_is_found_and_none_beside_it()
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("english-words.txt")!;
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var known = words.ToHashSet(StringComparer.Ordinal);

        Assert.True(words.Length > 40_000);
        Assert.All(words, word => Assert.True(EnglishWords.Contains(word), word));
        Assert.All(words.Where((_, i) => i % 50 == 0), word => Assert.Equal(known.Contains(word + "q"), EnglishWords.Contains(word + "q")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("aa\nbb")]
    [InlineData("Defer")]
    [InlineData("zzzzzz")]
    [InlineData("é")]
    public void What_is_no_lower_case_word_is_not_found(string word) => Assert.False(EnglishWords.Contains(word));
}
