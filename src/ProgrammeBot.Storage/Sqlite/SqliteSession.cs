using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>One transaction on one connection: the only place that runs statements, and that knows whether they may still run.</summary>
internal sealed class SqliteSession(SqliteConnection connection, string path, bool writes, SemaphoreSlim? release) : IDisposable
{
    private State _state = State.Open;

    private enum State
    {
        Open,
        Failed,
        Committed,
        Disposed,
    }

    /// <summary>Fixes the snapshot: SQLite takes it at the first read, not at BEGIN.</summary>
    public void Begin() => Guard(() => Run("BEGIN; SELECT 1 FROM sqlite_master LIMIT 1", [], command => command.ExecuteNonQuery()));

    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        Check(forWriting: false, cancellationToken);
        return Guard(() => Run(sql, parameters, command =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(Decode(reader, row));
            }

            return rows;
        }));
    }

    /// <summary>How many rows were changed.</summary>
    public int Write(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        Check(forWriting: true, cancellationToken);
        return Guard(() => Run(sql, parameters, command => command.ExecuteNonQuery()));
    }

    /// <summary>Refuses a call that writes before any part of it has run.</summary>
    public void CheckWriting(CancellationToken cancellationToken) => Check(forWriting: true, cancellationToken);

    public void Commit(CancellationToken cancellationToken)
    {
        Check(forWriting: true, cancellationToken);
        Guard(() => Run("COMMIT", [], command => command.ExecuteNonQuery()));
        _state = State.Committed;
    }

    public void Dispose()
    {
        if (_state == State.Disposed)
        {
            return;
        }

        _state = State.Disposed;
        try
        {
            SqliteStore.Close(connection);
        }
        finally
        {
            release?.Release();
        }
    }

    private void Check(bool forWriting, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, typeof(IUnitOfWork));
        if (_state != State.Open)
        {
            throw new InvalidOperationException(_state == State.Failed ? "The unit of work has failed; dispose it." : "The unit of work is committed; open another.");
        }

        if (forWriting && !writes)
        {
            throw new InvalidOperationException("The unit of work was opened for reading; open one by WriteAsync.");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            _state = State.Failed;
            throw SqliteFault.Of(path, e);
        }
        catch (StoreException)
        {
            _state = State.Failed;
            throw;
        }
    }

    private T Run<T>(string sql, (string Name, object? Value)[] parameters, Func<SqliteCommand, T> execute)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return execute(command);
    }

    // Values check themselves as they are made: a row that makes none was not written by us.
    private T Decode<T>(SqliteDataReader reader, Func<SqliteDataReader, T> row)
    {
        try
        {
            return row(reader);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException or InvalidOperationException or System.Text.Json.JsonException)
        {
            throw SqliteFault.Damaged(path, $"a record that cannot be read: {e.Message}", e);
        }
    }
}
