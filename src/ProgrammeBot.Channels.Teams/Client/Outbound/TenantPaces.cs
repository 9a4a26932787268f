using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>How fast one tenant is called: 25 a second, in the order they come; Teams allows 30 or 50, its documents differ.</summary>
internal sealed class TenantPaces
{
    private const int MostPerSecond = 25;
    private const int SweepAt = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Pace> _paces = new(StringComparer.Ordinal);

    /// <summary>Takes the next place; the wait until then.</summary>
    public TimeSpan Reserve(string tenant, TimeSpan now)
    {
        lock (_lock)
        {
            var pace = PaceOf(tenant, now);
            // Places are given ahead, so that those who wait need not ask again.
            var at = pace.Last > now ? pace.Last : now;
            at += pace.Window.WaitAt(at);
            pace.Window.Add(at);
            pace.Last = at;
            return at - now;
        }
    }

    /// <summary>A place for what is not worth waiting for; false: there is none to spare.</summary>
    public bool TryTake(string tenant, TimeSpan now)
    {
        lock (_lock)
        {
            var pace = PaceOf(tenant, now);
            if (pace.Last > now || pace.Window.WaitAt(now, reserve: 10) > TimeSpan.Zero)
            {
                return false;
            }

            pace.Window.Add(now);
            pace.Last = now;
            return true;
        }
    }

    private Pace PaceOf(string tenant, TimeSpan now)
    {
        if (!_paces.TryGetValue(tenant, out var pace))
        {
            if (_paces.Count >= SweepAt)
            {
                foreach (var idle in _paces.Where(p => p.Value.Last + TimeSpan.FromSeconds(1) <= now).Select(p => p.Key).ToList())
                {
                    _paces.Remove(idle);
                }
            }

            _paces.Add(tenant, pace = new Pace());
        }

        return pace;
    }

    private sealed class Pace
    {
        public SlidingWindow Window { get; } = new(MostPerSecond, TimeSpan.FromSeconds(1));

        public TimeSpan Last { get; set; } = TimeSpan.MinValue / 2;
    }
}
