using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 10)]
    [InlineData(0.999, 39.96)]
    public void The_first_beat_comes_by_chance_within_the_interval(double chance, double seconds) =>
        Assert.Equal(seconds, new Heartbeat(Interval).FirstWait(chance).TotalSeconds, 0.001);

    [Fact]
    public void A_beat_that_was_not_acknowledged_when_the_next_is_due_means_nobody_is_there()
    {
        var heartbeat = new Heartbeat(Interval);
        Assert.True(heartbeat.TryBeat(TimeSpan.Zero));
        heartbeat.Answered(TimeSpan.FromSeconds(0.25));
        Assert.Equal(TimeSpan.FromSeconds(0.25), heartbeat.RoundTrip);
        Assert.True(heartbeat.TryBeat(Interval));
        Assert.False(heartbeat.TryBeat(2 * Interval));
    }

    [Fact]
    public void An_acknowledgement_of_nothing_does_no_harm()
    {
        var heartbeat = new Heartbeat(Interval);
        heartbeat.Answered(TimeSpan.FromSeconds(1));
        Assert.Null(heartbeat.RoundTrip);
        Assert.True(heartbeat.TryBeat(Interval));
    }

    [Fact]
    public void An_interval_of_nothing_does_not_spin() => Assert.True(new Heartbeat(TimeSpan.Zero).Interval > TimeSpan.Zero);
}
