using ProgrammeBot.Answering.Steps;

namespace ProgrammeBot.Tests.Answering.Steps;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  when\tdoes\r\nit  start? ", "when does it start?")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("right\u202Eleft\u2066", "rightleft")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("lone \uD800 surrogate", "lone surrogate")]
    [InlineData("caf\u00E9 \U0001F600", "caf\u00E9 \U0001F600")]
    [InlineData("<b>fees</b>", "<b>fees</b>")]
    public void What_cannot_be_read_is_taken_out(string text, string clean) => Assert.Equal(clean, CleanText.Clean(text));
}
