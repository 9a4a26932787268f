using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProgrammeBot.Storage.Sql;

namespace ProgrammeBot.Storage.Backups;

/// <summary>An open back-up. Anybody's file until it has been checked: no name in it becomes a path, and nothing is taken for as long as it says.</summary>
internal sealed partial class BackupReader : IDisposable
{
    public const string Ending = ".jsonl";

    public const string KeysFolder = "keys/";

    private const long LargestManifest = 1024 * 1024;
    private const long LargestKey = 64 * 1024;
    private const long LargestLine = 256 * 1024 * 1024;

    /// <summary>Of all parts together, unpacked.</summary>
    private const long Largest = 16L * 1024 * 1024 * 1024;

    private readonly string _path;
    private readonly ZipArchive _zip;

    private BackupReader(string path, ZipArchive zip, BackupManifest manifest) => (_path, _zip, Manifest) = (path, zip, manifest);

    public BackupManifest Manifest { get; }

    public IEnumerable<BackupPart> Keys => Manifest.Parts.Where(p => p.Name.StartsWith(KeysFolder, StringComparison.Ordinal));

    public static bool IsKey(string name) => KeyName().IsMatch(name);

    /// <summary>Opens it and checks every part against its hash.</summary>
    /// <exception cref="BackupException">It is no back-up, is damaged, or of a newer format.</exception>
    public static async Task<BackupReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), ZipArchiveMode.Read);
            var reader = new BackupReader(path, zip, await ManifestAsync(path, zip, cancellationToken));
            await reader.CheckAsync(cancellationToken);
            return reader;
        }
        catch (Exception e)
        {
            zip?.Dispose();
            throw e switch
            {
                FileNotFoundException or DirectoryNotFoundException => new BackupException($"'{path}' is not there.", e),
                UnauthorizedAccessException => new BackupException($"'{path}' cannot be read ({e.Message}).", e),
                InvalidDataException or EndOfStreamException or IOException => Damaged(path, e.Message, e),
                _ => e,
            };
        }
    }

    public bool Holds(SqlTable table) => Find(table.Name + Ending) is not null;

    /// <summary>Hands over each record of a table with the number of its line.</summary>
    /// <exception cref="BackupException">A line is no record of it.</exception>
    public async Task EachAsync(SqlTable table, Func<long, (string Name, object? Value)[], Task> record, CancellationToken cancellationToken)
    {
        var name = table.Name + Ending;
        await using var stream = await OpenPartAsync(name, cancellationToken);
        var number = 0L;
        await foreach (var line in LinesAsync(stream, name, cancellationToken))
        {
            number++;
            (string, object?)[] values;
            try
            {
                values = BackupRow.Read(line.Span, table.Columns);
            }
            catch (FormatException e)
            {
                throw new BackupException($"'{_path}', {name}, line {number}: {e.Message}. Nothing was restored.", e);
            }

            await record(number, values);
        }
    }

    public async Task<byte[]> KeyAsync(BackupPart key, CancellationToken cancellationToken)
    {
        var bytes = new byte[key.Bytes]; // checked when it was opened
        await using var stream = await OpenPartAsync(key.Name, cancellationToken);
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public BackupException Damaged(string what, Exception? cause = null) => Damaged(_path, what, cause);

    public void Dispose() => _zip.Dispose();

    private static BackupException Damaged(string path, string what, Exception? cause = null) =>
        new($"'{path}' is damaged, or no back-up ({what.TrimEnd('.')}). Take another one; nothing was restored.", cause);

    private static async Task<BackupManifest> ManifestAsync(string path, ZipArchive zip, CancellationToken cancellationToken)
    {
        var entry = zip.Entries.FirstOrDefault(e => e.FullName == BackupManifest.Name) ?? throw Damaged(path, $"it holds no {BackupManifest.Name}");
        if (entry.Length > LargestManifest)
        {
            throw Damaged(path, $"its {BackupManifest.Name} has {entry.Length} bytes");
        }

        try
        {
            var bytes = new byte[entry.Length];
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            using (var head = JsonDocument.Parse(bytes))
            {
                // Whatever else a newer one changed.
                if (head.RootElement.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == BackupManifest.OurKind
                    && head.RootElement.TryGetProperty("format", out var number) && number.TryGetInt32(out var format) && format > BackupManifest.Newest)
                {
                    throw new BackupException($"'{path}' has format {format}, this program knows formats up to {BackupManifest.Newest}. Restore it with the newer program that wrote it.");
                }
            }

            var manifest = JsonSerializer.Deserialize(bytes, BackupJson.Default.BackupManifest);
            return manifest is { Kind: BackupManifest.OurKind, Format: >= 1 } && manifest.Parts.All(p => p is not null) ? manifest : throw Damaged(path, $"its {BackupManifest.Name} is another program's");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Damaged(path, $"its {BackupManifest.Name} cannot be read: {e.Message}", e);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var known = SqlTable.All.Select(t => t.Name + Ending).ToHashSet(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal) { BackupManifest.Name };
        foreach (var part in Manifest.Parts)
        {
            var key = part.Name.StartsWith(KeysFolder, StringComparison.Ordinal);
            if (!named.Add(part.Name) || !(key ? IsKey(part.Name[KeysFolder.Length..]) : known.Contains(part.Name)))
            {
                throw Damaged($"'{Printable(part.Name)}' is no part of a back-up, or stands twice");
            }

            if (part.Bytes < 0 || (key && part.Bytes > LargestKey))
            {
                throw Damaged($"{part.Name} would have {part.Bytes} bytes");
            }
        }

        var left = Largest;
        foreach (var part in Manifest.Parts)
        {
            // Not by a sum, which could run over.
            left = part.Bytes <= left ? left - part.Bytes : throw Damaged($"it would unpack to more than {Largest / (1024 * 1024 * 1024)} GiB");
        }

        if (_zip.Entries.FirstOrDefault(e => !named.Contains(e.FullName)) is { } foreign)
        {
            throw Damaged($"it holds '{Printable(foreign.FullName)}', which its {BackupManifest.Name} does not name");
        }

        foreach (var part in Manifest.Parts)
        {
            await CheckAsync(part, cancellationToken);
        }
    }

    private async Task CheckAsync(BackupPart part, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long bytes = 0, rows = 0;
        await using var stream = await OpenPartAsync(part.Name, cancellationToken);
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
            if ((bytes += read) > part.Bytes)
            {
                throw Damaged($"{part.Name} is longer than the {part.Bytes} bytes that were written");
            }
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (bytes != part.Bytes || found != part.Sha256)
        {
            throw Damaged($"{part.Name} is not as it was written: {part.Bytes} bytes with hash {part.Sha256} expected, {bytes} with {found} found");
        }

        if (part.Name.EndsWith(Ending, StringComparison.Ordinal) && rows != part.Rows)
        {
            throw Damaged($"{part.Name} has {rows} lines, {part.Rows} were written");
        }
    }

    private BackupPart? Find(string name) => Manifest.Parts.FirstOrDefault(p => p.Name == name);

    private async Task<Stream> OpenPartAsync(string name, CancellationToken cancellationToken) =>
        await (_zip.GetEntry(name) ?? throw Damaged($"it lacks {name}")).OpenAsync(cancellationToken);

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(Stream stream, string name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                if (end >= LargestLine)
                {
                    throw Damaged($"a line of {name} is longer than any record");
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
            {
                yield break; // every line ends with its line feed, as was counted
            }

            end += read;
        }
    }

    private static string Printable(string name) => new([.. name.Take(100).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);

    // What the framework and we call our keys; no folder and no way up.
    [GeneratedRegex(@"\A(key-[0-9a-f-]{36}\.xml|person-hash\.key)\z")]
    private static partial Regex KeyName();
}
