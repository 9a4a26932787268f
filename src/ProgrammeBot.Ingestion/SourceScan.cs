namespace ProgrammeBot.Ingestion;

/// <summary>What a source folder holds.</summary>
/// <param name="Files">The files to be read, by path in ordinal order.</param>
/// <param name="Problems">What was left out and why.</param>
public sealed record SourceScan(IReadOnlyList<SourceFile> Files, IReadOnlyList<IngestionProblem> Problems);

/// <summary>How far the reading of many files has come.</summary>
/// <param name="FilesDone">Files read to their end.</param>
/// <param name="FilesTotal">Files to be read.</param>
/// <param name="Documents">Documents found so far.</param>
/// <param name="Problems">Problems found so far.</param>
/// <param name="File">The file that was done last.</param>
public sealed record IngestionProgress(int FilesDone, int FilesTotal, int Documents, int Problems, string File);

/// <summary>What came out of which file.</summary>
public readonly record struct FileItem(SourceFile File, ReadItem Item);
