using System.Data.Common;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Sql;

/// <summary>One transaction on one connection: the only place that runs statements, and that knows whether they may still run.</summary>
/// <remarks>
/// A token is heeded before a statement, not during it: PostgreSQL gives up the whole transaction with a cancelled statement, and the unit must stay usable.
/// Statements are short, and each database limits how long one may take.
/// </remarks>
internal sealed class SqlSession(DbConnection connection, ISqlDatabase database, bool writes, SemaphoreSlim? release) : IAsyncDisposable
{
    private State _state = State.Open;

    private enum State
    {
        Open,
        Failed,
        Committed,
        Disposed,
    }

    public TimeProvider Clock => database.Clock;

    public async ValueTask<List<T>> ReadAsync<T>(
        string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        await EachAsync(sql, reader => rows.Add(row(reader)), cancellationToken, parameters);
        return rows;
    }

    /// <summary>Hands over row after row, for tables that no memory need hold. How many there were.</summary>
    public async ValueTask<long> EachAsync(string sql, Action<DbDataReader> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        Check(forWriting: false, cancellationToken);
        return await GuardAsync(async () =>
        {
            await using var command = Prepare(sql, parameters);
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
            var count = 0L;
            for (; await reader.ReadAsync(CancellationToken.None); count++)
            {
                Decode(reader, row);
            }

            return count;
        });
    }

    /// <summary>The one row there is, or null.</summary>
    public async ValueTask<T?> FindAsync<T>(
        string sql, Func<DbDataReader, T> row, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
        where T : class => (await ReadAsync(sql, row, cancellationToken, parameters)).SingleOrDefault();

    /// <summary>How many rows were changed.</summary>
    public async ValueTask<int> WriteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        Check(forWriting: true, cancellationToken);
        return await RunAsync(sql, parameters);
    }

    /// <summary>Refuses a call that writes before any part of it has run.</summary>
    public void CheckWriting(CancellationToken cancellationToken) => Check(forWriting: true, cancellationToken);

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        Check(forWriting: true, cancellationToken);
        await RunAsync(database.Commit, []);
        _state = State.Committed;
    }

    public async ValueTask DisposeAsync()
    {
        if (_state == State.Disposed)
        {
            return;
        }

        _state = State.Disposed;
        try
        {
            await database.CloseAsync(connection);
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

    private ValueTask<int> RunAsync(string sql, (string Name, object? Value)[] parameters) => GuardAsync(async () =>
    {
        await using var command = Prepare(sql, parameters);
        return await command.ExecuteNonQueryAsync(CancellationToken.None);
    });

    private async ValueTask<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException e)
        {
            _state = State.Failed;
            throw database.FaultOf(e);
        }
        catch (StoreException)
        {
            _state = State.Failed;
            throw;
        }
    }

    private DbCommand Prepare(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // Values check themselves as they are made: a row that makes none was not written by us.
    private void Decode(DbDataReader reader, Action<DbDataReader> row)
    {
        try
        {
            row(reader);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException or InvalidOperationException or System.Text.Json.JsonException)
        {
            throw database.Damaged($"a record that cannot be read: {e.Message}", e);
        }
    }
}
