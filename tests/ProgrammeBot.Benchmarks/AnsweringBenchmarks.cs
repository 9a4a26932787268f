using BenchmarkDotNet.Attributes;
using ProgrammeBot.Answering;

namespace ProgrammeBot.Benchmarks;

/// <summary>A whole question to its reply, on one core; the ratio says what the encoder costs.</summary>
[MemoryDiagnoser]
public class AnsweringBenchmarks
{
    private AnsweringCase _byWords = null!; // set up before the first run
    private AnsweringCase _byMeaning = null!;

    [Params(160, 2_000, 100_000)]
    public int Passages { get; set; }

    [GlobalSetup]
    public void Build() => (_byWords, _byMeaning) = (new AnsweringCase(Passages, encoder: false), new AnsweringCase(Passages, encoder: true));

    [Benchmark(Baseline = true)]
    public Reply ByWords() => _byWords.Answer().Reply;

    [Benchmark]
    public Reply WithEncoder() => _byMeaning.Answer().Reply;
}
