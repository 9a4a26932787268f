using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Tests.Channels.Pacing;

public sealed class SlidingWindowTests
{
    [Fact]
    public void No_stretch_ever_holds_more_than_the_limit_and_no_wait_is_longer_than_needed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var limit = random.Next(1, 6);
            var reserve = random.Next(0, limit);
            var window = new SlidingWindow(limit, TimeSpan.FromSeconds(10));
            var taken = new List<TimeSpan>();
            var now = TimeSpan.Zero;
            for (var i = 0; i < 40; i++)
            {
                now += TimeSpan.FromSeconds(random.Next(0, 4));
                var wait = window.WaitAt(now, reserve);
                var within = taken.Count(at => at > now + wait - TimeSpan.FromSeconds(10));
                Assert.True(within < limit - reserve, $"seed {seed}: {within} within the stretch");
                Assert.True(wait == TimeSpan.Zero || taken.Count(at => at > now + wait - TimeSpan.FromSeconds(11)) >= limit - reserve, $"seed {seed}: waited too long");
                now += wait;
                window.Add(now);
                taken.Add(now);
                Assert.Equal(taken.Count(at => at > now - TimeSpan.FromSeconds(10)), window.CountAt(now));
            }
        }
    }
}
