using System.Collections.Concurrent;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Asking;

/// <summary>So many questions of one person in one place within a window; then a kind word and a little wait.</summary>
/// <param name="questions">How many.</param>
/// <param name="window">Within which time.</param>
/// <param name="time">The clock.</param>
public sealed class SlowMode(int questions, TimeSpan window, TimeProvider time)
{
    private const int Tidy = 10_000;

    private readonly ConcurrentDictionary<(PlaceId Place, string Person), Queue<DateTimeOffset>> _asked = new();

    /// <summary>How long to wait before this question; null when it may be asked, and is counted.</summary>
    public TimeSpan? WaitFor(PlaceId place, string person)
    {
        var now = time.GetUtcNow();
        if (_asked.Count > Tidy)
        {
            foreach (var (key, old) in _asked)
            {
                lock (old)
                {
                    if (old.Count == 0 || now - old.Last() >= window)
                    {
                        _asked.TryRemove(key, out _);
                    }
                }
            }
        }

        var asked = _asked.GetOrAdd((place, person), _ => new Queue<DateTimeOffset>());
        lock (asked)
        {
            while (asked.TryPeek(out var first) && now - first >= window)
            {
                asked.Dequeue();
            }

            if (asked.Count >= questions)
            {
                return window - (now - asked.Peek());
            }

            asked.Enqueue(now);
            return null;
        }
    }
}
