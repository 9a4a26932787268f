namespace ProgrammeBot.Tests.Support;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("programmebot-test-").FullName;

    public string this[string relative] => Path.Combine(FullPath, relative);

    /// <summary>Writes a file, making the folders above it.</summary>
    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below FullPath, so it has a parent
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (IOException)
        {
            // Windows keeps files that are still mapped; the system's temporary folder is cleaned by others.
        }
    }
}
