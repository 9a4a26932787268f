namespace ProgrammeBot.App.Commands;

/// <summary>Files a command writes.</summary>
internal static class OutputFile
{
    /// <exception cref="CommandException">It cannot be written; says why.</exception>
    public static FileStream Create(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{path}: cannot be written ({e.Message})", e);
        }
    }
}
