using ProgrammeBot.Ingestion;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>What has to be done so that the index says what the sources say.</summary>
internal sealed class SourceChanges
{
    private SourceChanges(SourceScan scan) => Scan = scan;

    public SourceScan Scan { get; }

    /// <summary>Files that stay as they are, some perhaps with a new time.</summary>
    public IReadOnlyList<StoredFile> Kept { get; private init; } = [];

    /// <summary>How many of the kept ones are now known by another time, or better.</summary>
    public int Restamped { get; private init; }

    /// <summary>Files to be read, by path.</summary>
    public IReadOnlyList<FileOutcome> Read { get; private init; } = [];

    public IReadOnlyList<StoredFile> Removed { get; private init; } = [];

    public bool AreNone => Restamped == 0 && Read.Count == 0 && Removed.Count == 0;

    /// <summary>The sources as a whole cannot be read now; that is not the same as having no files.</summary>
    public bool AreOutOfSight => Scan.Files.Count == 0 && Scan.Problems.Any(p => p.File == "." || Path.IsPathRooted(p.File));

    public static SourceChanges Find(
        SourceFolder sources,
        IReadOnlyList<StoredFile> known,
        bool retryFailed,
        TimeSpan clockGrain,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var scan = sources.Scan();
        var comparison = SourceComparison.Of(scan, known, retryFailed);
        if (comparison.Removed.Count > 0)
        {
            // A walk through a folder may miss a file that is just being renamed. What a second walk misses too is gone.
            scan = sources.Scan();
            comparison = SourceComparison.Of(scan, known, retryFailed);
        }

        var kept = new List<StoredFile>(comparison.Unchanged);
        var read = new List<FileOutcome>();
        var restamped = 0;
        foreach (var (suspect, hash, settled) in Hash(comparison.Suspects, clockGrain, time, cancellationToken))
        {
            var (file, before) = suspect;
            if (before is null || before.Sha256 != hash || (before.Failed && (retryFailed || !SourceComparison.LooksLike(file, before))))
            {
                read.Add(new FileOutcome(file, hash, settled, before));
                continue;
            }

            var stamped = before with { Length = file.Length, LastWrite = file.LastWrite.UtcDateTime, Settled = settled };
            restamped += stamped.Settled != before.Settled || stamped.LastWrite != before.LastWrite ? 1 : 0;
            kept.Add(stamped);
        }

        TakeFreed(kept, read, comparison, scan);
        return new SourceChanges(scan)
        {
            Kept = [.. kept.OrderBy(f => f.Path, StringComparer.Ordinal)],
            Restamped = restamped,
            Read = [.. read.OrderBy(f => f.File.Path, StringComparer.Ordinal)],
            Removed = comparison.Removed,
        };
    }

    /// <summary>Hashes are taken before reading: a file that changes in between looks changed the next time, not unchanged for ever.</summary>
    private static ParallelQuery<(Suspect Suspect, string Hash, bool Settled)> Hash(
        IReadOnlyList<Suspect> suspects, TimeSpan clockGrain, TimeProvider time, CancellationToken cancellationToken)
    {
        return suspects.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(suspect =>
        {
            var settled = (time.GetUtcNow() - suspect.File.LastWrite).Duration() >= clockGrain;
            return (suspect, SourceFolder.HashOf(suspect.File) ?? "", settled);
        });
    }

    /// <summary>A file whose document was refused is read again when another file that claimed the id changed or went.</summary>
    private static void TakeFreed(List<StoredFile> kept, List<FileOutcome> read, SourceComparison comparison, SourceScan scan)
    {
        var freed = read.Select(r => r.Before).Concat(comparison.Removed).OfType<StoredFile>()
            .SelectMany(f => f.Served.SelectMany(s => s.Documents).Concat(f.Refused))
            .ToHashSet(StringComparer.Ordinal);
        var again = kept.Where(f => f.Refused.Any(freed.Contains)).ToDictionary(f => f.Path, StringComparer.Ordinal);
        if (again.Count == 0)
        {
            return;
        }

        kept.RemoveAll(f => again.ContainsKey(f.Path));
        read.AddRange(scan.Files.Where(f => again.ContainsKey(f.Path)).Select(f => new FileOutcome(f, again[f.Path].Sha256, again[f.Path].Settled, again[f.Path])));
    }
}
