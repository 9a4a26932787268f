namespace ProgrammeBot.Tests.Support;

/// <summary>A clock with timers that only moves when a test turns it: nothing is waited for, and no time limit runs out by itself.</summary>
public sealed class HandClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _passed;
    private TaskCompletionSource _changed = New();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the wall clock is off: it may jump, the timestamps may not.</summary>
    public TimeSpan WallClockIsOffBy { get; set; }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + Passed + WallClockIsOffBy;

    public override long GetTimestamp() => Passed.Ticks;

    public TimeSpan Passed
    {
        get
        {
            lock (_lock)
            {
                return _passed;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and every timer that is due go off in its order.</summary>
    public void Turn(TimeSpan by)
    {
        var target = Passed + by;
        while (true)
        {
            HandTimer? next;
            lock (_lock)
            {
                next = _timers.Where(t => t.Due <= target).MinBy(t => t.Due);
                _passed = next is null ? target : next.Due > _passed ? next.Due!.Value : _passed;
                next?.Due = next.Period is { } period ? next.Due + period : null;
                if (next is null)
                {
                    return;
                }
            }

            next.Fire();
        }
    }

    /// <summary>Waits until somebody waits for a time from <paramref name="least"/> to <paramref name="most"/>, turns the clock there, and says how long it was.</summary>
    public Task<TimeSpan> TurnToWaitAsync(TimeSpan least, TimeSpan most, CancellationToken cancellationToken) =>
        TurnToWaitAsync(wait => wait >= least && wait <= most, cancellationToken);

    /// <summary>The same for a wait that the test tells from others.</summary>
    public async Task<TimeSpan> TurnToWaitAsync(Func<TimeSpan, bool> isIt, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan? wait;
            lock (_lock)
            {
                wait = _timers.Select(t => t.Due - _passed).Where(due => due is { } left && isIt(left)).Min();
                changed = _changed.Task;
            }

            if (wait is { } found)
            {
                Turn(found);
                return found;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Set(HandTimer timer, TimeSpan? due)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            timer.Due = due is { } wait ? _passed + wait : null;
            if (!_timers.Contains(timer))
            {
                _timers.Add(timer);
            }

            changed = _changed;
            _changed = New();
        }

        changed.SetResult();
    }

    private void Drop(HandTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class HandTimer(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period > TimeSpan.Zero ? period : null;
            clock.Set(this, dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
            return true;
        }

        public void Dispose() => clock.Drop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
