using ProgrammeBot.Ingestion;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>What a scan of the sources says against what the index knows of them. By length and time only: no file is opened.</summary>
/// <param name="Unchanged">Files that look as they did, and files that cannot be looked at now: both stay as they are.</param>
/// <param name="Suspects">Files that are new or may have changed, by path.</param>
/// <param name="Removed">Files that are gone.</param>
internal sealed record SourceComparison(
    IReadOnlyList<StoredFile> Unchanged,
    IReadOnlyList<Suspect> Suspects,
    IReadOnlyList<StoredFile> Removed)
{
    /// <param name="scan">What is there now.</param>
    /// <param name="known">What the index was built from.</param>
    /// <param name="retryFailed">Whether files that failed are tried again although they look the same: what stood in their way may be gone.</param>
    public static SourceComparison Of(SourceScan scan, IReadOnlyList<StoredFile> known, bool retryFailed)
    {
        var unchanged = new List<StoredFile>();
        var suspects = new List<Suspect>();
        var gone = known.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var file in scan.Files)
        {
            if (!gone.Remove(file.Path, out var before))
            {
                suspects.Add(new(file, null));
            }
            else if (!before.Settled || !LooksLike(file, before) || (before.Failed && (retryFailed || before.Sha256.Length == 0)))
            {
                suspects.Add(new(file, before));
            }
            else
            {
                unchanged.Add(before);
            }
        }

        var removed = new List<StoredFile>();
        foreach (var file in gone.Values.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            (IsOutOfSight(file, scan) ? unchanged : removed).Add(file);
        }

        return new(unchanged, suspects, removed);
    }

    public static bool LooksLike(SourceFile file, StoredFile before) =>
        file.Length == before.Length && file.LastWrite.UtcDateTime == before.LastWrite;

    /// <summary>A folder that cannot be read (a share that is away, say) has not lost its files: they go on being served.</summary>
    private static bool IsOutOfSight(StoredFile file, SourceScan scan) =>
        scan.Problems.Any(p => p.File == "." || Path.IsPathRooted(p.File) || file.Path.StartsWith(p.File + "/", StringComparison.Ordinal));
}

/// <summary>A file to be looked into, and what is known of its last version; null when it is new.</summary>
internal sealed record Suspect(SourceFile File, StoredFile? Before);
