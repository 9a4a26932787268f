using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Ingestion.Readers;

namespace ProgrammeBot.Ingestion;

/// <summary>A folder of source documents, or one file taken as such.</summary>
/// <remarks>Whatever its files hold, nothing here throws for it: what cannot be read is told as a problem of that file. Holds no state; may be used from many threads.</remarks>
public sealed class SourceFolder
{
    /// <summary>How many items of one file wait while an earlier file is still being taken.</summary>
    private const int Ahead = 16;

    private readonly string _path;
    private readonly IngestionOptions _options;
    private readonly Dictionary<string, IDocumentReader> _readers;

    /// <param name="path">The folder or file; it need not exist yet.</param>
    /// <param name="options">The limits; null takes the defaults.</param>
    /// <param name="readers">The formats; null takes all we have.</param>
    public SourceFolder(string path, IngestionOptions? options = null, IEnumerable<IDocumentReader>? readers = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _options = options ?? new IngestionOptions();
        _readers = (readers ?? DocumentReaders.All).SelectMany(r => r.Extensions.Select(e => (e, r))).ToDictionary(p => p.e, p => p.r, StringComparer.Ordinal);
    }

    /// <summary>The full path of the folder or file.</summary>
    public string FullPath => _path;

    /// <summary>The files there are now. A folder that is missing is a problem, not a fault.</summary>
    public SourceScan Scan()
    {
        try
        {
            if (File.Exists(_path))
            {
                var file = new FileInfo(RealPath.Of(_path) ?? _path);
                return new SourceScan([new SourceFile(Path.GetFileName(_path), file.FullName, file.Length, file.LastWriteTimeUtc)], []);
            }

            if (RealPath.Of(_path) is { } root && Directory.Exists(root))
            {
                return new FolderScanner(root, _readers.Keys.ToHashSet(StringComparer.Ordinal)).Scan();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SourceScan([], [new IngestionProblem(_path, $"it could not be read: {fault.Message}", "Check that it is there and may be read")]);
        }

        return new SourceScan([], [new IngestionProblem(_path, "there is no such folder or file", "Check --sources")]);
    }

    /// <summary>'sha256:' and the hash of the file's bytes; null where it cannot be read (then <see cref="Read"/> tells why).</summary>
    /// <remarks>Take it before reading: a file that changes in between then looks changed at the next scan, not unchanged for ever.</remarks>
    public static string? HashOf(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            if (new FileInfo(file.FullPath).Length == 0)
            {
                return null;
            }

            using var content = File.OpenRead(file.FullPath);
            return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Everything that a file holds, at once; for corpora see <see cref="Stream"/>.</summary>
    public ReadOutcome Read(SourceFile file, CancellationToken cancellationToken = default)
    {
        var documents = new List<SourceDocument>();
        var problems = new List<IngestionProblem>();
        foreach (var item in Stream(file, cancellationToken))
        {
            switch (item)
            {
                case ReadItem.Document document:
                    documents.Add(document.Value);
                    break;
                case ReadItem.Problem problem:
                    problems.Add(problem.Value);
                    break;
            }
        }

        return new ReadOutcome(file, documents, problems);
    }

    /// <summary>What a file holds, item by item: no more of it is in memory than the item at hand.</summary>
    public IEnumerable<ReadItem> Stream(SourceFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!_readers.TryGetValue(file.Extension, out var reader))
        {
            return [new IngestionProblem(file.Path, $"files of the format '{file.Extension}' are not read", $"Save it as one of {string.Join(", ", _readers.Keys.Order(StringComparer.Ordinal))}")];
        }

        return new GuardedReading(reader, file, _options).Items(cancellationToken);
    }

    /// <summary>
    /// What many files hold, several files being read at once, in the order of the files and of the items within each;
    /// a slow consumer slows the reading, so the corpus is never in memory as a whole.
    /// </summary>
    public async IAsyncEnumerable<FileItem> StreamAll(
        IReadOnlyList<SourceFile> files,
        IProgress<IngestionProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channels = new Channel<ReadItem>[files.Count];
        for (var i = 0; i < channels.Length; i++)
        {
            channels[i] = Channel.CreateBounded<ReadItem>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        }

        // Workers take the files in order, so the one that the consumer waits for is always being read.
        var next = -1;
        var workers = Enumerable.Range(0, Math.Min(files.Count, Math.Max(1, _options.Parallelism))).Select(_ => Task.Run(Work, CancellationToken.None)).ToArray();
        int documents = 0, problems = 0;
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                await foreach (var item in channels[i].Reader.ReadAllAsync(stop.Token))
                {
                    _ = item is ReadItem.Document ? documents++ : problems++;
                    yield return new FileItem(files[i], item);
                }

                progress?.Report(new IngestionProgress(i + 1, files.Count, documents, problems, files[i].Path));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(workers);
        }

        async Task Work()
        {
            for (var i = Interlocked.Increment(ref next); i < files.Count; i = Interlocked.Increment(ref next))
            {
                var writer = channels[i].Writer;
                try
                {
                    foreach (var item in Stream(files[i], stop.Token))
                    {
                        await writer.WriteAsync(item, stop.Token);
                    }

                    writer.Complete();
                }
                catch (OperationCanceledException)
                {
                    writer.Complete();
                    return;
                }
            }
        }
    }
}
