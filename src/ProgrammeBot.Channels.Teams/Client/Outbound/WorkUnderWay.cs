namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Counts what was begun, so that an end can wait for it.</summary>
internal sealed class WorkUnderWay
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isEnding;

    /// <summary>Disposing what it gives says that it is done; throws when the end has begun.</summary>
    public IDisposable Begin(string name)
    {
        lock (_lock)
        {
            if (_isEnding)
            {
                throw new TeamsCallException($"{name} was not begun: the program is ending.");
            }

            _count++;
            return new Begun(this);
        }
    }

    /// <summary>Nothing more is begun; done when nothing is under way.</summary>
    public Task EndAsync()
    {
        lock (_lock)
        {
            _isEnding = true;
            if (_count == 0)
            {
                _empty.TrySetResult();
            }

            return _empty.Task;
        }
    }

    private void Done()
    {
        lock (_lock)
        {
            if (--_count == 0 && _isEnding)
            {
                _empty.TrySetResult();
            }
        }
    }

    private sealed class Begun(WorkUnderWay work) : IDisposable
    {
        public void Dispose() => work.Done();
    }
}
