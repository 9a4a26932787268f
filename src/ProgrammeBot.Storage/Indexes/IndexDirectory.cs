using System.Security.Cryptography;
using System.Text;

namespace ProgrammeBot.Storage.Indexes;

/// <summary>The folder of one built index: a manifest, and the segments it names.</summary>
/// <remarks>
/// Segments are written once under a name of their own; <c>manifest.json</c> is replaced by renaming, which either happened or did not.
/// So a reader, and a start after a crash at any moment, finds the old state or the new one, whole.
/// Readers need no lock; writers hold one (<see cref="TryWrite"/>). What the folder holds besides is left over from a crash and swept.
/// Knows nothing of what is in a segment.
/// </remarks>
public sealed class IndexDirectory
{
    internal const string ManifestName = "manifest.json";

    /// <summary>How often a reader starts over when a writer swept the segments it was about to open.</summary>
    private const int Attempts = 20;

    public IndexDirectory(string path) => FullPath = System.IO.Path.GetFullPath(path);

    public string FullPath { get; }

    /// <summary>The folder under <paramref name="root"/> that belongs to these sources: other sources never touch it.</summary>
    public static IndexDirectory For(string root, string sources)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(sources));
        var name = new string([.. Path.GetFileName(full).Take(40).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..8];
        return new(Path.Combine(root, $"{(name.Length == 0 ? "root" : name)}-{hash}"));
    }

    /// <summary>The index in this folder, if it is whole and was built by <paramref name="engine"/>.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public IndexLoad Load(string engine)
    {
        // Only a damaged index is tried again, and only while somebody replaces it under our hands.
        var last = -1L;
        for (var attempt = 1; ; attempt++)
        {
            var load = LoadOnce(engine, out var generation);
            if (load is not IndexLoad.Unusable { Fault: IndexFault.Damaged } || generation == last || attempt == Attempts)
            {
                return load;
            }

            last = generation;
        }
    }

    /// <summary>Takes the folder for writing; null when another process holds it, named by <paramref name="holder"/>.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public IndexWriter? TryWrite(out string holder)
    {
        Directory.CreateDirectory(FullPath);
        var held = WriterLock.TryTake(FullPath, out holder);
        return held is null ? null : new IndexWriter(this, held);
    }

    internal string PathOf(string file) => Path.Combine(FullPath, file);

    internal byte[]? ReadManifest()
    {
        try
        {
            using var file = new FileStream(
                PathOf(ManifestName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private IndexLoad LoadOnce(string engine, out long generation)
    {
        generation = -1;
        byte[]? bytes;
        try
        {
            bytes = ReadManifest();
        }
        catch (IOException e)
        {
            return new IndexLoad.Unusable(IndexFault.Damaged, $"manifest.json cannot be read: {e.Message}");
        }

        if (bytes is null)
        {
            return new IndexLoad.Unusable(IndexFault.Missing, "there is no index yet");
        }

        var (manifest, fault) = ManifestFormat.Read(bytes, engine);
        if (manifest is null)
        {
            return fault!; // one of the two is there
        }

        generation = manifest.Generation;
        var segments = new Dictionary<string, MappedFile>(StringComparer.Ordinal);
        foreach (var segment in manifest.Segments)
        {
            var (mapped, damage) = Open(segment);
            if (mapped is null)
            {
                return new IndexLoad.Unusable(IndexFault.Damaged, $"{segment.File} is damaged: {damage}");
            }

            segments[segment.File] = mapped;
        }

        return new IndexLoad.Loaded(manifest, segments);
    }

    private (MappedFile? File, string Damage) Open(StoredSegment segment)
    {
        MappedFile mapped;
        try
        {
            mapped = new MappedFile(PathOf(segment.File));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }

        if (mapped.Length != segment.Length)
        {
            return (null, $"{segment.Length} bytes expected, {mapped.Length} found");
        }

        var found = HashOf(mapped);
        return found == segment.Sha256 ? (mapped, "") : (null, $"checksum {segment.Sha256} expected, {found} found");
    }

    internal static string HashOf(MappedFile file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.GetSpan()));
        GC.KeepAlive(file);
        return hash;
    }
}
