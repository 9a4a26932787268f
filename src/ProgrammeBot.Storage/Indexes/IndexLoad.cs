namespace ProgrammeBot.Storage.Indexes;

/// <summary>What came of opening an index folder: an index that is whole, or the reason to build it anew.</summary>
public abstract record IndexLoad
{
    private IndexLoad()
    {
    }

    /// <summary>Every file has the length and checksum that the manifest names.</summary>
    /// <param name="Manifest">What the folder holds.</param>
    /// <param name="Segments">The bytes of each of the manifest's segments, by file name.</param>
    public sealed record Loaded(IndexManifest Manifest, IReadOnlyDictionary<string, MappedFile> Segments) : IndexLoad;

    /// <param name="Fault">The kind of reason.</param>
    /// <param name="Reason">In words for people: which file, what was expected, what was found.</param>
    public sealed record Unusable(IndexFault Fault, string Reason) : IndexLoad;
}

public enum IndexFault
{
    /// <summary>There is none yet.</summary>
    Missing,

    /// <summary>Another version of the format, or another engine, built it.</summary>
    Foreign,

    /// <summary>A file is missing, too short, too long or altered.</summary>
    Damaged,
}
