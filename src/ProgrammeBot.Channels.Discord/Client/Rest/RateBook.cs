using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Decides when a call may be sent under Discord's limits. It waits for nothing itself: <see cref="RateGate"/> does.</summary>
/// <remarks>
/// Buckets are known by the id in the answers plus the channel, guild or webhook; until a first answer calls of one route there go one at a time.
/// Answers to interactions are outside the global limit. One lock; every method takes it. What was not used for a while is forgotten.
/// </remarks>
/// <param name="perSecond">Calls a second in all. Discord allows 50; a little less, since the way there shortens and stretches a second.</param>
internal sealed class RateBook(int perSecond = 45)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RateBucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _blockedLanes = new(StringComparer.Ordinal);
    private readonly SlidingWindow _all = new(perSecond, TimeSpan.FromSeconds(1));
    private TaskCompletionSource _changed = NewSource();
    private TimeSpan _pausedUntil;
    private TimeSpan _edgeRefusesUntil;
    private int _entered;

    /// <summary>Ends when something has changed, so that it is worth asking again.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    public int BucketCount
    {
        get
        {
            lock (_lock)
            {
                return _buckets.Count;
            }
        }
    }

    /// <summary>The line in which calls of one route on one resource wait for each other.</summary>
    public static string LaneOf(RestCall call) => $"{call.Name}|{call.Resource}";

    public Admission TryEnter(RestCall call, TimeSpan now)
    {
        lock (_lock)
        {
            if (++_entered % 256 == 0)
            {
                Forget(now);
            }

            if (_edgeRefusesUntil > now)
            {
                return Admission.After(_edgeRefusesUntil - now);
            }

            if (_blockedLanes.TryGetValue(LaneOf(call), out var blocked) && blocked > now)
            {
                return Admission.After(blocked - now);
            }

            var isCounted = call.Kind == CallKind.Bot;
            var wait = !isCounted ? TimeSpan.Zero : _pausedUntil > now ? _pausedUntil - now : _all.WaitAt(now);
            if (wait > TimeSpan.Zero)
            {
                return Admission.After(wait);
            }

            if (_buckets.TryGetValue(LaneOf(call), out var before) && before.InFlight > 0 && before != BucketFor(call))
            {
                // Sent before the route's bucket was known, and not answered yet.
                return Admission.After(Timeout.InfiniteTimeSpan);
            }

            var bucket = BucketFor(call);
            if (bucket.TryTake(now) is { } full)
            {
                return Admission.After(full);
            }

            if (isCounted)
            {
                _all.Add(now);
            }

            return Admission.Granted(bucket);
        }
    }

    /// <summary>The call is over: answered, or without an answer (<paramref name="limits"/> null).</summary>
    public void Leave(RestCall call, RateBucket taken, RestLimits? limits, TimeSpan now)
    {
        lock (_lock)
        {
            taken.GiveBack();
            if (limits is not null)
            {
                Learn(call, taken, limits, now);
            }

            var changed = _changed;
            _changed = NewSource();
            changed.SetResult();
        }
    }

    private void Learn(RestCall call, RateBucket taken, RestLimits limits, TimeSpan now)
    {
        if (limits.Bucket is { } id)
        {
            _bucketOfRoute[call.Name] = id;
        }

        var bucket = BucketFor(call);
        bucket.Learn(limits, now);
        if (!ReferenceEquals(bucket, taken))
        {
            taken.Learn(limits, now);
        }

        if (limits.IsFromTheEdge)
        {
            var minutes = TimeSpan.FromMinutes(5);
            _edgeRefusesUntil = now + (limits.RetryAfter is { } said && said > minutes ? said : minutes);
        }
        else if ((call.Kind == CallKind.Callback ? limits.RetryAfterExactly ?? limits.RetryAfter : limits.RetryAfter) is { } after) // a first answer has 3 seconds in all, and none to give away
        {
            if (limits.IsGlobal)
            {
                _pausedUntil = now + after;
            }

            if (limits is { IsGlobal: false, Remaining: > 0 })
            {
                // A limit of its own within the bucket: only calls like this one wait.
                _blockedLanes[LaneOf(call)] = now + after;
            }
            else if (!limits.IsGlobal || call.Kind != CallKind.Bot)
            {
                bucket.BlockUntil(now + after);
            }
        }
    }

    private RateBucket BucketFor(RestCall call)
    {
        var key = _bucketOfRoute.TryGetValue(call.Name, out var id) ? $"{id}|{call.Resource}" : LaneOf(call);
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            bucket = new RateBucket();
            _buckets.Add(key, bucket);
        }

        return bucket;
    }

    private void Forget(TimeSpan now)
    {
        foreach (var (key, _) in _buckets.Where(b => b.Value.CanBeForgotten(now)).ToList())
        {
            _buckets.Remove(key);
        }

        foreach (var (key, _) in _blockedLanes.Where(b => b.Value <= now).ToList())
        {
            _blockedLanes.Remove(key);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A call may be sent, or must wait: a time, or without end until <see cref="RateBook.Changed"/>.</summary>
internal readonly record struct Admission(RateBucket? Bucket, TimeSpan Wait)
{
    public static Admission Granted(RateBucket bucket) => new(bucket, TimeSpan.Zero);

    public static Admission After(TimeSpan wait) => new(null, wait);
}
