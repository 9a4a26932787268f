namespace ProgrammeBot.Storage.Indexes;

/// <summary>What an index folder holds: which segments are served, which source files they were built from, and what was wrong with those.</summary>
/// <remarks>One state of the index; the next state is another manifest with the next generation. Not compared.</remarks>
public sealed record IndexManifest
{
    /// <summary>Counts the states of this folder; the first is 1.</summary>
    public required long Generation { get; init; }

    /// <summary>What built it (engine, versions of formats and readers). Another engine's index is foreign.</summary>
    public required string Engine { get; init; }

    /// <summary>SHA-256 over path and content of every source file, in order.</summary>
    public required string SourcesHash { get; init; }

    public required IReadOnlyList<StoredSegment> Segments { get; init; }

    /// <summary>By path, in ordinal order.</summary>
    public required IReadOnlyList<StoredFile> Files { get; init; }
}

/// <summary>A segment file, and which of its documents no longer count.</summary>
/// <param name="File">The file's name within the index folder.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Lower-case hash of the whole file.</param>
/// <param name="Documents">How many documents it holds, deleted ones included.</param>
/// <param name="Passages">How many passages it holds, those of deleted documents included.</param>
public sealed record StoredSegment(string File, long Length, string Sha256, int Documents, int Passages)
{
    /// <summary>Ids of documents that are replaced or gone, in ordinal order.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];
}

/// <summary>A source file as it was last looked at.</summary>
/// <param name="Path">Relative to the source folder, with '/' between.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastWrite">Last write time, UTC.</param>
/// <param name="Sha256">Lower-case hash of its content; empty when it could not be read.</param>
public sealed record StoredFile(string Path, long Length, DateTime LastWrite, string Sha256)
{
    /// <summary>
    /// True when its last write lay well before it was read, so that length and time tell whether it changed since.
    /// A file written twice within a tick of the clock looks unchanged; such a one is compared by content once more.
    /// </summary>
    public bool Settled { get; init; } = true;

    /// <summary>True when nothing of this version of the file is served; what it serves, if anything, is its last good version.</summary>
    public bool Failed { get; init; }

    /// <summary>The documents served from it, by segment.</summary>
    public IReadOnlyList<ServedDocuments> Served { get; init; } = [];

    /// <summary>Ids it claims but another file (or itself, twice) claims too.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>What was found wrong with it, in words for people.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Documents of one source file in one segment.</summary>
/// <param name="Segment">The segment's file name.</param>
/// <param name="Documents">Their ids.</param>
public sealed record ServedDocuments(string Segment, IReadOnlyList<string> Documents);
