using ProgrammeBot.Care;

namespace ProgrammeBot.Tests.Care;

public sealed class WordPatternTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Lists = new() { ["me"] = ["i", "I'm", "grand*"] };

    [Theory]
    [InlineData("kill myself", "Should I KILL, myself", true)]
    [InlineData("kill myself", "kill it myself", false)]
    [InlineData("kill myself", "what a kill. myself I like it", false)]
    [InlineData("kill .. myself", "kill one two three myself", true)]
    [InlineData("kill .. myself", "kill one two three four myself", false)]
    [InlineData("kill .. myself", "kill one. Two myself", false)]
    [InlineData("a|b c? d", "b d", true)]
    [InlineData("a|b c? d", "a c d", true)]
    [InlineData("a|b c? d", "a c c d", false)]
    [InlineData("plagiari* x", "plagiarism x", true)]
    [InlineData("plagiari* x", "plague x", false)]
    [InlineData("<me> ill", "I’m ill", true)]
    [InlineData("<me> ill", "grandma ill", true)]
    [InlineData("a? b", "b", true)]
    [InlineData("b a?", "b", true)]
    [InlineData("can't", "CANT", true)]
    [InlineData("3 4 ok", "a 3.4 ok", true)]
    [InlineData("3 4", "a 3. 4", false)]
    [InlineData("a b a c", "a b a b a c", true)]
    public void It_stands_where_its_words_stand_side_by_side_in_one_sentence(string pattern, string text, bool expected) =>
        Assert.Equal(expected, WordPattern.Parse(pattern, Lists, out _)!.IsIn(WordPattern.WordsOf(text)));

    [Theory]
    [InlineData("a? b?", "it would be found in any text")]
    [InlineData("..", "it would be found in any text")]
    [InlineData("", "it would be found in any text")]
    [InlineData("a <nobody>", "it names the list <nobody>, which is not there")]
    [InlineData("a * b", "'*' is no single word")]
    [InlineData("a ! b", "'!' is no single word")]
    [InlineData("a-b c", "'a-b' is no single word")]
    [InlineData("a| c", "'a|' is no single word")]
    public void What_is_no_pattern_is_told(string pattern, string expected)
    {
        Assert.Null(WordPattern.Parse(pattern, Lists, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void A_pattern_has_its_length()
    {
        Assert.NotNull(WordPattern.Parse(string.Join(' ', Enumerable.Repeat("a", WordPattern.MaxWords)), Lists, out _));
        Assert.Null(WordPattern.Parse(string.Join(' ', Enumerable.Repeat("a", WordPattern.MaxWords + 1)), Lists, out _));
    }

    [Fact]
    public void What_it_blanks_out_cannot_be_met_again()
    {
        var pattern = WordPattern.Parse("stress test*", Lists, out _)!;

        Assert.Equal(["my", ".", ".", "is", "stress"], pattern.BlankedIn(WordPattern.WordsOf("My stress-testing is stress")));
        Assert.Equal(["my", "stress"], pattern.BlankedIn(WordPattern.WordsOf("My stress")));
    }

    [Fact]
    public void It_finds_what_trying_every_place_finds()
    {
        string[] pieces = ["a", "b", "c", "a|b", "b?", "..", "c|a?"];
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            string Some(string[] of, int most) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => of[random.Next(of.Length)]));
            var written = Some(pieces, 5);
            var text = Some(["a", "b", "c", ".", "d"], 12);
            if (WordPattern.Parse(written, Lists, out _) is { } pattern)
            {
                var words = WordPattern.WordsOf(text);
                Assert.True(pattern.IsIn(words) == Enumerable.Range(0, words.Count).Any(at => Stands(written.Split(' '), 0, words, at)), $"seed {seed}: '{written}' in '{text}'");
            }
        }
    }

    private static bool Stands(string[] pieces, int piece, IReadOnlyList<string> words, int at)
    {
        if (piece == pieces.Length)
        {
            return true;
        }

        if (pieces[piece] == "..")
        {
            return Enumerable.Range(0, 4).TakeWhile(n => at + n <= words.Count && words.Skip(at).Take(n).All(w => w != ".")).Any(n => Stands(pieces, piece + 1, words, at + n));
        }

        var choices = pieces[piece].TrimEnd('?').Split('|');
        return (at < words.Count && choices.Contains(words[at]) && Stands(pieces, piece + 1, words, at + 1))
            || (pieces[piece].EndsWith('?') && Stands(pieces, piece + 1, words, at));
    }
}
