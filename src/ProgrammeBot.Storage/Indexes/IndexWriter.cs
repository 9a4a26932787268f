namespace ProgrammeBot.Storage.Indexes;

/// <summary>Writes new states of an index folder, as the only one who does until disposed.</summary>
/// <remarks>Nothing written here is seen by readers before <see cref="Commit"/>; after it, everything is. For one thread.</remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;

    internal IndexWriter(IndexDirectory directory, WriterLock held)
    {
        _directory = directory;
        _lock = held;
    }

    /// <summary>The generation on disk; 0 when there is no manifest that could be read. Another process may have written since one last looked.</summary>
    public long Generation(string engine) => ManifestFormat.Read(_directory.ReadManifest(), engine).Manifest?.Generation ?? 0;

    /// <summary>Writes a new segment file to the disk itself, and opens it.</summary>
    /// <param name="generation">The generation it is to belong to; part of its name.</param>
    /// <param name="content">Writes the bytes; the stream can seek.</param>
    public (string Name, string Sha256, MappedFile File) Write(long generation, Action<Stream> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var file = CreateNew(generation, out var name);
        content(file);
        file.Flush(flushToDisk: true);
        file.Dispose();
        // Hashed from what was mapped, not from what was meant.
        var mapped = new MappedFile(_directory.PathOf(name));
        return (name, IndexDirectory.HashOf(mapped), mapped);
    }

    /// <summary>Makes this the state that is served. Either it is, when this returns or throws, or the state before still is.</summary>
    /// <remarks>
    /// The folder's own entry is not flushed: that needs calls below .NET, and the worst a power cut can then do is bring back the old
    /// manifest, which is whole, or one whose segments are gone, which is recognised and built again.
    /// </remarks>
    public void Commit(IndexManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var target = _directory.PathOf(IndexDirectory.ManifestName);
        var aside = target + ".aside";
        using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(ManifestFormat.Write(manifest));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, target, overwrite: true);
    }

    /// <summary>Deletes what <paramref name="manifest"/> does not name: old states, and what a crash left.</summary>
    /// <remarks>Who still has such a file mapped keeps its content. Where the system refuses to delete files in use, the next sweep gets them.</remarks>
    public void Sweep(IndexManifest? manifest)
    {
        var named = (manifest?.Segments ?? []).Select(s => s.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_directory.FullPath))
        {
            var name = Path.GetFileName(path);
            var ours = name.EndsWith(".segment", StringComparison.Ordinal) || name.EndsWith(".aside", StringComparison.Ordinal);
            if (!ours || named.Contains(name))
            {
                continue;
            }

            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Never writes into a file that is there: another process may have it mapped.</summary>
    private FileStream CreateNew(long generation, out string name)
    {
        for (var n = 0; ; n++)
        {
            name = $"{generation:x8}-{n}.segment";
            var path = _directory.PathOf(name);
            if (!File.Exists(path))
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
            }
        }
    }
}
