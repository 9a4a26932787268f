using System.Security.Cryptography;
using System.Text;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>Makes the next state of an index from the one before. For one update, by one who holds the writer.</summary>
internal sealed class IndexUpdate(LoadedIndex old, IndexWriter writer, IndexRecipe recipe, IndexerOptions options)
{
    /// <summary>One file may be a corpus of many documents, and progress shows within it too.</summary>
    private const int DocumentsPerReport = 500;

    private readonly long _generation = old.Manifest.Generation + 1;
    private readonly Dictionary<string, Segment> _segments = new(old.Segments, StringComparer.Ordinal);
    private readonly List<StoredSegment> _written = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _idsOf = new(StringComparer.Ordinal);

    /// <summary>Reads the files, writes what came out of them, and commits. Nothing is seen of it before it is whole.</summary>
    /// <param name="sources">Where the files lie.</param>
    /// <param name="unchanged">Files that stay as they are.</param>
    /// <param name="read">Files to read, by path.</param>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancellationToken">Leaves the old state when cancelled.</param>
    public async Task<LoadedIndex> ApplyAsync(
        SourceFolder sources,
        IReadOnlyList<StoredFile> unchanged,
        IReadOnlyList<FileOutcome> read,
        IProgress<IndexProgress>? progress,
        CancellationToken cancellationToken)
    {
        await ReadAsync(sources, read, progress, cancellationToken);
        var claims = new DocumentClaims();
        foreach (var file in unchanged)
        {
            foreach (var id in file.Served.SelectMany(s => s.Documents).Union(file.Refused, StringComparer.Ordinal))
            {
                claims.Add(id, file.Path);
            }
        }

        foreach (var file in read)
        {
            file.ClaimFrom(claims);
        }

        var files = unchanged.Concat(read.Select(f => f.Settle(claims))).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        return Commit(Manifest(files, [.. old.Manifest.Segments, .. _written]));
    }

    /// <summary>Writes these segments' documents together into one, without the deleted ones.</summary>
    public LoadedIndex Merge(IReadOnlyList<StoredSegment> merged)
    {
        var documents = new List<IndexedDocument>();
        foreach (var segment in merged)
        {
            var deleted = segment.Deleted.ToHashSet(StringComparer.Ordinal);
            documents.AddRange(_segments[segment.File].Documents().Where(d => !deleted.Contains(d.Document.Id)));
        }

        documents.Sort((a, b) => string.CompareOrdinal(a.Document.Id, b.Document.Id));
        Write(documents);
        var target = _written[0].File;
        var gone = merged.Select(s => s.File).ToHashSet(StringComparer.Ordinal);
        var files = old.Manifest.Files.Select(f => f.Served.Any(s => gone.Contains(s.Segment)) ? Moved(f, gone, target) : f).ToList();
        return Commit(Manifest(files, [.. old.Manifest.Segments.Where(s => !gone.Contains(s.File)), .. _written]));
    }

    /// <summary>Only what is known of files has changed, not what they hold.</summary>
    public LoadedIndex Restamp(IReadOnlyList<StoredFile> files)
    {
        var manifest = old.Manifest with { Generation = _generation, Files = files };
        writer.Commit(manifest);
        return old with { Manifest = manifest };
    }

    private static StoredFile Moved(StoredFile file, HashSet<string> from, string to)
    {
        var moved = file.Served.Where(s => from.Contains(s.Segment)).SelectMany(s => s.Documents).ToList();
        return file with { Served = [.. file.Served.Where(s => !from.Contains(s.Segment)), new ServedDocuments(to, moved)] };
    }

