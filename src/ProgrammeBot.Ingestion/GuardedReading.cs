namespace ProgrammeBot.Ingestion;

/// <summary>Runs a reader over a file, and turns whatever goes wrong into a problem of that file.</summary>
internal sealed class GuardedReading(IDocumentReader reader, SourceFile file, IngestionOptions options)
{
    public IEnumerable<ReadItem> Items(CancellationToken cancellationToken)
    {
        var (content, problem) = Open();
        if (content is null)
        {
            yield return problem!; // one of the two is there
            yield break;
        }

        using (content)
        {
            using var items = Begin(content, cancellationToken).GetEnumerator();
            while (Next(items, cancellationToken) is { } item)
            {
                yield return item;
            }
        }
    }

    private (Stream? Content, IngestionProblem? Problem) Open()
    {
        try
        {
            // A pipe or a socket has no length, and opening it would wait for ever; so nothing of no length is opened.
            return new FileInfo(file.FullPath).Length == 0
                ? (null, new IngestionProblem(file.Path, "it is empty, or no regular file", "Write something in it, or remove it"))
                : (new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), null);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new IngestionProblem(file.Path, "it is gone since the folder was scanned"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, new IngestionProblem(file.Path, $"it could not be opened: {fault.Message}", "Check that it may be read"));
        }
    }

    /// <summary>Puts off the reader's first step to where faults are caught.</summary>
    private IEnumerable<ReadItem> Begin(Stream content, CancellationToken cancellationToken)
    {
        foreach (var item in reader.Read(file, content, options, cancellationToken))
        {
            yield return item;
        }
    }

    private ReadItem? Next(IEnumerator<ReadItem> items, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return items.MoveNext() ? items.Current : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The one place where everything is caught: a file that a parser chokes on must not take the others with it.
            return new IngestionProblem(file.Path, $"it could not be read: {fault.Message} ({fault.GetType().Name})", "Check that it opens in the program it was made with");
        }
    }
}
