using System.Globalization;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Backups;

/// <summary>Brings a back-up into a store, whichever kind it came from: all of it in one transaction, or nothing.</summary>
public static class BackupRestore
{
    /// <param name="store">Where it goes.</param>
    /// <param name="path">The back-up.</param>
    /// <param name="replace">Whether what stands there goes, after a back-up of it was written beside this one; else only an empty store is taken.</param>
    /// <param name="keys">The folder of the protection keys: those that the back-up holds and the folder lacks are put there.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed.</param>
    /// <exception cref="BackupException">It is no back-up, is damaged, of a newer format, or holds what this program would not have written; or the store is not empty.</exception>
    /// <exception cref="StoreException">The store failed; nothing was changed.</exception>
    public static async Task<BackupReport> RestoreAsync(IStore store, string path, bool replace, string keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(clock);
        using var backup = await BackupReader.OpenAsync(path, cancellationToken);
        await using var unit = await store.WriteAsync(cancellationToken);
        var session = ((SqlUnitOfWork)unit).Session;
        var changes = await unit.Faq.LatestChangeAsync(cancellationToken);
        var replaced = await IsEmptyAsync(session, cancellationToken) ? null
            : replace ? await KeepAsync(unit, store, path, clock, cancellationToken)
            : throw new BackupException("The store is not empty. With --replace, what stands there goes, after a back-up of it was written beside this one.");
        foreach (var table in SqlTable.All.Reverse())
        {
            await session.WriteAsync($"DELETE FROM {table.Name}", cancellationToken);
        }

        var records = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in SqlTable.All.Where(backup.Holds))
        {
            if (await RestoreAsync(session, backup, table, path, changes, cancellationToken) is > 0 and var count)
            {
                records[table.Name] = count;
            }
        }

        await CheckAsync(session, path, cancellationToken);
        var restored = await RestoreKeysAsync(backup, keys, cancellationToken);
        await unit.CommitAsync(cancellationToken);
        return new BackupReport(records, restored, backup.Manifest.MadeAt, replaced);
    }

    private static async Task<long> RestoreAsync(SqlSession session, BackupReader backup, SqlTable table, string path, long changes, CancellationToken cancellationToken)
    {
        // Numbers go on from what was there, so that a running bot sees that its entries changed.
        var numbered = table.Name == "faq_revision";
        var names = table.Columns.Select(c => c.Name).Concat(numbered ? ["change"] : []).ToList();
        var sql = $"INSERT INTO {table.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(n => "@" + n))})";
        var count = 0L;
        await backup.EachAsync(table, async (line, values) =>
        {
            try
            {
                await session.WriteAsync(sql, cancellationToken, numbered ? [.. values, ("@change", changes + line)] : values);
                count = line;
            }
            catch (StoreException e)
            {
                throw new BackupException($"'{path}', {table.Name}{BackupReader.Ending}, line {line}: the store does not take it ({e.InnerException?.Message ?? e.Message}). Nothing was restored.", e);
            }
        }, cancellationToken);
        return count;
    }

    // A hash says that it is what was written, not by whom: whoever reads a record later must not be the first to try.
    private static async Task CheckAsync(SqlSession session, string path, CancellationToken cancellationToken)
    {
        try
        {
            await SqlRecords.ReadAllAsync(session, cancellationToken);
        }
        catch (StoreException e) when (e.InnerException is not System.Data.Common.DbException)
        {
            throw new BackupException($"'{path}' holds a record that this program would not have written ({e.InnerException?.Message ?? e.Message}). Nothing was restored.", e);
        }
    }

    private static async Task<bool> IsEmptyAsync(SqlSession session, CancellationToken cancellationToken)
    {
        foreach (var table in SqlTable.All)
        {
            if ((await session.ReadAsync($"SELECT 1 FROM {table.Name} LIMIT 1", _ => true, cancellationToken)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    // By the unit that replaces it, so that it is just what goes.
    private static async Task<string> KeepAsync(IUnitOfWork unit, IStore store, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"programmebot-before-restore-{now:yyyyMMdd-HHmmss-fff}.zip");
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name); // a file that was just read has a folder
        await BackupWriter.WriteAsync(unit, store.GetType().Name, beside, keys: null, now, cancellationToken);
        return beside;
    }

    private static async Task<int> RestoreKeysAsync(BackupReader backup, string folder, CancellationToken cancellationToken)
    {
        var restored = 0;
        try
        {
            foreach (var key in backup.Keys)
            {
                var target = Path.Combine(folder, Path.GetFileName(key.Name)); // checked to be a plain name when it was opened
                if (File.Exists(target))
                {
                    continue;
                }

                if (OperatingSystem.IsWindows())
                {
                    Directory.CreateDirectory(folder);
                }
                else
                {
                    Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }

                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                await using var file = new FileStream(target, options);
                await file.WriteAsync(await backup.KeyAsync(key, cancellationToken), cancellationToken);
                restored++;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The keys cannot be put into '{folder}' ({e.Message}). Let this user write there; the records were not restored.", e);
        }

        return restored;
    }
}
