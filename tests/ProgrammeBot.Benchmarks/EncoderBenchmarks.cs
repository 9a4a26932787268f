using BenchmarkDotNet.Attributes;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Benchmarks;

/// <summary>A question to its vector, tokenised and encoded on one core, by each arithmetic this processor has.</summary>
[MemoryDiagnoser]
public class EncoderBenchmarks
{
    private readonly float[] _vector = new float[UseLiteEncoder.BuiltIn.Dimensions];
    private UseLiteEncoder _encoder = null!; // set up before the first run
    private string _text = "";

    /// <summary>Pieces of a text; a question has 5 to 15.</summary>
    [Params(5, 10, 20, 40)]
    public int Pieces { get; set; }

    [ParamsAllValues]
    public EncoderArithmetic Arithmetic { get; set; }

    [GlobalSetup]
    public void Load()
    {
        // The word with its space is one piece, the question mark another.
        _text = string.Join(' ', Enumerable.Repeat("programme", Pieces - 1)) + "?";
        _encoder = UseLiteEncoder.LoadBuiltIn(Arithmetic);
    }

    [Benchmark]
    public float Encode()
    {
        _encoder.Encode(_text, _vector);
        return _vector[0];
    }
}
