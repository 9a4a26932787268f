using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Work;

namespace ProgrammeBot.Channels.Teams.Work;

/// <summary>What conversations wait for: within one it is done one after another, in the order it came; several conversations at once.</summary>
/// <remarks>Holds so much and no more, and says when it is full. What fails is logged and takes nothing else down. At the end what was begun is waited for.</remarks>
internal sealed class ConversationQueues : IAsyncDisposable
{
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(1);

    private readonly int _most;
    private readonly TimeSpan _drain;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _turns;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Job>> _waiting = new(StringComparer.Ordinal);
    private readonly RunningTasks _running = new();
    private int _count;
    private bool _isClosed;
    private int _refused;
    private DateTimeOffset _complained = DateTimeOffset.MinValue;

    /// <param name="most">How much may wait or be worked on.</param>
    /// <param name="workers">How many conversations are worked on at once.</param>
    /// <param name="drain">How long the end waits before it gives up what is not done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    public ConversationQueues(int most, int workers, TimeSpan drain, TimeProvider time, ILogger log)
    {
        _most = most;
        _drain = drain;
        _time = time;
        _log = log;
        _turns = new SemaphoreSlim(workers);
    }

    /// <summary>How many things wait or are worked on.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Whether there is room for one more.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _count < _most && !_isClosed;
            }
        }
    }

    /// <param name="conversation">Whose turn it is to be done in.</param>
    /// <param name="what">Names it in the log; never anybody's words.</param>
    /// <param name="work">What is to be done.</param>
    /// <returns>False when it is full, or at the end: then it was not taken.</returns>
    public bool TryAdd(string conversation, string what, Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_isClosed || _count >= _most)
            {
                Complain();
                return false;
            }

            _count++;
            var job = new Job(what, work);
            if (_waiting.TryGetValue(conversation, out var before))
            {
                before.Enqueue(job);
                return true;
            }

            _waiting[conversation] = new Queue<Job>([job]);
            _running.Add(Task.Run(() => WorkOffAsync(conversation)));
            return true;
        }
    }

    /// <summary>Waits until nothing is left, what was added meanwhile included.</summary>
    public Task DrainAsync() => _running.DrainAsync();

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return; // the host ends its parts, and its container once more
            }

            _isClosed = true;
        }

        using (_time.CreateTimer(_ => _ending.Cancel(), null, _drain, Timeout.InfiniteTimeSpan))
        {
            await DrainAsync();
        }

        _ending.Dispose();
        _turns.Dispose();
    }

    private void Complain()
    {
        _refused++;
        if (!_isClosed && _time.GetUtcNow() - _complained >= BetweenComplaints)
        {
            _log.LogWarning("Teams: {Waiting} things wait to be done and no more are taken; refused so far: {Refused}.", _count, _refused);
            _complained = _time.GetUtcNow();
        }
    }

    private async Task WorkOffAsync(string conversation)
    {
        await _turns.WaitAsync();
        try
        {
            while (Next(conversation) is { } job)
            {
                await RunAsync(job);
                lock (_gate)
                {
                    _count--;
                }
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    private Job? Next(string conversation)
    {
        lock (_gate)
        {
            if (_waiting[conversation].TryDequeue(out var job))
            {
                return job;
            }

            _waiting.Remove(conversation);
            return null;
        }
    }

    private async Task RunAsync(Job job)
    {
        try
        {
            _ending.Token.ThrowIfCancellationRequested();
            await job.Work(_ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            _log.LogWarning("{What} was given up: the bot is shutting down.", job.What);
        }
        catch (TeamsCallException e)
        {
            _log.LogWarning("{What}: {Message}", job.What, e.Message);
        }
#pragma warning disable CA1031 // Nothing that one activity brings may take the channel down.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _log.LogError(e, "{What} failed.", job.What);
        }
    }

    private sealed record Job(string What, Func<CancellationToken, Task> Work);
}
