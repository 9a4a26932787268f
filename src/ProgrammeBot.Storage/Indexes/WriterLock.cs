namespace ProgrammeBot.Storage.Indexes;

/// <summary>Held by the one process that may write an index folder. The system gives it back when the process ends, however it ends.</summary>
internal sealed class WriterLock : IDisposable
{
    private const string LockName = "writer.lock";

    /// <summary>A file beside the lock, since nobody else can read the locked one on Windows.</summary>
    private const string HolderName = "writer.txt";

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    public static WriterLock? TryTake(string folder, out string holder)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, LockName)))
        {
            holder = WhoHolds(folder);
            return null;
        }

        holder = $"process {Environment.ProcessId} on {Environment.MachineName}";
        try
        {
            File.WriteAllText(Path.Combine(folder, HolderName), holder);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return new WriterLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string WhoHolds(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
