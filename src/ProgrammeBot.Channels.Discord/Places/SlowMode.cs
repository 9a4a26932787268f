using System.Collections.Concurrent;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>So many questions of one person in one channel within a window; then a kind word and a little wait.</summary>
internal sealed class SlowMode(DiscordOptions options, TimeProvider time)
{
    private const int Tidy = 10_000;

    private readonly ConcurrentDictionary<(Snowflake Channel, Snowflake Person), Queue<DateTimeOffset>> _asked = new();

    /// <summary>How long to wait before this question; null when it may be asked, and is counted.</summary>
    public TimeSpan? WaitFor(Snowflake channel, Snowflake person)
    {
        var now = time.GetUtcNow();
        if (_asked.Count > Tidy)
        {
            foreach (var (key, old) in _asked)
            {
                lock (old)
                {
                    if (old.Count == 0 || now - old.Last() >= options.SlowModeWindow)
                    {
                        _asked.TryRemove(key, out _);
                    }
                }
            }
        }

        var asked = _asked.GetOrAdd((channel, person), _ => new Queue<DateTimeOffset>());
        lock (asked)
        {
            while (asked.TryPeek(out var first) && now - first >= options.SlowModeWindow)
            {
                asked.Dequeue();
            }

            if (asked.Count >= options.QuestionsPerWindow)
            {
                return options.SlowModeWindow - (now - asked.Peek());
            }

            asked.Enqueue(now);
            return null;
        }
    }
}
