using System.Diagnostics.CodeAnalysis;
using Npgsql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Postgres;

/// <summary>Hears of commits, by whichever process, on one connection that listens from the first question on.</summary>
/// <remarks>A connection that broke is opened again, and as nobody knows what was missed meanwhile, that counts as a change.</remarks>
internal sealed class PostgresChanges(Func<CancellationToken, ValueTask<NpgsqlConnection>> connect, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _next = New();
    private Task? _listening;
    private long _count;
    private bool _disposed;

    public async ValueTask<long> WaitAsync(long seen, TimeSpan most, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task next;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(IStore));
                _listening ??= Task.Run(ListenAsync, CancellationToken.None);
                if (_count != seen)
                {
                    return _count;
                }

                next = _next.Task;
            }

            var left = most - clock.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                return seen;
            }

            try
            {
                await next.WaitAsync(left, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The next look says so.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task? listening;
        lock (_gate)
        {
            _disposed = true;
            listening = _listening;
        }

        await _stopping.CancelAsync();
        await (listening ?? Task.CompletedTask);
        Tell();
        _stopping.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever broke the connection, it is opened again; whoever reads meanwhile is told what is wrong.")]
    private async Task ListenAsync()
    {
        var pause = FirstPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await connect(_stopping.Token);
                connection.Notification += (_, _) => Tell();
                await using (var command = new NpgsqlCommand($"LISTEN {PostgresStore.Channel}", connection))
                {
                    await command.ExecuteNonQueryAsync(_stopping.Token);
                }

                Tell();
                pause = FirstPause;
                while (true)
                {
                    await connection.WaitAsync(_stopping.Token);
                }
            }
            catch (Exception)
            {
                await PauseAsync(pause);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, clock, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private void Tell()
    {
        TaskCompletionSource next;
        lock (_gate)
        {
            _count++;
            next = _next;
            _next = New();
        }

        next.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
