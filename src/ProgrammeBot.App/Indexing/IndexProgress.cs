namespace ProgrammeBot.App.Indexing;

/// <summary>How far an update of the index has come.</summary>
/// <param name="FilesDone">Files read to their end.</param>
/// <param name="FilesTotal">Files to be read in this update.</param>
/// <param name="Documents">Documents found in them so far.</param>
/// <param name="Passages">Passages cut from those so far.</param>
/// <param name="File">The file that was done last.</param>
public sealed record IndexProgress(int FilesDone, int FilesTotal, int Documents, int Passages, string File);
