namespace ProgrammeBot.Semantics.UseLite;

/// <summary>How a part of the weights is kept.</summary>
internal enum WeightsKind
{
    /// <summary>Plain numbers.</summary>
    Vector,

    /// <summary>Bytes a row with one scale a row: rows are looked up.</summary>
    Rows,

    /// <summary>Bytes with one scale a column, in panels of <see cref="WeightsLayout.PanelColumns"/> columns: rows are multiplied with it.</summary>
    Panels,
}

/// <summary>A part of the weights file: its bytes (or numbers), then its scales.</summary>
internal readonly record struct WeightsPart(WeightsKind Kind, int Rows, int Columns, int Offset)
{
    public int Scales => Kind switch
    {
        WeightsKind.Rows => Rows,
        WeightsKind.Panels => Columns,
        _ => 0,
    };

    public int ScalesOffset => Offset + WeightsLayout.Aligned(Kind == WeightsKind.Vector ? Columns * sizeof(float) : Rows * Columns);

    public int End => ScalesOffset + WeightsLayout.Aligned(Scales * sizeof(float));
}

/// <summary>The file of weights: a header of 64 bytes, then every part of the model in a fixed order, each at a multiple of 64 bytes.</summary>
/// <remarks>All numbers are little-endian. Whatever changes here raises <see cref="Version"/>.</remarks>
internal sealed class WeightsLayout
{
    public const int Version = 1;

    public const int HeaderLength = 64;

    /// <summary>A panel holds, for each row of the matrix in turn, this many neighbouring columns.</summary>
    public const int PanelColumns = 32;

    public const int Pieces = 8000;
    public const int InputWidth = 256;
    public const int Width = 512;
    public const int HiddenWidth = 1536;
    public const int Timescales = InputWidth / 2;

    private readonly List<WeightsPart> _parts = [];

    private WeightsLayout()
    {
        Embedding = Add(WeightsKind.Rows, Pieces, InputWidth);
        TimescaleVector = Add(WeightsKind.Vector, 1, Timescales);
        First = new LayerParts(this, InputWidth);
        Second = new LayerParts(this, Width);
        Output = AddDense(Width, Width);
    }

    public static WeightsLayout Instance { get; } = new();

    public static ReadOnlySpan<byte> Magic => "USELITE8"u8;

    public WeightsPart Embedding { get; }

    public WeightsPart TimescaleVector { get; }

    public LayerParts First { get; }

    public LayerParts Second { get; }

    public (WeightsPart Matrix, WeightsPart Bias) Output { get; }

    public int FileLength => _parts[^1].End;

    public static int Aligned(int length) => (length + 63) & ~63;

    private WeightsPart Add(WeightsKind kind, int rows, int columns)
    {
        var part = new WeightsPart(kind, rows, columns, _parts.Count == 0 ? HeaderLength : _parts[^1].End);
        _parts.Add(part);
        return part;
    }

    private (WeightsPart Matrix, WeightsPart Bias) AddDense(int rows, int columns) =>
        (Add(WeightsKind.Panels, rows, columns), Add(WeightsKind.Vector, 1, columns));

    /// <summary>A layer of the transformer.</summary>
    internal sealed class LayerParts
    {
        public LayerParts(WeightsLayout file, int width)
        {
            AttentionNorm = (file.Add(WeightsKind.Vector, 1, width), file.Add(WeightsKind.Vector, 1, width));
            QueryKeyValue = file.AddDense(width, 3 * width);
            Attended = file.AddDense(width, Width);
            Residual = width == Width ? null : file.AddDense(width, Width);
            HiddenNorm = (file.Add(WeightsKind.Vector, 1, Width), file.Add(WeightsKind.Vector, 1, Width));
            Hidden = file.AddDense(Width, HiddenWidth);
            Outcome = file.AddDense(HiddenWidth, Width);
        }

        public (WeightsPart Scale, WeightsPart Bias) AttentionNorm { get; }

        public (WeightsPart Matrix, WeightsPart Bias) QueryKeyValue { get; }

        public (WeightsPart Matrix, WeightsPart Bias) Attended { get; }

        /// <summary>Only where the layer's input is of another width than its output.</summary>
        public (WeightsPart Matrix, WeightsPart Bias)? Residual { get; }

        public (WeightsPart Scale, WeightsPart Bias) HiddenNorm { get; }

        public (WeightsPart Matrix, WeightsPart Bias) Hidden { get; }

        public (WeightsPart Matrix, WeightsPart Bias) Outcome { get; }
    }
}
