namespace ProgrammeBot.App.Indexing;

/// <summary>Bounds of building an index.</summary>
public sealed record IndexerOptions
{
    /// <summary>A segment is written when so many passages wait for it, so that memory stays bounded however large the folder is. At least 1.</summary>
    public int PassagesPerSegment { get; init; } = 20_000;

    /// <summary>A segment is written when so many characters wait for it. At least 1.</summary>
    public long CharactersPerSegment { get; init; } = 32L << 20;

    /// <summary>More segments than this of about one size are merged into one. At least 2.</summary>
    public int SegmentsPerTier { get; init; } = 8;

    /// <summary>How long to wait for another process that is writing the same index.</summary>
    public TimeSpan WriterPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A file written less than this before it was read is compared by content once more: its time need not tell a second write.</summary>
    public TimeSpan ClockGrain { get; init; } = TimeSpan.FromSeconds(2);
}