    private async Task ReadAsync(
        SourceFolder sources, IReadOnlyList<FileOutcome> read, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var outcomes = read.ToDictionary(f => f.File.Path, StringComparer.Ordinal);
        var batch = new SegmentBatch(options);
        var claimants = new Dictionary<string, FileOutcome>(StringComparer.Ordinal);
        var (filesDone, documents, passages) = (0, 0, 0);
        // Tells in this very loop, so the counts fit each other.
        var reading = new Relay(p =>
        {
            filesDone = p.FilesDone;
            Tell(p.File);
        });
        await foreach (var (file, item) in sources.StreamAll([.. read.Select(f => f.File)], reading, cancellationToken))
        {
            var outcome = outcomes[file.Path];
            if (item is ReadItem.Problem problem)
            {
                outcome.Add(problem.Value);
                continue;
            }

            var prepared = recipe.Prepare(((ReadItem.Document)item).Value);
            passages += prepared.Passages.Count;
            if (++documents % DocumentsPerReport == 0)
            {
                Tell(file.Path);
            }

            Add(prepared, outcome, batch, claimants);
            if (batch.IsFull)
            {
                Flush(batch, claimants);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        Flush(batch, claimants);

        void Tell(string file) => progress?.Report(new(filesDone, read.Count, documents, passages, file));
    }

    private void Add(IndexedDocument document, FileOutcome outcome, SegmentBatch batch, Dictionary<string, FileOutcome> claimants)
    {
        var id = document.Document.Id;
        outcome.Claim(id);
        if (!batch.TryAdd(document))
        {
            if (!claimants[id].Failed || claimants[id] == outcome)
            {
                // Two claim it, so neither is served. Files come one after another: nothing can still happen to the first.
                return;
            }

            Flush(batch, claimants);
            batch.TryAdd(document);
        }

        claimants[id] = outcome;
    }

    private void Flush(SegmentBatch batch, Dictionary<string, FileOutcome> claimants)
    {
        if (batch.Documents.Count == 0)
        {
            return;
        }

        Write(batch.Documents);
        foreach (var (id, outcome) in claimants)
        {
            outcome.Place(id, _written[^1].File);
        }

        batch.Clear();
        claimants.Clear();
    }

    private void Write(IReadOnlyList<IndexedDocument> documents)
    {
        var (name, sha256, file) = writer.Write(_generation, stream => SegmentWriter.Write(documents, stream));
        _segments[name] = Segment.Open(file.Memory);
        _idsOf[name] = [.. documents.Select(d => d.Document.Id)];
        _written.Add(new(name, file.Length, sha256, documents.Count, documents.Sum(d => d.Passages.Count)));
    }

    /// <summary>What is deleted in a segment is what it holds and no file serves.</summary>
    private IndexManifest Manifest(IReadOnlyList<StoredFile> files, IReadOnlyList<StoredSegment> segments)
    {
        foreach (var placed in old.Manifest.Files.SelectMany(f => f.Served).GroupBy(s => s.Segment, s => s.Documents, StringComparer.Ordinal))
        {
            _idsOf.TryAdd(placed.Key, [.. placed.SelectMany(ids => ids)]);
        }

        var served = files.SelectMany(f => f.Served)
            .GroupBy(s => s.Segment, s => s.Documents, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return old.Manifest with
        {
            Generation = _generation,
            SourcesHash = HashOf(files),
            Files = files,
            Segments = [.. segments.Where(s => served.ContainsKey(s.File)).Select(s => s with { Deleted = DeletedFrom(s, served[s.File]) })],
        };
    }

    private IReadOnlyList<string> DeletedFrom(StoredSegment segment, HashSet<string> served)
    {
        var held = _idsOf.GetValueOrDefault(segment.File, []).Union(segment.Deleted, StringComparer.Ordinal);
        return [.. held.Where(id => !served.Contains(id)).Order(StringComparer.Ordinal)];
    }

    private LoadedIndex Commit(IndexManifest manifest)
    {
        // Opened before it is committed: what cannot be served never becomes the state of the folder.
        var next = LoadedIndex.Of(manifest, _segments);
        writer.Commit(manifest);
        return next;
    }

    private static string HashOf(IReadOnlyList<StoredFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Sha256}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, tells at once and in the same thread.</summary>
    private sealed class Relay(Action<IngestionProgress> tell) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value) => tell(value);
    }
}
