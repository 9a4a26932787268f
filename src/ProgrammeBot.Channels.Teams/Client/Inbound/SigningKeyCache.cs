using Microsoft.Extensions.Logging;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>Keeps the keys: fetched at the first use, again in the background each hour that they are used, and when a key is not known.</summary>
/// <remarks>
/// One fetch at a time, and five minutes between two, whatever is asked for: made-up key ids are answered from memory.
/// Where fetching fails, the last keys stay good for 24 hours.
/// </remarks>
internal sealed class SigningKeyCache(IKeySource source, TimeProvider time, ILogger<SigningKeyCache> log) : ISigningKeys, IAsyncDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Good = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(5);

    /// <summary>Without keys nobody is served: then it is tried sooner.</summary>
    private static readonly TimeSpan BetweenFetchesWithoutKeys = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopped = new();
    private SigningKeySet? _keys;
    private long _fetchedAt;
    private long? _triedAt;
    private Task? _fetch;

    /// <summary>Ends with the fetch that is going on.</summary>
    internal Task Fetching
    {
        get
        {
            lock (_lock)
            {
                return _fetch ?? Task.CompletedTask;
            }
        }
    }

    public async ValueTask<FoundKey> FindAsync(string id, CancellationToken cancellationToken)
    {
        Task fetch;
        lock (_lock)
        {
            var found = Look(id);
            if (found.Key is null || time.GetElapsedTime(_fetchedAt) >= Fresh)
            {
                FetchIfDue(found.AreKnown ? BetweenFetches : BetweenFetchesWithoutKeys);
            }

            if (found.Key is not null || _fetch is null)
            {
                return found;
            }

            fetch = _fetch;
        }

        await fetch.WaitAsync(cancellationToken);
        lock (_lock)
        {
            return Look(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopped.IsCancellationRequested)
        {
            return;
        }

        await _stopped.CancelAsync();
        await Fetching;
        _stopped.Dispose();
    }

    private FoundKey Look(string id) =>
        _keys is { } keys && time.GetElapsedTime(_fetchedAt) < Good ? new FoundKey(keys.Find(id), true) : new FoundKey(null, false);

    private void FetchIfDue(TimeSpan wait)
    {
        if (_fetch is null && !_stopped.IsCancellationRequested && (_triedAt is not { } tried || time.GetElapsedTime(tried) >= wait))
        {
            _triedAt = time.GetTimestamp();
            _fetch = Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    /// <summary>Belongs to nobody's request: it goes on when the one who caused it has gone. Never fails.</summary>
    private async Task FetchAsync()
    {
        SigningKeySet? keys = null;
        try
        {
            keys = await source.FetchAsync(_stopped.Token);
            log.LogInformation("The keys that Teams signs with were fetched: {Count}", keys.Count);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
        }
        catch (KeySourceException e)
        {
            log.LogWarning("The keys that Teams signs with cannot be fetched: {Reason} Tried again later", e.Message);
        }
        catch (Exception e)
        {
            log.LogError(e, "Fetching the keys that Teams signs with failed");
        }

        lock (_lock)
        {
            _fetch = null;
            if (keys is not null)
            {
                (_keys, _fetchedAt) = (keys, time.GetTimestamp());
            }
        }
    }
}
