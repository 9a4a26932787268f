using System.Buffers;
using System.Numerics;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>
/// Universal Sentence Encoder lite: a transformer of two layers over the pieces of a sentence, with weights of one byte each.
/// Where they come from stands in <c>Model/ORIGIN.md</c>, the arithmetic in <c>docs/engine.md</c>.
/// </summary>
public sealed class UseLiteEncoder : ISentenceEncoder
{
    private const int Heads = 4;
    private const float NormEpsilon = 1e-6f;
    private const string WeightsResource = "use-lite.weights";
    private const string VocabularyResource = "use-lite.vocabulary.tsv";

    private static readonly Lazy<UseLiteEncoder> Embedded = new(LoadEmbedded);

    private readonly UseLiteWeights _weights;
    private readonly EncoderArithmetic _arithmetic;

    /// <summary>What is added to a piece for its place, a row a place.</summary>
    private readonly float[] _timing;

    private UseLiteEncoder(UseLiteWeights weights, PieceVocabulary vocabulary, EncoderArithmetic arithmetic)
    {
        _weights = weights;
        Vocabulary = vocabulary;
        _arithmetic = arithmetic;
        _timing = TimingOf(weights.Timescales);
        Name = $"use-lite int8 {weights.Checksum:x16}";
    }

    public string Name { get; }

    public int Dimensions => WeightsLayout.Width;

    internal PieceVocabulary Vocabulary { get; }

    /// <summary>The encoder that comes with the program, read once when first asked for.</summary>
    /// <exception cref="WeightsFormatException">The program's files are damaged.</exception>
    public static UseLiteEncoder BuiltIn => Embedded.Value;

    /// <summary>An encoder from weights and vocabulary as the converter writes them.</summary>
    /// <param name="weights">Read to its end.</param>
    /// <param name="vocabulary">Read to its end.</param>
    /// <param name="arithmetic">Null takes what is quickest here.</param>
    /// <exception cref="WeightsFormatException">The bytes are of another format or damaged.</exception>
    /// <exception cref="PlatformNotSupportedException">This processor lacks the arithmetic asked for.</exception>
    public static UseLiteEncoder Load(Stream weights, Stream vocabulary, EncoderArithmetic? arithmetic = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var chosen = arithmetic ?? EncoderArithmetics.Best;
        if (!EncoderArithmetics.IsSupported(chosen))
        {
            throw new PlatformNotSupportedException($"This processor has no {chosen}.");
        }

        var read = UseLiteWeights.Read(weights);
        return new(read, PieceVocabulary.Read(vocabulary, read.VocabularyChecksum), chosen);
    }

    /// <summary>The encoder that comes with the program, with the arithmetic asked for.</summary>
    /// <exception cref="PlatformNotSupportedException">This processor lacks it.</exception>
    public static UseLiteEncoder LoadBuiltIn(EncoderArithmetic arithmetic)
    {
        using var vocabulary = OpenResource(VocabularyResource);
        // Not disposed of: the weights are used where they lie.
        return Load(OpenResource(WeightsResource), vocabulary, arithmetic);
    }

    public void Encode(string text, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (vector.Length != Dimensions)
        {
            throw new ArgumentException($"The vector must be {Dimensions} long, but is {vector.Length}.", nameof(vector));
        }

        Span<int> pieces = stackalloc int[PieceVocabulary.MostPieces];
        var count = HasWord(text) ? Vocabulary.Cut(text, pieces) : 0;
        if (count == 0)
        {
            vector.Clear();
            return;
        }

        using var room = new Workspace(count);
        Embed(pieces[..count], room.State);
        Layer(_weights.First, room);
        Layer(_weights.Second, room);
        Pool(room, vector);
    }

    internal static Stream OpenResource(string name) => typeof(UseLiteEncoder).Assembly.GetManifestResourceStream(name)
        ?? throw new WeightsFormatException($"the program's part {name}", "there", "missing");

    private static UseLiteEncoder LoadEmbedded() => LoadBuiltIn(EncoderArithmetics.Best);

    private static bool HasWord(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static float[] TimingOf(float[] timescales)
    {
        var timing = new float[PieceVocabulary.MostPieces * WeightsLayout.InputWidth];
        for (var place = 0; place < PieceVocabulary.MostPieces; place++)
        {
            var row = timing.AsSpan(place * WeightsLayout.InputWidth, WeightsLayout.InputWidth);
            for (var i = 0; i < timescales.Length; i++)
            {
                (row[i], row[timescales.Length + i]) = MathF.SinCos(place * timescales[i]);
            }
        }

        return timing;
    }

    /// <summary>The model adds the embedding twice: once by itself, once with the timing.</summary>
    private void Embed(ReadOnlySpan<int> pieces, Span<float> into)
    {
        for (var place = 0; place < pieces.Length; place++)
        {
            var bytes = _weights.Embedding(pieces[place]);
            var scale = 2 * _weights.EmbeddingScales[pieces[place]];
            var timing = _timing.AsSpan(place * bytes.Length, bytes.Length);
            var row = into.Slice(place * bytes.Length, bytes.Length);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (scale * bytes[i]) + timing[i];
            }
        }
    }

