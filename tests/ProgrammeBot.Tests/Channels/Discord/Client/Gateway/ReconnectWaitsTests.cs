using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class ReconnectWaitsTests
{
    private static readonly NextStep Resume = new NextStep.Resume();

    [Fact]
    public void Attempts_that_come_to_nothing_double_the_wait_up_to_a_minute()
    {
        var waits = new ReconnectWaits(new Jitter(new SteadyChance(0.999999)));
        var seconds = Enumerable.Range(0, 10).Select(_ => Math.Round(waits.After(Resume, null).TotalSeconds)).ToList();
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], seconds);
        Assert.InRange(waits.After(Resume, TimeSpan.FromMinutes(2)).TotalSeconds, 0, 0.5);
    }

    [Fact]
    public void A_session_that_was_up_is_taken_up_soon_even_when_it_is_lost_every_few_seconds()
    {
        var waits = new ReconnectWaits(new Jitter(new SteadyChance(0.999999)));
        for (var i = 0; i < 30; i++)
        {
            Assert.InRange(waits.After(Resume, TimeSpan.FromSeconds(3)).TotalSeconds, 0.2, 0.5);
        }

        Assert.InRange(waits.After(Resume, TimeSpan.FromSeconds(3)).TotalSeconds, 2, 5);
        waits.After(Resume, TimeSpan.FromMinutes(1));
        Assert.InRange(waits.After(Resume, TimeSpan.FromSeconds(3)).TotalSeconds, 0.2, 0.5);
    }

    [Fact]
    public void A_new_session_is_begun_after_one_to_five_seconds_more()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var wait = new ReconnectWaits(new Jitter(new Random(seed))).After(new NextStep.Identify(), TimeSpan.FromMinutes(5)).TotalSeconds;
            Assert.InRange(wait, 1.25, 5.5);
        }
    }

    [Fact]
    public void Who_was_too_fast_holds_back() =>
        Assert.InRange(new ReconnectWaits(new Jitter(new SteadyChance(0))).After(new NextStep.Resume(IsAfterPause: true), TimeSpan.FromMinutes(5)).TotalSeconds, 10, 11);
}
