using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Stores;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("", "is blank")]
    [InlineData(" \u2003", "is blank")]
    [InlineData("12345678901", "has 11 characters, at most 10 are kept")]
    [InlineData("nul\0", "holds a character that cannot be kept (U+0000 at 3)")]
    [InlineData("two\nlines", "holds a character that cannot be kept (U+000A at 3)")]
    [InlineData("one 😀", null)]
    public void A_fault_is_named_with_its_limit_or_place(string? text, string? fault) =>
        Assert.Equal(fault, StoredText.FaultIn(text, 10));

    // Not among the cases above: attributes are written as UTF-8, which has no half pairs.
    [Fact]
    public void Half_a_surrogate_pair_is_a_fault_and_is_cleaned_away()
    {
        Assert.Equal("holds a character that cannot be kept (U+D83D at 1)", StoredText.FaultIn("a\uD83D", 10));
        Assert.Equal("holds a character that cannot be kept (U+DE00 at 0)", StoredText.FaultIn("\uDE00b", 10));
        Assert.Equal("ab😀", StoredText.Clean("a\uDE00\uD83Db😀\uD83D"));
    }

    [Fact]
    public void Lines_and_blanks_are_taken_where_they_are_allowed()
    {
        Assert.Null(StoredText.FaultIn("two\n\tlines", 10, lines: true));
        Assert.Null(StoredText.FaultIn("", 10, blank: true));
        Assert.NotNull(StoredText.FaultIn("\r\n", 10, blank: true, lines: true));
    }

    [Theory]
    [InlineData("a\r\nb\rc\n\0d\u0085e😀", "a\nb\nc\nde😀")]
    [InlineData("\r", "\n")]
    public void Cleaning_keeps_the_words_and_the_lines(string text, string clean) => Assert.Equal(clean, StoredText.Clean(text));

    [Fact]
    public void A_line_has_single_spaces_and_none_at_its_ends() => Assert.Equal("How long is it?", StoredText.CleanLine("  How\r\nlong\t\u00A0is\0 it? "));

    [Fact]
    public void Whatever_comes_in_can_be_kept_when_cleaned_and_is_then_left_alone()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var text = SomeFaq.Characters(new Random(seed), 80);
            var clean = StoredText.Clean(text);
            var line = StoredText.CleanLine(text);

            Assert.True(StoredText.FaultIn(clean, 80, blank: true, lines: true) is null && StoredText.Clean(clean) == clean, $"seed {seed}");
            Assert.True(StoredText.FaultIn(line, 80, blank: true) is null && StoredText.CleanLine(line) == line, $"seed {seed}");
        }
    }
}
