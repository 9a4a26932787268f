using Microsoft.Data.Sqlite;
using ProgrammeBot.Stores;
using SQLitePCL;

namespace ProgrammeBot.Storage.Sqlite;

/// <summary>Says for each way SQLite fails what the operator can do about it.</summary>
internal static class SqliteFault
{
    public static StoreException Of(string path, SqliteException cause) => new(Sentence(path, cause), cause);

    public static StoreException Damaged(string path, string what, Exception? cause = null) =>
        new($"'{path}' is damaged ({what}). Restore the latest back-up in its place, and keep the damaged file with its '-wal' until that works.", cause);

    public static StoreException ReadOnly(string path, Exception? cause = null) =>
        new($"'{path}' cannot be written. Give this user the right to write the file and its folder, or point --data at another folder.", cause);

    public static StoreException Unreachable(string path, Exception cause) =>
        new($"'{path}' cannot be opened or made ({cause.Message}). Check that its folder can be made and written by this user, or point --data at another folder.", cause);

    public static StoreException Busy(string path, TimeSpan waited) =>
        new($"'{path}' has been locked by another process for {waited.TotalSeconds:0} s. Wait for it or stop it, then try again.");

    private static string Sentence(string path, SqliteException cause) => cause.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"'{path}' is not a SQLite database. Move it away (a new one is then started), or point --data at another folder.",
        raw.SQLITE_CORRUPT => Damaged(path, cause.Message).Message,
        raw.SQLITE_READONLY => ReadOnly(path).Message,
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Unreachable(path, cause).Message,
        raw.SQLITE_FULL => $"The disk that holds '{path}' is full. Free some space; what was not acknowledged was not kept.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"'{path}' is locked by another process. Wait for it or stop it, then try again.",
        raw.SQLITE_IOERR => $"The disk that holds '{path}' fails to read or write ({cause.Message}). Check the disk; what was not acknowledged was not kept.",
        _ => $"'{path}' refused a statement ({cause.Message}). If a back-up or another program wrote the file, restore the latest back-up.",
    };
}
