namespace ProgrammeBot.Channels.Pacing;

/// <summary>Chance for waits, so that many clients do not come back at the same moment. Safe to use from several threads.</summary>
public sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Next()
    {
        lock (_lock)
        {
            return random.NextDouble();
        }
    }

    /// <summary>A time from <paramref name="least"/> up to <paramref name="most"/>.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Next());
}
