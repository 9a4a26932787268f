using System.Globalization;

namespace ProgrammeBot.App.Web.Moderation.SetUp;

/// <summary>Puts files in their places as a whole, and keeps what stood there before. A disk that refuses is told, and nothing is half done.</summary>
internal sealed class FilesInPlace(Hosting.BotPaths paths, TimeProvider time)
{
    /// <summary>Where sources go that are read no more, and those that were replaced.</summary>
    public string Former => Path.Combine(paths.Data, "former-sources");

    /// <summary>Writes a text; the former one is kept beside it with the ending <c>.before</c>. Null, or what stood in the way.</summary>
    public static Task<string?> WriteAsync(string path, string text, CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        var fresh = path + ".new";
        await File.WriteAllTextAsync(fresh, text, cancellationToken);
        if (File.Exists(path))
        {
            File.Copy(path, path + ".before", overwrite: true);
        }

        File.Move(fresh, path, overwrite: true);
    });

    /// <summary>Puts a file into a place, and what stood there among the former ones. Null, or what stood in the way.</summary>
    public Task<string?> PlaceAsync(string from, string target, bool replace) => GuardedAsync(() =>
    {
        // Beside the target first: a move within one folder is one step, and no reader meets half a file.
        var fresh = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.new"); // it lies in a folder
        File.Copy(from, fresh, overwrite: true);
        if (replace && File.Exists(target))
        {
            File.Copy(target, FormerOf(target));
        }

        File.Move(fresh, target, replace);
        File.Delete(from);
        return Task.CompletedTask;
    });

    /// <summary>Takes a file away to the former ones. Null, or what stood in the way.</summary>
    public Task<string?> RetireAsync(string path) => GuardedAsync(() =>
    {
        var former = FormerOf(path);
        File.Copy(path, former);
        File.Delete(path);
        return Task.CompletedTask;
    });

    private string FormerOf(string path)
    {
        Directory.CreateDirectory(Former);
        return Path.Combine(Former, $"{time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{Path.GetFileName(path)}");
    }

    private static async Task<string?> GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"The file cannot be written ({fault.Message.TrimEnd('.')}). Nothing was changed: whoever runs the bot can give it the right to write there.";
        }
    }
}
