namespace ProgrammeBot.Ingestion;

/// <summary>Where a path really leads, every symbolic link in it followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows in one path.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path without links; null where links go in a circle or lead to nothing.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var rest = new Stack<string>();
        var at = Root(Path.GetFullPath(path), rest);
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(at, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (info.LinkTarget is { } target)
            {
                if (++links > MaxLinks)
                {
                    return null;
                }

                at = Root(Path.GetFullPath(target, at), rest);
            }
            else if (!info.Exists)
            {
                return null;
            }
            else
            {
                at = next;
            }
        }

        return at;
    }

    public static bool IsWithin(string folder, string path)
    {
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var prefix = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, comparison);
    }

    private static string Root(string fullPath, Stack<string> rest)
    {
        var root = Path.GetPathRoot(fullPath)!; // a full path has one
        foreach (var part in fullPath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            rest.Push(part);
        }

        return root;
    }
}
