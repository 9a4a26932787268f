namespace ProgrammeBot.Channels.Pacing;

/// <summary>Time since the client began: it never jumps when the wall clock is set.</summary>
public sealed class SteadyClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time { get; } = time;

    public TimeSpan Now => Time.GetElapsedTime(_began);

    /// <summary>Waits, however short or negative the time is.</summary>
    public Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, Time, cancellationToken);
}
