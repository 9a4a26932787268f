using System.Globalization;

namespace ProgrammeBot.App.Indexing;

/// <summary>What came of an update of the index; prints itself as lines for people.</summary>
public sealed record IndexReport
{
    /// <summary>The folder of the index.</summary>
    public required string Index { get; init; }

    public int FilesRead { get; init; }

    public int FilesUnchanged { get; init; }

    public int FilesRemoved { get; init; }

    /// <summary>Of the files that are there now, how many give nothing in their present version.</summary>
    public int FilesFailed { get; init; }

    /// <summary>Documents that are served now.</summary>
    public int Documents { get; init; }

    /// <summary>Passages that are served now.</summary>
    public int Passages { get; init; }

    /// <summary>Everything that is wrong with the sources now, a line each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Those of them that this update found; the others were known.</summary>
    public IReadOnlyList<string> NewProblems { get; init; } = [];

    /// <summary>Why the index on disk was not used and built anew; null when it was used, or none was there.</summary>
    public string? Rebuilt { get; init; }

    /// <summary>Why the index was left as it was although the sources differ; null when nothing stood in the way.</summary>
    public string? Blocked { get; init; }

    /// <summary>Whether another corpus is served than before.</summary>
    public bool Changed { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Whether there is something to search in.</summary>
    public bool Serves => Documents > 0;

    /// <summary>The problems, then <see cref="Summary"/>.</summary>
    public IEnumerable<string> Lines() => Problems.Concat(Summary());

    /// <summary>What was done and what is served, without the problems.</summary>
    public IEnumerable<string> Summary()
    {
        if (Rebuilt is not null)
        {
            yield return $"The index was built anew: {Rebuilt}.";
        }

        if (Blocked is not null)
        {
            yield return $"The index was left as it was: {Blocked}.";
        }

        var seconds = Duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        yield return $"Files: {FilesRead} read, {FilesUnchanged} unchanged, {FilesRemoved} removed, {FilesFailed} failed, in {seconds} s.";
        yield return $"Served: {Documents} documents, {Passages} passages, from {Index}.";
    }

    public override string ToString() => string.Join('\n', Lines());
}
