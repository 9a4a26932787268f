namespace ProgrammeBot.Ingestion;

/// <summary>Walks a folder without ever leaving it.</summary>
internal sealed class FolderScanner(string root, IReadOnlySet<string> extensions)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    private readonly List<SourceFile> _files = [];
    private readonly List<IngestionProblem> _problems = [];

    public SourceScan Scan()
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
                {
                    Take(entry, folders);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _problems.Add(new IngestionProblem(PathOf(folder), $"the folder could not be read: {fault.Message}", "Check that it is there and may be read"));
            }
        }

        _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        _problems.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return new SourceScan(_files, _problems);
    }

    private void Take(FileSystemInfo entry, Stack<string> folders)
    {
        if (SourceNames.IsPassing(entry.Name))
        {
            return;
        }

        if (entry.LinkTarget is not null)
        {
            TakeLink(entry);
        }
        else if (entry is DirectoryInfo)
        {
            folders.Push(entry.FullName);
        }
        else if (!SourceNames.IsSetting(entry.Name))
        {
            TakeFile(new FileInfo(entry.FullName));
        }
    }

    private void TakeFile(FileInfo file)
    {
        var path = PathOf(file.FullName);
        if (extensions.Contains(file.Extension.ToLowerInvariant()))
        {
            _files.Add(new SourceFile(path, file.FullName, file.Length, file.LastWriteTimeUtc));
            return;
        }

        var format = file.Extension.Length > 1 ? $"files of the format '{file.Extension}' are not read" : "a file without an extension is not read";
        _problems.Add(new IngestionProblem(path, format, $"Save it as one of {string.Join(", ", extensions.Order(StringComparer.Ordinal))}, or remove it"));
    }

    /// <summary>
    /// A link to a file within the folder is read where the file itself would not be, because it lies in a hidden folder
    /// (so does Kubernetes mount what it mounts). What a link leads to outside is nobody's document here.
    /// </summary>
    private void TakeLink(FileSystemInfo link)
    {
        var path = PathOf(link.FullName);
        if (RealPath.Of(link.FullName) is not { } target)
        {
            _problems.Add(new IngestionProblem(path, "the symbolic link leads nowhere or in a circle", "Mend or remove the link"));
        }
        else if (!RealPath.IsWithin(root, target))
        {
            _problems.Add(new IngestionProblem(path, "the symbolic link leads out of the source folder and was not followed", "Copy the file into the folder"));
        }
        else if (PathOf(target).Split('/').Any(SourceNames.IsPassing))
        {
            if (Directory.Exists(target))
            {
                _problems.Add(new IngestionProblem(path, "the symbolic link leads to a hidden folder and was not followed", "Move the files out of the hidden folder"));
            }
            else if (!SourceNames.IsSetting(link.Name))
            {
                TakeLinked(new FileInfo(target), link);
            }
        }
    }

    private void TakeLinked(FileInfo target, FileSystemInfo link)
    {
        if (extensions.Contains(link.Extension.ToLowerInvariant()))
        {
            _files.Add(new SourceFile(PathOf(link.FullName), target.FullName, target.Length, target.LastWriteTimeUtc));
        }
    }

    private string PathOf(string fullPath) =>
        fullPath.Length <= root.Length ? "." : Path.GetRelativePath(root, fullPath).Replace(Path.DirectorySeparatorChar, '/');
}
