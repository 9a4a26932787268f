using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>How fast one conversation is written to. Not safe for several threads: its owner has the lock.</summary>
/// <remarks>
/// Teams allows 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour, to all of a bot's instances together. Ours is stricter in the short run:
/// three at once, then one a second. 'Is typing' takes nothing of it and is shown only where much is left.
/// </remarks>
internal sealed class ConversationPace
{
    private const double Burst = 3;
    private static readonly TimeSpan BetweenTypings = TimeSpan.FromSeconds(2);

    private readonly SlidingWindow _halfMinute = new(60, TimeSpan.FromSeconds(30));
    private readonly SlidingWindow _hour = new(1800, TimeSpan.FromHours(1));
    private double _drops = Burst;
    private TimeSpan _filledAt;
    private TimeSpan? _typedAt;

    /// <summary>How long until the next may go; zero: now.</summary>
    public TimeSpan WaitAt(TimeSpan now)
    {
        Fill(now);
        var bucket = _drops >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds(1 - _drops);
        var windows = Longer(_halfMinute.WaitAt(now), _hour.WaitAt(now));
        return Longer(bucket, windows);
    }

    public void Take(TimeSpan now)
    {
        Fill(now);
        _drops--;
        _halfMinute.Add(now);
        _hour.Add(now);
    }

    /// <summary>Whether 'is typing' may be shown now; if so it counts as shown.</summary>
    public bool TryType(TimeSpan now)
    {
        Fill(now);
        if (_drops < 2 || now - _typedAt < BetweenTypings || _halfMinute.WaitAt(now, reserve: 30) > TimeSpan.Zero || _hour.WaitAt(now, reserve: 900) > TimeSpan.Zero)
        {
            return false;
        }

        _typedAt = now;
        _halfMinute.Add(now);
        _hour.Add(now);
        return true;
    }

    /// <summary>Whether nothing is lost when this is forgotten and begun anew.</summary>
    public bool IsForgettable(TimeSpan now)
    {
        Fill(now);
        return _drops >= Burst && !(now - _typedAt < BetweenTypings) && _hour.CountAt(now) < 100;
    }

    private void Fill(TimeSpan now)
    {
        _drops = Math.Min(Burst, _drops + (now - _filledAt).TotalSeconds);
        _filledAt = now;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
