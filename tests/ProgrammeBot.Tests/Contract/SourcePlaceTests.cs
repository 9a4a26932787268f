using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;

namespace ProgrammeBot.Tests.Contract;

public sealed class SourcePlaceTests
{
    [Theory]
    [InlineData("s120-180", "s120-180")]
    [InlineData("120-180", "s120-180")]
    [InlineData("s1-2,5-9", "s1-2,5-9")]
    [InlineData("s0-1.0123456789ab", "s0-1.0123456789ab")]
    public void What_is_read_is_what_was_written(string text, string written) =>
        Assert.Equal(written, SourcePlace.Read(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("s5-5")]
    [InlineData("s9-1")]
    [InlineData("s-1-2")]
    [InlineData("s1-2,")]
    [InlineData("s1-9999999999")]
    [InlineData("s١-٢")]
    [InlineData("s1-2\n")]
    [InlineData("s1-2.ZZZZ")]
    [InlineData("s1-2\"><script>")]
    public void Anything_else_is_no_place(string? text) => Assert.Null(SourcePlace.Read(text));

    [Fact]
    public void Too_many_pieces_are_no_place() =>
        Assert.Null(SourcePlace.Read(string.Join(',', Enumerable.Range(0, SourcePlace.MaxSpans + 1).Select(i => $"{3 * i}-{(3 * i) + 1}"))));

    [Fact]
    public void Random_places_survive_the_round_trip()
    {
        var random = new Random(20261121);
        for (var n = 0; n < 300; n++)
        {
            var spans = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(0, 900_000)).Select(s => new TextSpan(s, s + random.Next(1, 2000))).ToList();

            var read = SourcePlace.Read(new SourcePlace(spans, null).ToString());

            Assert.Equal(spans, read?.Spans);
        }
    }
}
