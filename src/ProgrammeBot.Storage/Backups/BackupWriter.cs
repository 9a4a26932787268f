using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProgrammeBot.Storage.Sql;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Storage.Backups;

/// <summary>Writes all that a store holds into one file, a zip of a JSON-lines file a table, the same for every kind of store.</summary>
public static class BackupWriter
{
    /// <summary>Takes one snapshot, while whoever likes goes on writing.</summary>
    /// <param name="store">What is backed up.</param>
    /// <param name="path">The file; its folder is there and it is not. It is there whole or not at all, and for its owner only.</param>
    /// <param name="keys">The folder of the protection keys, to be put in as well; null leaves them out.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="BackupException">There is such a file already, or it cannot be written.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<BackupReport> WriteAsync(IStore store, string path, string? keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(clock);
        await using var unit = await store.ReadAsync(cancellationToken);
        return await WriteAsync(unit, store.GetType().Name, path, keys, clock.GetUtcNow(), cancellationToken);
    }

    internal static async Task<BackupReport> WriteAsync(IUnitOfWork unit, string from, string path, string? keys, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new BackupException($"'{path}' is there already. Name another file: no back-up is overwritten.");
        }

        var aside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            BackupReport report;
            await using (var file = new FileStream(aside, Options()))
            {
                report = await WriteAsync(((SqlUnitOfWork)unit).Session, from, file, keys, at, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: false);
            return report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"'{path}' cannot be written ({e.Message}). Name a file in a folder that this user may write, on a disk with room.", e);
        }
        finally
        {
            if (File.Exists(aside))
            {
                File.Delete(aside);
            }
        }
    }

    private static async Task<BackupReport> WriteAsync(SqlSession session, string from, FileStream file, string? keys, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var parts = new List<BackupPart>();
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var table in SqlTable.All)
        {
            parts.Add(await WriteTableAsync(session, table, zip, cancellationToken));
        }

        var records = parts.Where(p => p.Rows > 0).ToDictionary(p => p.Name[..^BackupReader.Ending.Length], p => p.Rows);
        string[] files = keys is not null && Directory.Exists(keys) ? Directory.GetFiles(keys) : [];
        foreach (var key in files.Where(f => BackupReader.IsKey(Path.GetFileName(f))).Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(key, cancellationToken);
            parts.Add(await WritePartAsync(zip, BackupReader.KeysFolder + Path.GetFileName(key), stream =>
            {
                stream.Write(bytes);
                return ValueTask.FromResult(0L);
            }));
        }

        // Last, since only now it is known.
        await WritePartAsync(zip, BackupManifest.Name, async stream =>
        {
            await JsonSerializer.SerializeAsync(stream, new BackupManifest(BackupManifest.Newest, at, from, parts), BackupJson.Default.BackupManifest, cancellationToken);
            return 0;
        });
        return new BackupReport(records, parts.Count - SqlTable.All.Count, at);
    }

    private static Task<BackupPart> WriteTableAsync(SqlSession session, SqlTable table, ZipArchive zip, CancellationToken cancellationToken) =>
        WritePartAsync(zip, table.Name + BackupReader.Ending, stream =>
        {
            // Letters of every script as themselves: people look into back-ups.
            var line = new ArrayBufferWriter<byte>();
            var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            return session.EachAsync(
                $"SELECT {string.Join(", ", table.Columns.Select(c => c.Name))} FROM {table.Name} ORDER BY {table.Order}",
                row =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    line.ResetWrittenCount();
                    json.Reset();
                    BackupRow.Write(row, table.Columns, json);
                    json.Flush();
                    stream.Write(line.WrittenSpan);
                    stream.WriteByte((byte)'\n');
                },
                cancellationToken);
        });

    private static async Task<BackupPart> WritePartAsync(ZipArchive zip, string name, Func<Stream, ValueTask<long>> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows, bytes;
        var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await using (entry)
        {
            var counted = new HashedStream(entry, hash);
            await using (counted)
            {
                rows = await write(counted);
                bytes = counted.Position;
            }
        }

        return new BackupPart(name, rows, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
