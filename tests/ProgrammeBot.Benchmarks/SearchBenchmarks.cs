using BenchmarkDotNet.Attributes;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Storage;

namespace ProgrammeBot.Benchmarks;

/// <summary>The best ten for a question, by our engine, by it with the encoder, and by SQLite's FTS5.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    /// <summary>The passage's own, and its sentences'.</summary>
    private const int VectorsAPassage = 5;

    private IReadOnlyList<PassageQuery> _questions = [];
    private IPassageIndex _inTree = null!; // set up before the first run
    private IPassageIndex _byMeaning = null!;
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
        var inTree = InTreeCorpus.FromDocuments(documents);
        _inTree = inTree.Index;
        _byMeaning = new CorpusWithMeaning(inTree, RandomVectors.For(inTree, UseLiteEncoder.BuiltIn, VectorsAPassage, 2)).Index;
        _fts5 = Fts5PassageIndex.InMemory(documents);
    }

    [GlobalCleanup]
    public void Close() => _fts5.Dispose();

    [Benchmark(Baseline = true)]
    public int Fts5() => _fts5.Find(Next(), 10).Count;

    [Benchmark]
    public int InTree() => _inTree.Find(Next(), 10).Count;

    /// <summary>With the question encoded each time.</summary>
    [Benchmark]
    public int InTreeWithEncoder() => _byMeaning.Find(Next(), 10).Count;

    private PassageQuery Next() => _questions[_next++ & 63];
}
