namespace ProgrammeBot.Channels.Pacing;

/// <summary>Counts what happened within the last stretch of time. Not safe for several threads: its owner has the lock.</summary>
/// <param name="limit">How many may happen within the stretch.</param>
/// <param name="length">The stretch.</param>
/// <remarks>Times are those of a <see cref="SteadyClock"/>.</remarks>
public sealed class SlidingWindow(int limit, TimeSpan length)
{
    private readonly Queue<TimeSpan> _times = new();

    public int CountAt(TimeSpan now)
    {
        Forget(now);
        return _times.Count;
    }

    public void Add(TimeSpan now)
    {
        Forget(now);
        _times.Enqueue(now);
    }

    /// <summary>How long until another may happen, keeping <paramref name="reserve"/> for others; zero: now.</summary>
    public TimeSpan WaitAt(TimeSpan now, int reserve = 0)
    {
        Forget(now);
        var over = _times.Count - (limit - reserve);
        return over < 0 ? TimeSpan.Zero : _times.ElementAt(over) + length - now;
    }

    private void Forget(TimeSpan now)
    {
        while (_times.TryPeek(out var oldest) && oldest + length <= now)
        {
            _times.Dequeue();
        }
    }
}
