using ProgrammeBot.Answering.Understanding;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class ProgrammeNamesTests
{
    private readonly ProgrammeNames _names = new(Northfield.Scopes);

    [Theory]
    [InlineData("fees of the MSc Robotics?", "msc-robotics")]
    [InlineData("the Robotics-MSc", "msc-robotics")]
    [InlineData("is the MRES hard", "mres-optics")] // the only MRes
    [InlineData("MRes Optics, 2025-26 entry", "mres-optics-2025")]
    [InlineData("msc robotics or mres optics", "msc-robotics mres-optics")]
    [InlineData("is optics taught", "")]
    [InlineData("at Eastbridge University", "elsewhere")]
    public void The_longest_name_at_each_place_is_found(string text, string found) =>
        Assert.Equal(found, string.Join(' ', _names.Find(text).Select(n => n.Scope?.Id ?? "elsewhere")));

    [Fact]
    public void The_place_of_a_name_is_told()
    {
        const string text = "so, the robotics masters: how long?";

        var named = Assert.Single(_names.Find(text));

        Assert.Equal("the robotics masters", named.Span.In(text));
    }
}
