using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>When a heartbeat is due, and whether the other end is still alive.</summary>
/// <remarks>Used by the reading and the beating loop: one lock. Times are those of a <see cref="SteadyClock"/>.</remarks>
internal sealed class Heartbeat(TimeSpan interval)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private TimeSpan? _unansweredSince;

    /// <summary>From a beat to its acknowledgement, the last time.</summary>
    public TimeSpan? RoundTrip { get; private set; }

    public TimeSpan Interval { get; } = interval < Shortest ? Shortest : interval;

    /// <summary>The first beat comes at a time by chance, so that after an outage not all beat at once.</summary>
    public TimeSpan FirstWait(double chance) => Interval * chance;

    /// <summary>A beat is due. False: the one before was never answered, so the connection is dead.</summary>
    public bool TryBeat(TimeSpan now)
    {
        lock (_lock)
        {
            if (_unansweredSince is not null)
            {
                return false;
            }

            _unansweredSince = now;
            return true;
        }
    }

    public void Answered(TimeSpan now)
    {
        lock (_lock)
        {
            if (_unansweredSince is { } since)
            {
                RoundTrip = now - since;
                _unansweredSince = null;
            }
        }
    }
}
