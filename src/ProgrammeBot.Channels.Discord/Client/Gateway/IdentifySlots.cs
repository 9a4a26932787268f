namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>One new session in 5 seconds for each of Discord's buckets (shard modulo <c>max_concurrency</c>), in the order in which they ask.</summary>
internal sealed class IdentifySlots
{
    /// <summary>A little longer than Discord's 5 seconds, since the way there shortens and stretches.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.2);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, TimeSpan> _nextFree = [];

    /// <summary>Takes the next slot and says how long until it comes.</summary>
    /// <param name="shard">Who asks.</param>
    /// <param name="maxConcurrency">What Discord says.</param>
    /// <param name="now">The time.</param>
    /// <param name="sinceLast">How long ago a process before this one began a session; null: unknown or long ago.</param>
    public TimeSpan Take(int shard, int maxConcurrency, TimeSpan now, TimeSpan? sinceLast)
    {
        lock (_lock)
        {
            var bucket = shard % Math.Max(1, maxConcurrency);
            var free = _nextFree.TryGetValue(bucket, out var next) ? next : sinceLast is { } ago ? now + Spacing - ago : now;
            var at = free > now ? free : now;
            _nextFree[bucket] = at + Spacing;
            return at - now;
        }
    }
}
