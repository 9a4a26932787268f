using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>One after another within a conversation, in the order it was asked for; conversations do not know of each other.</summary>
internal sealed class Lanes(SteadyClock clock)
{
    private const int SweepEvery = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private int _sweepAt = SweepEvery;

    /// <summary>How many conversations are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Joins the queue at once, before anything is awaited.</summary>
    public Place Join(string conversation)
    {
        lock (_lock)
        {
            var lane = LaneOf(conversation);
            var place = new Place(this, lane, lane.Tail);
            lane.Tail = place.Done;
            lane.Waiting++;
            return place;
        }
    }

    /// <summary>Whether 'is typing' may be shown: nothing is on its way there, and much room is left.</summary>
    public bool TryType(string conversation)
    {
        lock (_lock)
        {
            var lane = LaneOf(conversation);
            return lane.Waiting == 0 && lane.Pace.TryType(clock.Now);
        }
    }

    private Lane LaneOf(string conversation)
    {
        if (_lanes.TryGetValue(conversation, out var lane))
        {
            return lane;
        }

        if (_lanes.Count >= _sweepAt)
        {
            foreach (var idle in _lanes.Where(l => l.Value.Waiting == 0 && l.Value.Pace.IsForgettable(clock.Now)).Select(l => l.Key).ToList())
            {
                _lanes.Remove(idle);
            }

            _sweepAt = _lanes.Count + SweepEvery;
        }

        _lanes.Add(conversation, lane = new Lane());
        return lane;
    }

    private sealed class Lane
    {
        public ConversationPace Pace { get; } = new();

        public Task Tail { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }
    }

    /// <summary>A place in a conversation's queue; disposing it lets the next go.</summary>
    public sealed class Place : IDisposable
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lanes _lanes;
        private readonly Lane _lane;
        private readonly Task _before;

        internal Place(Lanes lanes, object lane, Task before)
        {
            _lanes = lanes;
            _lane = (Lane)lane;
            _before = before;
        }

        internal Task Done => _done.Task;

        public Task TurnAsync(CancellationToken cancellationToken) => _before.WaitAsync(cancellationToken);

        /// <summary>Waits until the conversation's pace allows another, and takes it.</summary>
        public async Task PaceAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                TimeSpan wait;
                lock (_lanes._lock)
                {
                    wait = _lane.Pace.WaitAt(_lanes.Clock.Now);
                    if (wait <= TimeSpan.Zero)
                    {
                        _lane.Pace.Take(_lanes.Clock.Now);
                        return;
                    }
                }

                // Timers count whole milliseconds: a shorter wait would end at once and spin.
                await _lanes.Clock.WaitAsync(wait + TimeSpan.FromMilliseconds(1), cancellationToken);
            }
        }

        public void Dispose()
        {
            lock (_lanes._lock)
            {
                _lane.Waiting--;
            }

            // Whoever gives up in the queue does not let the next past those before.
            if (_before.IsCompleted)
            {
                _done.TrySetResult();
            }
            else
            {
                _before.ContinueWith(_ => _done.TrySetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private SteadyClock Clock => clock;
}
