namespace ProgrammeBot.Ingestion;

/// <summary>Limits that keep one file from taking the program down.</summary>
public sealed record IngestionOptions
{
    /// <summary>The most bytes of a file that holds one text document.</summary>
    public long MaxTextBytes { get; init; } = 64L << 20;

    /// <summary>The most bytes of one line of a JSONL file; the file itself has no limit.</summary>
    public int MaxLineBytes { get; init; } = 16 << 20;

    /// <summary>The most bytes of a DOCX or PDF file.</summary>
    public long MaxPackageBytes { get; init; } = 256L << 20;

    /// <summary>The most bytes that a DOCX file may unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L << 20;

    /// <summary>How long the conversion of one PDF may take.</summary>
    public TimeSpan PdfTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many files are read at once.</summary>
    public int Parallelism { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);
}
