using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Lets calls through as <see cref="RateBook"/> says; calls of one route on one resource in the order in which they came.</summary>
internal sealed class RateGate(RateBook book, SteadyClock clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Waits for its turn and begins the call, before the next of its route is let through: so they go out in their order. Null when that would take longer than <paramref name="longest"/>.</summary>
    public async Task<Task<T>?> EnterAsync<T>(RestCall call, TimeSpan longest, Func<RateBucket, Task<T>> begin, CancellationToken cancellationToken)
    {
        var key = RateBook.LaneOf(call);
        var lane = Join(key);
        try
        {
            var began = clock.Now;
            await lane.Turn.WaitAsync(cancellationToken);
            try
            {
                while (true)
                {
                    var changed = book.Changed;
                    var admission = book.TryEnter(call, clock.Now);
                    if (admission.Bucket is { } bucket)
                    {
                        return begin(bucket);
                    }

                    if (admission.Wait > TimeSpan.Zero && clock.Now - began + admission.Wait > longest)
                    {
                        return null;
                    }

                    await changed.WaitAsync(AtLeastATick(admission.Wait), clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                lane.Turn.Release();
            }
        }
        finally
        {
            Part(key, lane);
        }
    }

    private Lane Join(string key)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                lane = new Lane();
                _lanes.Add(key, lane);
            }

            lane.Users++;
            return lane;
        }
    }

    private void Part(string key, Lane lane)
    {
        lock (_lock)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(key);
                lane.Turn.Dispose();
            }
        }
    }

    // Timers count whole milliseconds: a shorter wait would end at once and spin.
    private static TimeSpan AtLeastATick(TimeSpan wait) =>
        wait == Timeout.InfiniteTimeSpan ? wait : wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait + TimeSpan.FromMilliseconds(1);

    private sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }
    }
}
