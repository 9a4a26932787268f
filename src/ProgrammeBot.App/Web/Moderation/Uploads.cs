using ProgrammeBot.App.Hosting;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Web.Moderation;

/// <summary>Files that were brought and wait for a yes, under names of ours: theirs never becomes a path.</summary>
/// <remarks>They lie in the data folder, which is not indexed, and are gone after a day.</remarks>
public sealed class Uploads(BotPaths paths, UlidSource ids, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(paths.Data, "uploads");

    /// <summary>Keeps a file; gives the name it is found by.</summary>
    /// <param name="file">What was brought.</param>
    /// <param name="ending">Its ending, one of ours.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> KeepAsync(IFormFile file, string ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        Directory.CreateDirectory(Folder);
        foreach (var old in new DirectoryInfo(Folder).EnumerateFiles().Where(f => time.GetUtcNow() - f.LastWriteTimeUtc > Kept).ToList())
        {
            old.Delete();
        }

        var name = ids.Next() + ending;
        await using var target = new FileStream(Path.Combine(Folder, name), FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(target, cancellationToken);
        return name;
    }

    /// <summary>Where a kept file lies; null for a name that is none of ours, or gone.</summary>
    public string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot == Ulid.TextLength && Ulid.TryParse(name[..dot], out _) && name[(dot + 1)..].All(char.IsAsciiLetterOrDigit) && File.Exists(Path.Combine(Folder, name))
            ? Path.Combine(Folder, name)
            : null;
    }
}
