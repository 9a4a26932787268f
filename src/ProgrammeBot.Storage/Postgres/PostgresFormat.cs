using Npgsql;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Postgres;

/// <summary>Makes sure that a database holds our tables in the newest format; refuses, untouched, what it does not know.</summary>
internal static class PostgresFormat
{
    /// <summary>13: the oldest that its makers still looked after when this was written, and all we use is in it.</summary>
    private const int OldestServer = 130000;

    public static IReadOnlyList<string> Steps { get; } = SqlMigrations.Read("ProgrammeBot.Storage.Postgres.Migrations.");

    /// <summary>What it is, in words.</summary>
    public static async ValueTask<string> PrepareAsync(NpgsqlConnection connection, PostgresServer server, string beginWrite, CancellationToken cancellationToken)
    {
        try
        {
            await RefuseAsync(connection, server, cancellationToken);
            if (await FormatAsync(connection, server, cancellationToken) < Steps.Count)
            {
                // Of several processes that start at once, one does it and the others find it done.
                await RunAsync(connection, beginWrite, cancellationToken);
                var from = await FormatAsync(connection, server, cancellationToken);
                for (var step = from; step < Steps.Count; step++)
                {
                    await RunAsync(connection, Steps[step], cancellationToken);
                }

                await RunAsync(
                    connection,
                    $"""
                    CREATE TABLE IF NOT EXISTS programmebot_format (one integer PRIMARY KEY CHECK (one = 1), format integer NOT NULL);
                    INSERT INTO programmebot_format (one, format) VALUES (1, {Steps.Count}) ON CONFLICT (one) DO UPDATE SET format = excluded.format;
                    COMMIT
                    """,
                    cancellationToken);
            }

            return $"{server}, version {connection.PostgreSqlVersion}, format {Steps.Count} (the newest)";
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateTable)
        {
            throw new StoreException($"{server} holds tables of another program ({e.MessageText}). Give the bot a database of its own.", e);
        }
        catch (NpgsqlException e)
        {
            throw server.FaultOf(e);
        }
    }

    private static async ValueTask RefuseAsync(NpgsqlConnection connection, PostgresServer server, CancellationToken cancellationToken)
    {
        var (version, encoding, readOnly) = await AskAsync(
            connection,
            "SELECT current_setting('server_version_num')::integer, current_setting('server_encoding'), pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'",
            row => (row.GetInt32(0), row.GetString(1), row.GetBoolean(2)),
            cancellationToken);
        if (version < OldestServer)
        {
            throw new StoreException($"{server} has version {connection.PostgreSqlVersion}; the bot needs {OldestServer / 10000} or later. Update the server.");
        }

        if (encoding != "UTF8")
        {
            throw new StoreException($"{server} keeps text as {encoding}, which lacks letters that people write. Make a database with --encoding=UTF8 --template=template0.");
        }

        if (readOnly)
        {
            throw new StoreException($"{server} may only be read. Name the primary server in Store:Postgres.");
        }
    }

    private static async ValueTask<int> FormatAsync(NpgsqlConnection connection, PostgresServer server, CancellationToken cancellationToken)
    {
        if (!await AskAsync(connection, "SELECT to_regclass('programmebot_format') IS NOT NULL", row => row.GetBoolean(0), cancellationToken))
        {
            return 0;
        }

        var format = await AskAsync(connection, "SELECT COALESCE(MAX(format), 0) FROM programmebot_format", row => row.GetInt32(0), cancellationToken);
        return format >= 0 && format <= Steps.Count ? format : throw new StoreException(
            $"{server} has format {format}, this program knows formats up to {Steps.Count}. Run the newer program that wrote it, or restore a back-up made before the update.");
    }

    private static async ValueTask<T> AskAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken); // each of them gives one row
        return row(reader);
    }

    private static async ValueTask RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
