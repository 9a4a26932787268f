using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>Finds commits, by whichever process, by asking SQLite for its data version on one connection that it keeps.</summary>
/// <remarks>The question reads a few bytes of memory that all processes share, and no page of the file. Looks only while somebody waits.</remarks>
internal sealed class SqliteChanges(Func<SqliteConnection> connect, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _turn = new();
    private SqliteConnection? _connection;
    private long _version;
    private long _count;
    private bool _disposed;

    public async ValueTask<long> WaitAsync(long seen, TimeSpan most, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var latest = Look();
            var left = most - clock.GetElapsedTime(start);
            if (latest != seen || left <= TimeSpan.Zero)
            {
                return latest;
            }

            await Task.Delay(left < Pause ? left : Pause, clock, cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_turn)
        {
            _disposed = true;
            Drop();
        }

        return ValueTask.CompletedTask;
    }

    private long Look()
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IStore));
            try
            {
                if (_connection is null)
                {
                    // Whatever happened meanwhile, to this connection it is no change.
                    _connection = connect();
                    _version = Version(_connection);
                    _count++;
                }
                else if (Version(_connection) is var now && now != _version)
                {
                    _version = now;
                    _count++;
                }
            }
            catch (Exception e) when (e is StoreException or SqliteException)
            {
                // Whoever reads next is told what is wrong.
                Drop();
            }

            return _count;
        }
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!; // a pragma always gives one row
    }
}
