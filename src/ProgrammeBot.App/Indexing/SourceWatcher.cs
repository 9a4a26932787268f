using System.Threading.Channels;

namespace ProgrammeBot.App.Indexing;

/// <summary>Serves what changes in the sources soon after it changed, for as long as the program runs.</summary>
/// <remarks>
/// The system's notices make it quick; looking every few seconds makes it sure, since notices are lost by network folders, containers and full queues.
/// A fault is logged and the loop goes on: the index that was there is served meanwhile.
/// </remarks>
public sealed class SourceWatcher(Indexer indexer, SourceWatcherOptions options, TimeProvider time, ILogger<SourceWatcher> log) : BackgroundService
{
    /// <summary>One mark is enough, however many changes there are: an update looks at everything.</summary>
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Called after every update that changed what is served or found new problems.</summary>
    public event Action<IndexReport>? Updated;

    /// <summary>Watches until cancelled, then returns.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var notices = Listen();
        var pause = options.Poll;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(pause, cancellationToken);
                var started = time.GetTimestamp();
                // A file that takes a minute to fail must not be tried again whenever another changes.
                var report = await indexer.UpdateAsync(retryFailed: false, cancellationToken: cancellationToken);
                pause = Pause(time.GetElapsedTime(started), report.Changed);
                Tell(report);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The one place where this loop's faults end.
                log.LogError(fault, "The index could not be updated from {Sources}; the one that was there is served", indexer.Sources);
                pause = options.Poll;
            }
        }
    }

    /// <summary>Only stopping ends it: a start that is broken off stops the host in its turn, and must not look like a fault of this.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    /// <summary>Looking in vain takes at most a twentieth of the time, however large the folder is.</summary>
    private TimeSpan Pause(TimeSpan looking, bool changed) =>
        changed || looking * 20 < options.Poll ? options.Poll : looking * 20;

    /// <summary>Until something changed and then nothing for a moment, or until it is time to look anyway.</summary>
    private async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        if (!await MarkedWithinAsync(pause, cancellationToken))
        {
            return;
        }

        // Whoever changes one file often changes more; but a storm that never ends must not keep the first change waiting for ever.
        var first = time.GetTimestamp();
        while (time.GetElapsedTime(first) < options.LongestQuietWait && await MarkedWithinAsync(options.Quiet, cancellationToken))
        {
        }
    }

    private async Task<bool> MarkedWithinAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await _marks.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Tell(IndexReport report)
    {
        if (report.Blocked is not null)
        {
            log.LogWarning("The index was left as it was: {Reason}", report.Blocked);
        }

        foreach (var problem in report.NewProblems)
        {
            log.LogWarning("{Problem}", problem);
        }

        if (report.Changed || report.NewProblems.Count > 0)
        {
            log.LogInformation(
                "Index updated in {Duration}: {Read} files read, {Removed} removed; {Documents} documents served",
                report.Duration,
                report.FilesRead,
                report.FilesRemoved,
                report.Documents);
            Updated?.Invoke(report);
        }
    }

    private FileSystemWatcher? Listen()
    {
        var isFile = File.Exists(indexer.Sources);
        var folder = isFile ? Path.GetDirectoryName(indexer.Sources) : indexer.Sources;
        if (!options.Listen || !Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            var watcher = new FileSystemWatcher(folder, isFile ? Path.GetFileName(indexer.Sources) : "*")
            {
                IncludeSubdirectories = !isFile,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
                    | NotifyFilters.Attributes | NotifyFilters.Security,
            };
            watcher.Changed += (_, _) => Mark();
            watcher.Created += (_, _) => Mark();
            watcher.Deleted += (_, _) => Mark();
            watcher.Renamed += (_, _) => Mark();
            watcher.Error += (_, _) => Mark();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("{Sources} gives no notice of changes ({Reason}); it is looked at every {Poll} instead", folder, e.Message, options.Poll);
            return null;
        }
    }

    private void Mark() => _marks.Writer.TryWrite(true);
}
