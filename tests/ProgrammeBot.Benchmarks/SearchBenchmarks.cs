using BenchmarkDotNet.Attributes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Storage;

namespace ProgrammeBot.Benchmarks;

/// <summary>The best ten for a question, by our engine and by SQLite's FTS5.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private IReadOnlyList<PassageQuery> _questions = [];
    private IPassageIndex _inTree = null!; // set up before the first run
    private Fts5PassageIndex _fts5 = null!;
    private int _next;

    [Params(160, 2_000, 100_000)]
    public int Passages { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var corpus = new SyntheticCorpus(1);
        var documents = corpus.Documents(Passages);
        _questions = [.. corpus.Questions(64).Select(q => new PassageQuery(q))];
        _inTree = InTreeCorpus.FromDocuments(documents).Index;
        _fts5 = Fts5PassageIndex.InMemory(documents);
    }

    [GlobalCleanup]
    public void Close() => _fts5.Dispose();

    [Benchmark(Baseline = true)]
    public int Fts5() => _fts5.Find(Next(), 10).Count;

    [Benchmark]
    public int InTree() => _inTree.Find(Next(), 10).Count;

    private PassageQuery Next() => _questions[_next++ & 63];
}
