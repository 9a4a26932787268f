using ProgrammeBot.Asking;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Asking;

public sealed class PersonalChoicesTests
{
    [Fact]
    public void A_choice_lasts_twelve_hours_from_its_last_use()
    {
        var clock = new HandClock();
        var choices = new PersonalChoices(clock);
        choices.Choose("ada", "msc-robotics");

        clock.Turn(TimeSpan.FromHours(11));
        Assert.Equal("msc-robotics", choices.ScopeOf("ada"));
        clock.Turn(TimeSpan.FromHours(11));
        Assert.Equal("msc-robotics", choices.ScopeOf("ada"));
        clock.Turn(TimeSpan.FromHours(12));
        Assert.Null(choices.ScopeOf("ada"));
    }

    [Fact]
    public void It_is_one_persons_the_latest_and_can_be_taken_back()
    {
        var choices = new PersonalChoices(new HandClock());
        choices.Choose("ada", "a");
        choices.Choose("ada", "b");
        choices.Choose("ben", "c");

        choices.Forget("ben");

        Assert.Equal(("b", null, null), (choices.ScopeOf("ada"), choices.ScopeOf("ben"), choices.ScopeOf("eve")));
    }

    [Fact]
    public void Beyond_its_room_the_longest_unused_go_first()
    {
        var clock = new HandClock();
        var choices = new PersonalChoices(clock);
        for (var i = 0; i < 10_000; i++)
        {
            choices.Choose($"p{i}", "s");
            clock.Turn(TimeSpan.FromMilliseconds(1));
        }

        choices.Choose("last", "s");

        Assert.Equal((null, "s", "s"), (choices.ScopeOf("p0"), choices.ScopeOf("p9999"), choices.ScopeOf("last")));
    }
}