    /// <summary>Attention, then two dense steps, each over the normed state and added to it.</summary>
    private void Layer(LayerWeights layer, Workspace room)
    {
        var (count, rows) = (room.Count, room.Rows);
        Norm(room.State, layer.AttentionNorm, layer.Width, count, room.Normed);
        layer.QueryKeyValue.Multiply(_arithmetic, room.Normed, rows, room.Wide);
        Attention.Of(room.Wide, count, layer.Width, Heads, room.Normed, room.Weights);
        layer.Attended.Multiply(_arithmetic, room.Normed, rows, room.Outcome);
        if (layer.Residual is { } residual)
        {
            residual.Multiply(_arithmetic, room.State, rows, room.Wide);
            room.Wide[..(rows * WeightsLayout.Width)].CopyTo(room.State);
        }

        Add(room.Outcome, room.State, count * WeightsLayout.Width);
        Norm(room.State, layer.HiddenNorm, WeightsLayout.Width, count, room.Normed);
        layer.Hidden.Multiply(_arithmetic, room.Normed, rows, room.Wide);
        Rectify(room.Wide[..(count * WeightsLayout.HiddenWidth)]);
        layer.Outcome.Multiply(_arithmetic, room.Wide, rows, room.Outcome);
        Add(room.Outcome, room.State, count * WeightsLayout.Width);
    }

    /// <summary>The mean over the pieces, through a dense step and tanh, brought to length 1.</summary>
    private void Pool(Workspace room, Span<float> vector)
    {
        var mean = room.Normed[..(PackedMatrix.RowsAtOnce * WeightsLayout.Width)];
        mean.Clear();
        for (var place = 0; place < room.Count; place++)
        {
            Add(room.State[(place * WeightsLayout.Width)..], mean, WeightsLayout.Width);
        }

        for (var i = 0; i < WeightsLayout.Width; i++)
        {
            mean[i] /= room.Count;
        }

        _weights.Output.Multiply(_arithmetic, mean, PackedMatrix.RowsAtOnce, room.Outcome);
        var squares = 0f;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = MathF.Tanh(room.Outcome[i]);
            squares += vector[i] * vector[i];
        }

        var scale = 1 / MathF.Sqrt(MathF.Max(squares, 1e-12f));
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] *= scale;
        }
    }

    private static void Norm(ReadOnlySpan<float> state, (float[] Scale, float[] Bias) norm, int width, int count, Span<float> into)
    {
        for (var place = 0; place < count; place++)
        {
            var row = state.Slice(place * width, width);
            var to = into.Slice(place * width, width);
            var sum = 0f;
            foreach (var x in row)
            {
                sum += x;
            }

            var mean = sum / width;
            var squares = 0f;
            foreach (var x in row)
            {
                squares += (x - mean) * (x - mean);
            }

            var factor = 1 / MathF.Sqrt((squares / width) + NormEpsilon);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = ((row[i] - mean) * factor * norm.Scale[i]) + norm.Bias[i];
            }
        }
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to, int count)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= count; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + new Vector<float>(from[i..])).CopyTo(to[i..]);
        }

        for (; i < count; i++)
        {
            to[i] += from[i];
        }
    }

    private static void Rectify(Span<float> values)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            Vector.Max(new Vector<float>(values[i..]), Vector<float>.Zero).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = MathF.Max(values[i], 0);
        }
    }

    /// <summary>The memory that encoding one text takes, lent by the pool.</summary>
    private readonly ref struct Workspace
    {
        private readonly float[] _lent;
        private readonly int _narrow;

        public Workspace(int count)
        {
            Count = count;
            Rows = (count + PackedMatrix.RowsAtOnce - 1) / PackedMatrix.RowsAtOnce * PackedMatrix.RowsAtOnce;
            _narrow = Rows * WeightsLayout.Width;
            var length = (3 * _narrow) + (Rows * WeightsLayout.HiddenWidth) + Count;
            _lent = ArrayPool<float>.Shared.Rent(length);
            _lent.AsSpan(0, length).Clear();
        }

        /// <summary>How many pieces there are.</summary>
        public int Count { get; }

        /// <summary>How many rows are multiplied: the pieces, and what fills up.</summary>
        public int Rows { get; }

        public Span<float> State => _lent.AsSpan(0, _narrow);

        public Span<float> Normed => _lent.AsSpan(_narrow, _narrow);

        public Span<float> Outcome => _lent.AsSpan(2 * _narrow, _narrow);

        public Span<float> Wide => _lent.AsSpan(3 * _narrow, Rows * WeightsLayout.HiddenWidth);

        /// <summary>A number a piece.</summary>
        public Span<float> Weights => _lent.AsSpan((3 * _narrow) + (Rows * WeightsLayout.HiddenWidth), Count);

        public void Dispose() => ArrayPool<float>.Shared.Return(_lent);
    }
}
