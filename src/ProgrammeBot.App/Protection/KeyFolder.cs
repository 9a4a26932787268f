using System.Security.Cryptography;

namespace ProgrammeBot.App.Protection;

/// <summary>The folder of keys: for its owner only, where the system knows owners.</summary>
internal static class KeyFolder
{
    private const int KeyLength = 32;
    private const string HashKeyName = "person-hash.key";

    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnersFolder);
        File.SetUnixFileMode(folder, OwnersFolder);
    }

    /// <summary>The key of hashes; made once, and never replaced: with another one nobody would be found any more.</summary>
    /// <exception cref="IOException">It is damaged, or cannot be read or made.</exception>
    public static byte[] HashKey(string folder)
    {
        var path = Path.Combine(folder, HashKeyName);
        if (!File.Exists(path))
        {
            MakeHashKey(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == KeyLength ? key : throw new IOException($"'{path}' is damaged: it has {key.Length} bytes, not {KeyLength}");
    }

    /// <summary>Written aside and put in place whole; where another process was faster, its key counts.</summary>
    private static void MakeHashKey(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        try
        {
            using (var file = new FileStream(aside, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(KeyLength));
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
