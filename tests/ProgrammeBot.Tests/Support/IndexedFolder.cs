using ProgrammeBot.App.Indexing;
using ProgrammeBot.Ingestion;
using ProgrammeBot.Scopes;
using ProgrammeBot.Searching;
using ProgrammeBot.Storage.Indexes;

namespace ProgrammeBot.Tests.Support;

/// <summary>A folder of sources, and an index over it, of a test's own. Its clock stands long after every file was written.</summary>
public sealed class IndexedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Indexer> _indexers = [];
    private DateTime _lastWrite = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public IndexedFolder()
    {
        Directory.CreateDirectory(Sources);
        Index = new IndexDirectory(_folder["index"]);
    }

    public IndexerOptions Options { get; set; } = new() { WriterPatience = TimeSpan.Zero };

    public IndexRecipe Recipe { get; set; } = IndexRecipe.InTree(ScopeCatalog.Empty);

    public FixedClock Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public IndexDirectory Index { get; }

    public string Sources => _folder["sources"];

    public string this[string relative] => Path.Combine(Sources, relative);

    /// <summary>As a start of the program does.</summary>
    public Indexer Start()
    {
        var indexer = new Indexer(new SourceFolder(Sources), Index, Recipe, Clock, Options);
        _indexers.Add(indexer);
        return indexer;
    }

    /// <summary>Writes a file, each a second after the one before.</summary>
    public void Write(string relative, string text)
    {
        _folder.Write(Path.Combine("sources", relative), text);
        _lastWrite = _lastWrite.AddSeconds(1);
        File.SetLastWriteTimeUtc(this[relative], _lastWrite);
    }

    public IReadOnlyList<string> IndexFiles(string pattern = "*") =>
        [.. Directory.EnumerateFiles(Index.FullPath, pattern).Order(StringComparer.Ordinal)];

    /// <summary>What is served, as 'id: text' lines.</summary>
    public static IReadOnlyList<string> Served(ICorpusSource source) => Served(source.Current);

    public static IReadOnlyList<string> Served(ICorpus corpus) =>
        [.. corpus.Documents.Select(d => $"{d.Id}: {corpus.Find(d.Id)?.Text.Trim()}")];

    public void Dispose()
    {
        foreach (var indexer in _indexers)
        {
            indexer.Dispose();
        }

        _folder.Dispose();
    }
}
