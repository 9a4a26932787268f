using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Logs what was refused: the first at once, what follows within a minute as one line at its end, so that a flood does not fill the log.</summary>
internal sealed class RefusalLog : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<Refusal, int> _counts = [];
    private readonly ILogger<RefusalLog> _log;
    private readonly ITimer _timer;
    private bool _isOpen;

    public RefusalLog(TimeProvider time, ILogger<RefusalLog> log)
    {
        _log = log;
        _timer = time.CreateTimer(_ => Close(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(Refusal refusal)
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                _counts[refusal] = _counts.GetValueOrDefault(refusal) + 1;
                return;
            }

            _isOpen = true;
            _timer.Change(Window, Timeout.InfiniteTimeSpan);
        }

        _log.LogWarning("A request to the Teams endpoint was refused with {Status}: {Reason}", refusal.Status(), refusal);
    }

    public void Dispose() => _timer.Dispose();

    private void Close()
    {
        string counts;
        lock (_lock)
        {
            _isOpen = false;
            counts = string.Join(", ", _counts.Select(c => $"{c.Value} {c.Key}"));
            _counts.Clear();
        }

        if (counts.Length > 0)
        {
            _log.LogWarning("More requests to the Teams endpoint were refused in the last minute: {Counts}", counts);
        }
    }
}
