using ProgrammeBot.Answering.Understanding;

namespace ProgrammeBot.Tests.Answering.Understanding;

public sealed class IdiomsTests
{
    [Theory]
    [InlineData("what if i screw up the thesis", "what if i fail the thesis")]
    [InlineData("is the timetable carved in stone", "is the timetable fixed or can it change")]
    [InlineData("can i quit my job", "can i quit my job")]
    [InlineData("can i quit after a term", "can i stop after a term")]
    [InlineData("are there hidden fees", "are there additional costs")]
    [InlineData("what is the pass mark", "what is the pass mark")]
    public void A_turn_of_speech_is_put_plainly_and_noted(string text, string plain)
    {
        var found = new List<string>();

        Assert.Equal(plain, Idioms.Plain(text, found));
        Assert.Equal(text == plain, found.Count == 0);
    }
}
