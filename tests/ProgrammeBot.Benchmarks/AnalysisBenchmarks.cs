using BenchmarkDotNet.Attributes;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching;
using ProgrammeBot.Searching.Analysis;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Benchmarks;

/// <summary>What it takes to analyse a passage, to write a segment, and to find the nearest word among many.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private readonly List<Token> _tokens = [];
    private string _passage = "";
    private IReadOnlyList<IndexedDocument> _documents = [];
    private IVocabulary _vocabulary = null!; // set up before the first run

    [GlobalSetup]
    public void Build()
    {
        var corpus = new SyntheticCorpus(1);
        _passage = corpus.Text(150);
        _documents = corpus.Documents(2_000);
        _vocabulary = InTreeCorpus.FromDocuments(corpus.Documents(20_000)).Vocabulary;
    }

    [Benchmark]
    public int AnalyzePassage()
    {
        _tokens.Clear();
        return EnglishAnalyzer.Analyze(_passage, _tokens);
    }

    [Benchmark]
    public void WriteSegmentOf2000Passages() => SegmentWriter.Write(_documents, Stream.Null);

    [Benchmark]
    public int NearestWord() => _vocabulary.Nearest("kotramenxsalu", 3).Count;
}
