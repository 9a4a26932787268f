using ProgrammeBot.Asking;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Asking;

public sealed class SlowModeTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    [Fact]
    public void It_agrees_with_counting_by_hand()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (random, clock) = (new Random(seed), new HandClock());
            var slow = new SlowMode(3, Window, clock);
            var counted = new List<(PlaceId Place, string Person, DateTimeOffset At)>();
            for (var i = 0; i < 40; i++)
            {
                clock.Turn(TimeSpan.FromSeconds(random.Next(12)));
                var (place, person, now) = (PlaceId.Of("teams", "t", $"{random.Next(2)}"), $"p{random.Next(2)}", clock.GetUtcNow());
                var recent = counted.Where(c => c.Place == place && c.Person == person && now - c.At < Window).ToList();

                var wait = slow.WaitFor(place, person);

                Assert.True((recent.Count >= 3 ? recent[0].At + Window - now : null) == wait, $"seed {seed}, question {i}: {wait}");
                if (wait is null)
                {
                    counted.Add((place, person, now));
                }
            }
        }
    }

    [Fact]
    public void After_the_wait_that_it_names_it_may_be_asked()
    {
        var clock = new HandClock();
        var slow = new SlowMode(1, Window, clock);
        Assert.Null(slow.WaitFor(SomePlaces.Guild, "p"));
        clock.Turn(TimeSpan.FromSeconds(10));

        var wait = slow.WaitFor(SomePlaces.Guild, "p");

        Assert.Equal(TimeSpan.FromSeconds(20), wait);
        clock.Turn(wait!.Value);
        Assert.Null(slow.WaitFor(SomePlaces.Guild, "p"));
    }

    [Fact]
    public void Tidying_up_forgets_nobody_who_still_has_to_wait()
    {
        var clock = new HandClock();
        var slow = new SlowMode(1, Window, clock);
        Assert.Null(slow.WaitFor(SomePlaces.Guild, "somebody"));
        for (var i = 0; i < 10_100; i++)
        {
            slow.WaitFor(SomePlaces.Guild, $"p{i}");
        }

        Assert.NotNull(slow.WaitFor(SomePlaces.Guild, "somebody"));
    }
}
