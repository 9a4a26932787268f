using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Stores;
using SQLitePCL;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>The store in one file, <c>data/programmebot.db</c>: the default, with nothing to install.</summary>
/// <remarks>
/// Write-ahead log, flushed to disk at every commit; readers never wait. Several processes may share the file on one machine
/// (not on a network drive). SQLite's calls are short and done on the caller's thread; only waiting for the right to write is asynchronous.
/// </remarks>
public sealed class SqliteStore : IStore, ISqlDatabase
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly TimeProvider _clock;
    [SuppressMessage("Reliability", "CA2213", Justification = "Callers may still wait on it; it holds no handle.")]
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly SqliteChanges _changes;
    private volatile bool _disposed;

    static SqliteStore() => Batteries_V2.Init();

    private SqliteStore(string path, TimeProvider clock)
    {
        _path = path;
        _clock = clock;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Cache = SqliteCacheMode.Private,
            Pooling = true,
            ForeignKeys = true,
        }.ToString();
        _changes = new SqliteChanges(Connect, clock);
    }

    TimeProvider ISqlDatabase.Clock => _clock;

    string ISqlDatabase.Commit => "COMMIT";

    /// <summary>Opens the file, makes it (and its folder, for its owner only) where there is none, and brings it to the newest format.</summary>
    /// <exception cref="StoreException">It cannot be opened or made, is damaged, is no database of ours, or was written by a newer program.</exception>
    public static async ValueTask<SqliteStore> OpenAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);
        cancellationToken.ThrowIfCancellationRequested();
        var store = new SqliteStore(Path.GetFullPath(path), clock);
        SqliteFile.Prepare(store._path);
        try
        {
            var connection = store.Connect();
            await using (connection)
            {
                await SqliteFile.MigrateAsync(connection, store._path, clock, cancellationToken);
            }

            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<IUnitOfWork> ReadAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = Connect();
        try
        {
            SqliteFile.BeginRead(connection, _path);
            return new SqlUnitOfWork(new SqlSession(connection, this, writes: false, release: null));
        }
        catch
        {
            await CloseAsync(connection);
            throw;
        }
    }

    public async ValueTask<IUnitOfWork> WriteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await _writer.WaitAsync(cancellationToken);
        SqliteConnection? connection = null;
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            connection = Connect();
            await SqliteFile.BeginWriteAsync(connection, _path, _clock, cancellationToken);
            return new SqlUnitOfWork(new SqlSession(connection, this, writes: true, release: _writer));
        }
        catch
        {
            await CloseAsync(connection);
            _writer.Release();
            throw;
        }
    }

    public ValueTask<long> ChangedAsync(long seen, TimeSpan most, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _changes.WaitAsync(seen, most, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        await _writer.WaitAsync();
        _disposed = true;
        _writer.Release();
        await _changes.DisposeAsync();
        using var any = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(any);
    }

    StoreException ISqlDatabase.FaultOf(DbException cause) => SqliteFault.Of(_path, (SqliteException)cause); // it runs on SQLite's connections alone

    StoreException ISqlDatabase.Damaged(string what, Exception cause) => SqliteFault.Damaged(_path, what, cause);

    ValueTask ISqlDatabase.CloseAsync(DbConnection connection) => CloseAsync((SqliteConnection)connection); // the one it was given

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            // FULL: a commit has reached the disk when it returns. The time-out is for readers, during another process's recovery or close.
            command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFault.Of(_path, e);
        }
    }

    private static async ValueTask CloseAsync(SqliteConnection? connection)
    {
        if (connection is { State: System.Data.ConnectionState.Open })
        {
            SqliteFile.RollBack(connection);
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
