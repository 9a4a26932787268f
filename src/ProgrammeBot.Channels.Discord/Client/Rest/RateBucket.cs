using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>The count that Discord keeps of similar calls on one channel, guild or webhook, as far as we know it.</summary>
/// <remarks>Its owner has the lock. Times are those of a <see cref="SteadyClock"/>.</remarks>
internal sealed class RateBucket
{
    private bool _isAnswered;
    private int? _limit;
    private int _remaining;
    private TimeSpan? _resetAt;

    public int InFlight { get; private set; }

    /// <summary>Takes a place: null when it was taken, otherwise how long to wait, without end when only an answer can tell.</summary>
    public TimeSpan? TryTake(TimeSpan now)
    {
        if (_resetAt <= now)
        {
            // What is under way may count for the new window, so it is taken off.
            _remaining = (_limit ?? 1) - InFlight;
            _resetAt = null;
        }

        if (!_isAnswered && InFlight > 0)
        {
            return Timeout.InfiniteTimeSpan;
        }

        if (_isAnswered && (_limit is not null || _resetAt is not null))
        {
            if (_remaining <= 0)
            {
                return _resetAt is { } reset ? reset - now : InFlight > 0 ? Timeout.InfiniteTimeSpan : TakeOne();
            }

            _remaining--;
        }

        return TakeOne();
    }

    /// <summary>Gives the place back; what the answer said is told to <see cref="Learn"/>.</summary>
    public void GiveBack() => InFlight--;

    public void Learn(RestLimits limits, TimeSpan now)
    {
        _isAnswered = true;
        if (limits is { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } after })
        {
            var resetAt = now + after;
            // Answers overtake each other: within one window the lower count holds. A later end means a new window.
            var isSameWindow = _resetAt is { } known && resetAt - known < TimeSpan.FromMilliseconds(500);
            _remaining = isSameWindow ? Math.Min(_remaining, remaining) : remaining - InFlight;
            _resetAt = isSameWindow && _resetAt > resetAt ? _resetAt : resetAt;
            _limit = limit;
        }
    }

    /// <summary>A 429 said so.</summary>
    public void BlockUntil(TimeSpan time)
    {
        _isAnswered = true;
        _remaining = 0;
        _resetAt = _resetAt > time ? _resetAt : time;
    }

    public bool CanBeForgotten(TimeSpan now) => InFlight == 0 && (_resetAt ?? TimeSpan.MinValue) <= now;

    private TimeSpan? TakeOne()
    {
        InFlight++;
        return null;
    }
}
