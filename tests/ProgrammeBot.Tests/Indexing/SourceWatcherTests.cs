using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Searching;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Indexing;

/// <summary>With real files, the real clock and the system's notices: what it promises is a time.</summary>
public sealed class SourceWatcherTests : IAsyncDisposable
{
    /// <summary>The promise is 2 s; a machine under load is given more, and a promise broken for good is still found.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IndexedFolder _folder = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Indexer? _indexer;
    private SourceWatcher? _watcher;
    private Task _watching = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Indexer Indexer => _indexer ?? throw new InvalidOperationException("not started");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _watcher?.Dispose();
        _indexer?.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Changed_added_renamed_and_removed_files_are_served_as_they_are(bool listen)
    {
        _folder.Write("fees.md", "It is 500.");
        await StartAsync(new SourceWatcherOptions { Listen = listen, Poll = TimeSpan.FromSeconds(listen ? 3600 : 0.05) });

        await File.WriteAllTextAsync(_folder["fees.md"], "It is 700.", Token);
        await ServedAsync("fees: It is 700.");
        Directory.CreateDirectory(_folder["deep/er"]);
        await File.WriteAllTextAsync(_folder["deep/dates.md"], "In May.", Token);
        await ServedAsync("dates: In May.", "fees: It is 700.");
        File.Move(_folder["deep/dates.md"], _folder["deep/terms.md"]);
        await ServedAsync("fees: It is 700.", "terms: In May.");
        File.Delete(_folder["fees.md"]);
        await ServedAsync("terms: In May.");
    }

    [Fact]
    public async Task A_start_that_is_broken_off_is_no_fault_of_its_own()
    {
        _folder.Write("fees.md", "It is 500.");
        using var watcher = new SourceWatcher(_folder.Start(), new SourceWatcherOptions(), TimeProvider.System, NullLogger<SourceWatcher>.Instance);

        await watcher.StartAsync(new CancellationToken(canceled: true));
        Assert.False(watcher.ExecuteTask!.IsCanceled);
        await watcher.StopAsync(Token);

        // Stopped before it ran, or at its first wait: either ends quietly.
        Assert.False(watcher.ExecuteTask.IsFaulted);
    }

    [Fact]
    public async Task A_single_file_as_source_is_watched_too()
    {
        _folder.Write("fees.md", "It is 500.");
        _folder.Write("dates.md", "In May.");
        await StartAsync(new SourceWatcherOptions { Poll = TimeSpan.FromHours(1) }, _folder["fees.md"]);

        await File.WriteAllTextAsync(_folder["fees.md"], "It is 700.", Token);

        await ServedAsync("fees: It is 700.");
    }

    [Fact]
    public async Task A_fault_is_survived_and_what_was_served_is_served()
    {
        _folder.Write("fees.md", "It is 500.");
        var faults = 0;
        var recipe = _folder.Recipe;
        _folder.Recipe = recipe with
        {
            Prepare = d => d.Text.Contains("700", StringComparison.Ordinal) && Interlocked.Increment(ref faults) < 3
                ? throw new InvalidOperationException("a bug")
                : recipe.Prepare(d),
        };
        await StartAsync(new SourceWatcherOptions { Poll = TimeSpan.FromSeconds(0.05) });

        await File.WriteAllTextAsync(_folder["fees.md"], "It is 700.", Token);

        await ServedAsync("fees: It is 700.");
        Assert.Equal(3, faults);
    }

    [Fact]
    public async Task No_search_fails_or_sees_half_of_a_change_while_files_come_change_move_and_go()
    {
        // Every version of every file says its number three times over, in passages of their own.
        for (var i = 0; i < 5; i++)
        {
            _folder.Write($"d{i}.md", Version(i, 0));
        }

        _folder.Options = new IndexerOptions { SegmentsPerTier = 2, PassagesPerSegment = 40 };
        await StartAsync(new SourceWatcherOptions { Quiet = TimeSpan.FromMilliseconds(5), Poll = TimeSpan.FromMilliseconds(50) });
        using var done = new CancellationTokenSource();
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Hammer(done.Token), Token)).ToArray();
        var random = new Random(4);
        for (var version = 1; version <= 25; version++)
        {
            var file = random.Next(5);
            var aside = _folder[$"d{file}.tmp~"];
            await File.WriteAllTextAsync(aside, Version(file, version), Token);
            File.Move(aside, _folder[$"d{file}.md"], overwrite: true);
            await File.WriteAllTextAsync(_folder["extra.md"], $"Extra {version}.", Token);
            await UntilAsync(() => Indexer.Current.Find("extra")?.Text.Contains($"Extra {version}.", StringComparison.Ordinal) == true
                && Indexer.Current.Find($"d{file}")!.Text.Contains($"version{version}x", StringComparison.Ordinal));
            File.Delete(_folder["extra.md"]);
        }

        await done.CancelAsync();
        foreach (var searches in await Task.WhenAll(searching))
        {
            Assert.True(searches > 100, $"only {searches} searches were made meanwhile");
        }
    }

    private static string Version(int file, int version) =>
        string.Concat(Enumerable.Range(0, 3).Select(part => $"# Part {part}\n\nfile{file}x version{version}x everywhere\n\n"));

    private int Hammer(CancellationToken done)
    {
        var searches = 0;
        while (!done.IsCancellationRequested)
        {
            var corpus = Indexer.Current;
            for (var i = 0; i < 5; i++)
            {
                var hits = corpus.Index.Find(new PassageQuery($"file{i}x"), 10, CancellationToken.None);
                Assert.Equal(3, hits.Count);
                Assert.All(hits, h => Assert.Equal(h.Passage.Text, h.Passage.Span.In(corpus.Find($"d{i}")!.Text)));
                Assert.Single(hits.Select(h => h.Passage.Text).Distinct());
            }

            searches++;
        }

        return searches;
    }

    private async Task StartAsync(SourceWatcherOptions options, string? sources = null)
    {
        _indexer = new Indexer(new SourceFolder(sources ?? _folder.Sources), _folder.Index, _folder.Recipe, TimeProvider.System, _folder.Options);
        await _indexer.UpdateAsync(cancellationToken: Token);
        _watcher = new SourceWatcher(_indexer, options, TimeProvider.System, NullLogger<SourceWatcher>.Instance);
        _watching = _watcher.RunAsync(_stop.Token);
    }

    private Task ServedAsync(params string[] expected) => UntilAsync(() => IndexedFolder.Served(Indexer).SequenceEqual(expected));

    private async Task UntilAsync(Func<bool> holds)
    {
        var changed = new SemaphoreSlim(0);
        void Wake(IndexReport report) => changed.Release();
        _watcher!.Updated += Wake; // started by every test
        try
        {
            while (!holds())
            {
                Assert.True(await changed.WaitAsync(Limit, Token), $"served after {Limit}: {string.Join(" | ", IndexedFolder.Served(Indexer))}");
            }
        }
        finally
        {
            _watcher.Updated -= Wake;
        }
    }
}
