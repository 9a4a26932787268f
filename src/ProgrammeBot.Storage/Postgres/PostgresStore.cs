using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Postgres;

/// <summary>The store in a PostgreSQL database, which several bot processes on several machines may share.</summary>
/// <remarks>
/// One write unit at a time over all of them: it begins with an advisory lock, which ends with its transaction. Every commit notifies the others.
/// Needs a connection of its own for each unit and one to listen on: no pooler that hands a connection from transaction to transaction may stand between.
/// </remarks>
public sealed class PostgresStore : IStore, ISqlDatabase
{
    /// <summary>The lock of whoever writes, and of whoever brings the tables to a newer format: 'PBOT' in ASCII.</summary>
    internal const long WriteLock = 0x50424F54;

    internal const string Channel = "programmebot";

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    // READ COMMITTED, although nothing may change under a writer: nobody else writes while the lock is held, and the snapshot of a stricter
    // transaction would be taken before the lock is got, and miss what was committed while it was waited for.
    private static readonly string BeginWrite =
        $"BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = {(int)LockPatience.TotalMilliseconds}; SELECT pg_advisory_xact_lock({WriteLock})";

    // The snapshot is taken by the first statement, not by BEGIN.
    private const string BeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1";

    private readonly NpgsqlDataSource _source;
    private readonly PostgresServer _server;
    private readonly TimeProvider _clock;
    private readonly PostgresChanges _changes;
    [SuppressMessage("Reliability", "CA2213", Justification = "Callers may still wait on it; it holds no handle.")]
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile bool _disposed;

    private PostgresStore(PostgresServer server, TimeProvider clock)
    {
        _server = server;
        _clock = clock;
        _source = server.Source();
        _changes = new PostgresChanges(ConnectAsync, clock);
    }

    /// <summary>The server's version, where it is, and the format of the tables, for whoever looks after it.</summary>
    public string Description { get; private set; } = "";

    TimeProvider ISqlDatabase.Clock => _clock;

    string ISqlDatabase.Commit => $"NOTIFY {Channel}; COMMIT";

    /// <summary>Opens the database, makes its tables where there are none, and brings them to the newest format.</summary>
    /// <param name="connection">As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoreException">It cannot be reached, may not be used, holds something else, or was written by a newer program. Never tells the password.</exception>
    public static async ValueTask<PostgresStore> OpenAsync(string connection, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        ArgumentNullException.ThrowIfNull(clock);
        cancellationToken.ThrowIfCancellationRequested();
        var store = new PostgresStore(PostgresServer.Of(connection), clock);
        try
        {
            await using var opened = await store.ConnectAsync(cancellationToken);
            store.Description = await PostgresFormat.PrepareAsync(opened, store._server, BeginWrite, cancellationToken);
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
        return await BeginAsync(BeginRead, writes: false, release: null, cancellationToken);
    }

    public async ValueTask<IUnitOfWork> WriteAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        // Those of this process wait here, so that they take no connection while they do.
        await _writer.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await BeginAsync(BeginWrite, writes: true, _writer, cancellationToken);
        }
        catch
        {
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
        await _source.DisposeAsync();
    }

    StoreException ISqlDatabase.FaultOf(DbException cause) => _server.FaultOf(cause);

    StoreException ISqlDatabase.Damaged(string what, Exception cause) => _server.Damaged(what, cause);

    ValueTask ISqlDatabase.CloseAsync(DbConnection connection) => CloseAsync(connection);

    private static async ValueTask CloseAsync(DbConnection connection)
    {
        try
        {
            // Whoever is still within a transaction is rolled back as the connection goes back.
            await connection.DisposeAsync();
        }
        catch (DbException)
        {
            // It broke: the server rolls back by itself.
        }
    }

    private async ValueTask<IUnitOfWork> BeginAsync(string begin, bool writes, SemaphoreSlim? release, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = begin;
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new SqlUnitOfWork(new SqlSession(connection, this, writes, release));
        }
        catch (DbException e)
        {
            await CloseAsync(connection);
            throw PostgresServer.IsLockTimeout(e) ? _server.Busy(LockPatience) : _server.FaultOf(e);
        }
        catch
        {
            await CloseAsync(connection);
            throw;
        }
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not ObjectDisposedException)
        {
            throw _server.Unreachable(e);
        }
    }
}
