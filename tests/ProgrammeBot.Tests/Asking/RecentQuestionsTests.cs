using ProgrammeBot.Asking;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Asking;

public sealed class RecentQuestionsTests
{
    private static readonly PlaceId Guild = PlaceId.Of("discord", "1");
    private readonly TurnedClock _clock = new();

    [Fact]
    public void The_newest_come_first_each_once_and_only_from_where_the_reader_sees()
    {
        var recent = new RecentQuestions(_clock);
        recent.Add(new RecentQuestion("fees?", null, Guild), "discord:1:ada");
        recent.Add(new RecentQuestion("gym?", null, null), "web:local:ben");
        recent.Add(new RecentQuestion("fees?", null, Guild), "discord:1:ben");
        recent.Add(new RecentQuestion(" ", null, null), "web:local:ben");

        Assert.Equal(["fees?", "gym?"], recent.Latest(9, _ => true).Select(q => q.Text));
        Assert.Equal(["fees?"], recent.Latest(9, place => place == Guild).Select(q => q.Text));
        Assert.Single(recent.Latest(1, _ => true));
    }

    [Fact]
    public void Whoever_is_forgotten_leaves_nothing_and_so_does_what_is_old()
    {
        var recent = new RecentQuestions(_clock);
        recent.Add(new RecentQuestion("mine", null, Guild), "discord:1:ada");
        recent.Add(new RecentQuestion("theirs", null, Guild), "discord:1:ben");

        recent.ForgetPerson("discord:1:ada");
        Assert.Equal(["theirs"], recent.Latest(9, _ => true).Select(q => q.Text));

        _clock.Turn(TimeSpan.FromHours(2));
        Assert.Empty(recent.Latest(9, _ => true));
    }

    [Fact]
    public void Only_so_many_are_kept()
    {
        var recent = new RecentQuestions(_clock);
        for (var i = 0; i < 700; i++)
        {
            recent.Add(new RecentQuestion($"q{i}", null, null), "web:local:ada");
        }

        Assert.Equal(["q699", "q200"], [recent.Latest(1000, _ => true)[0].Text, recent.Latest(1000, _ => true)[^1].Text]);
    }
}
