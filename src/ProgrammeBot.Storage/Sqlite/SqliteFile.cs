using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;
using SQLitePCL;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>Makes sure that a file is a database of ours in the newest format; refuses, untouched, what it does not know.</summary>
internal static class SqliteFile
{
    /// <summary>'PBOT': marks the file as ours in its header.</summary>
    public const int ApplicationId = 0x50424F54;

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    public static void Prepare(string path)
    {
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!); // the path is absolute and not a root
            RefuseWalAlone(path);
            MakeFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SqliteFault.Unreachable(path, e);
        }
    }

    public static async ValueTask MigrateAsync(SqliteConnection connection, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = SqliteMigrations.Steps.Count;
        try
        {
            if (FormatOf(connection, path) < known)
            {
                // Kept by the file. Before the transaction, as SQLite asks; after the checks, so that a foreign file stays as it was.
                Run(connection, "PRAGMA journal_mode = WAL");
                await BeginWriteAsync(connection, path, clock, cancellationToken);
                try
                {
                    Apply(connection, FormatOf(connection, path), known);
                }
                finally
                {
                    RollBack(connection);
                }
            }
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(path, e);
        }

        if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
        {
            throw SqliteFault.ReadOnly(path);
        }
    }

    /// <summary>Fixes the snapshot: SQLite takes it at the first read, not at BEGIN.</summary>
    public static void BeginRead(SqliteConnection connection, string path)
    {
        try
        {
            Run(connection, "BEGIN; SELECT 1 FROM sqlite_master LIMIT 1");
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(path, e);
        }
    }

    /// <summary>Takes the one right to write, waiting for other processes without holding a thread.</summary>
    public static async ValueTask BeginWriteAsync(SqliteConnection connection, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        // SQLite's own patience would hold the thread; readers keep it.
        _ = raw.sqlite3_busy_timeout(connection.Handle, 0);
        // Not by a command: those sleep and try again on their own, where no token reaches them.
        for (int result; (result = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE")) != raw.SQLITE_OK;)
        {
            if ((result & 0xFF) != raw.SQLITE_BUSY)
            {
                throw SqliteFault.Of(path, new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), result & 0xFF, result));
            }

            if (clock.GetElapsedTime(start) >= LockPatience)
            {
                throw SqliteFault.Busy(path, LockPatience);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancellationToken);
        }
    }

    /// <summary>Ends a transaction that is still open; SQLite ends some by itself when they fail.</summary>
    public static void RollBack(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            _ = raw.sqlite3_exec(connection.Handle, "ROLLBACK");
        }
    }

    private static void Apply(SqliteConnection connection, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            Run(connection, SqliteMigrations.Steps[step]);
        }

        Run(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {to}; COMMIT");
    }

    private static int FormatOf(SqliteConnection connection, string path)
    {
        var application = Number(connection, "PRAGMA application_id");
        var format = Number(connection, "PRAGMA user_version");
        var known = SqliteMigrations.Steps.Count;
        if (application != ApplicationId && (application != 0 || format != 0 || Number(connection, "SELECT COUNT(*) FROM sqlite_master") != 0))
        {
            throw new StoreException($"'{path}' is a database of another program. Move it away (a new one is then started), or point --data at another folder.");
        }

        if (format < 0 || format > known)
        {
            throw new StoreException(
                $"'{path}' has format {format}, this program knows formats up to {known}. Run the newer program that wrote it, or restore a back-up made before the update.");
        }

        return (int)format;
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void RefuseWalAlone(string path)
    {
        // SQLite takes a log without a database for rubbish and deletes it; it may hold all that was written since the last checkpoint.
        var file = new FileInfo(path);
        var log = new FileInfo(path + "-wal");
        if ((!file.Exists || file.Length == 0) && log is { Exists: true, Length: > 0 })
        {
            throw new StoreException($"'{path}' is missing or empty, but '{log.FullName}', which belongs to it, is there. Put the database back, or move the '-wal' away.");
        }
    }

    private static void MakeFile(string path)
    {
        if (File.Exists(path))
        {
            // Never opened here: closing any handle on the file would drop the locks that SQLite holds on it in this process.
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            // SQLite gives its log the mode of the database.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!; // a pragma or count always gives one row
    }
}
