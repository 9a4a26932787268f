namespace ProgrammeBot.Tests.Support;

/// <summary>A clock that a test turns.</summary>
public sealed class TurnedClock : TimeProvider
{
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Turn(TimeSpan by) => passed += by;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + passed;

    public override long GetTimestamp() => passed.Ticks;
}
