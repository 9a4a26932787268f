using ProgrammeBot.Ingestion;
using ProgrammeBot.Searching;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.App.Indexing;

/// <summary>Keeps an index in step with a folder of sources, on disk and in use.</summary>
/// <remarks>
/// <see cref="ICorpusSource.Current"/> is there from the beginning, empty until <see cref="Open"/> or an update, and never waits.
/// Updates are made one after another, here and among processes. Whatever goes wrong in one, what was served goes on being served.
/// </remarks>
public sealed class Indexer : ICorpusSource, IDisposable
{
    private static readonly TimeSpan WriterPoll = TimeSpan.FromMilliseconds(50);

    private readonly SourceFolder _sources;
    private readonly IndexDirectory _directory;
    private readonly IndexRecipe _recipe;
    private readonly TimeProvider _time;
    private readonly IndexerOptions _options;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CorpusHost _host;
    private readonly RetiredSegments _retired;

    /// <summary>Written by whoever has the turn.</summary>
    private LoadedIndex _index;
    private bool _opened;
    private IndexLoad.Unusable? _fault;
    private IReadOnlyList<string> _reported = [];

    public Indexer(SourceFolder sources, IndexDirectory directory, IndexRecipe recipe, TimeProvider time, IndexerOptions? options = null)
    {
        _sources = sources;
        _directory = directory;
        _recipe = recipe;
        _time = time;
        _options = options ?? new IndexerOptions();
        _retired = new RetiredSegments(time);
        _index = LoadedIndex.Empty(recipe.Name);
        _host = new CorpusHost(_index.Corpus);
    }

    public ICorpus Current => _host.Current;

    /// <summary>Called after another corpus was published, by the thread that did; who listens must be quick.</summary>
    public event Action? Published;

    /// <summary>The folder or file that is indexed.</summary>
    public string Sources => _sources.FullPath;

    /// <summary>Serves the index on disk as it is, without a look at the sources. Null when that was done, else why not.</summary>
    public string? Open()
    {
        _turn.Wait();
        try
        {
            OpenInTurn();
            return _fault?.Reason;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the index in step with the sources, as far as they can be read, and publishes it.</summary>
    /// <param name="retryFailed">Whether files that failed are tried again although they look the same.</param>
    /// <param name="progress">Told after each file that was read.</param>
    /// <param name="cancellationToken">When cancelled, the index is as it was.</param>
    /// <exception cref="IOException">The index folder cannot be written; the old index is served.</exception>
    /// <exception cref="UnauthorizedAccessException">The index folder may not be written; the old index is served.</exception>
    public async Task<IndexReport> UpdateAsync(
        bool retryFailed = true, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var started = _time.GetTimestamp();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Scanning, hashing and writing are no work for the caller's thread.
            var report = await Task.Run(() => UpdateInTurnAsync(retryFailed, progress, cancellationToken), cancellationToken);
            return report with { Duration = _time.GetElapsedTime(started) };
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void OpenInTurn()
    {
        var (index, fault) = LoadedIndex.Open(_directory, _recipe.Name);
        _opened = true;
        _fault = fault;
        if (index is not null)
        {
            Publish(index);
        }
    }

    private async Task<IndexReport> UpdateInTurnAsync(bool retryFailed, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        if (!_opened)
        {
            OpenInTurn();
        }

        var before = _host.Current;
        var changes = Find(retryFailed, cancellationToken);
        if (changes.AreNone && _fault is null)
        {
            return Report(changes, before);
        }

        var (writer, holder) = await TakeAsync(cancellationToken);
        using var held = writer;
        if (writer is null)
        {
            return Report(changes, before) with { Blocked = $"{holder} is writing it" };
        }

        if (writer.Generation(_recipe.Name) != (_fault is null ? _index.Manifest.Generation : 0))
        {
            // Another process wrote since we last looked: its state is the one to go on from.
            OpenInTurn();
            changes = Find(retryFailed, cancellationToken);
        }

        if (_fault is not null && changes.AreOutOfSight)
        {
            return Report(changes, before) with { Blocked = $"{_fault.Reason}, and the sources to build it from cannot be read" };
        }

        var rebuilt = _fault is { Fault: not IndexFault.Missing } ? _fault.Reason : null;
        await ApplyAsync(changes, writer, progress, cancellationToken);
        return Report(changes, before) with { Rebuilt = rebuilt };
    }

    /// <summary>A folder that cannot be used is no ground to build on, even where its segments are still in memory.</summary>
    private LoadedIndex Ground => _fault is null ? _index : LoadedIndex.Empty(_recipe.Name);

    private SourceChanges Find(bool retryFailed, CancellationToken cancellationToken) =>
        SourceChanges.Find(_sources, Ground.Manifest.Files, retryFailed, _options.ClockGrain, _time, cancellationToken);

    private async Task<(IndexWriter? Writer, string Holder)> TakeAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            if (_directory.TryWrite(out var holder) is { } writer)
            {
                return (writer, holder);
            }

            if (_time.GetElapsedTime(started) >= _options.WriterPatience)
            {
                return (null, holder);
            }

            await Task.Delay(WriterPoll, _time, cancellationToken);
        }
    }

    private async Task ApplyAsync(SourceChanges changes, IndexWriter writer, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        if (_fault is null && changes.Read.Count == 0 && changes.Removed.Count == 0)
        {
            if (changes.Restamped > 0)
            {
                _index = Update(_index, writer).Restamp(changes.Kept);
            }

            return;
        }

        if (_fault is null)
        {
            // What a crash left is only in the way.
            writer.Sweep(_index.Manifest);
        }

        Publish(await Update(Ground, writer).ApplyAsync(_sources, changes.Kept, changes.Read, progress, cancellationToken));
        _fault = null;
        while (MergePolicy.Next(_index.Manifest.Segments, _options) is { Count: > 0 } segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Publish(Update(_index, writer).Merge(segments));
        }

        writer.Sweep(_index.Manifest);
    }

    private IndexUpdate Update(LoadedIndex ground, IndexWriter writer) => new(ground, writer, _recipe, _options);

    private void Publish(LoadedIndex index)
    {
        _retired.Retire(_index.Segments.Values, index.Segments.Values);
        _index = index;
        _host.Publish(index.Corpus);
        Published?.Invoke();
    }

    private IndexReport Report(SourceChanges changes, ICorpus before)
    {
        var files = _index.Manifest.Files;
        List<string> problems = [.. changes.Scan.Problems.Select(p => p.ToString()).Concat(files.SelectMany(f => f.Problems))];
        var report = new IndexReport
        {
            Index = _directory.FullPath,
            FilesRead = changes.Read.Count,
            FilesUnchanged = changes.Kept.Count,
            FilesRemoved = changes.Removed.Count,
            FilesFailed = files.Count(f => f.Failed),
            Documents = Current.Documents.Count,
            Passages = Current.Vocabulary.PassageCount,
            Problems = problems,
            NewProblems = [.. problems.Except(_reported, StringComparer.Ordinal)],
            Changed = !ReferenceEquals(before, Current),
        };
        _reported = problems;
        return report;
    }
}
