namespace ProgrammeBot.Storage.Backups;

/// <summary>A back-up cannot be written, or is none that can be restored; the message names file, part and line, and what to do. Nothing was changed.</summary>
public sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
