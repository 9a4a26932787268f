using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>A matrix of bytes with a scale a column, and what is added to the product: rows times it give rows.</summary>
/// <remarks>
/// Four rows at a time against two vectors of columns, so that eight sums are under way at once and a byte is turned into a number once for
/// four rows. A panel stays in the nearest cache while all rows pass. Each sum runs over the rows of the matrix in order, so it does not depend
/// on which rows stand beside it. Compiled for speed at once: most runs of the program are a few questions long.
/// </remarks>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Rows must come in multiples of this; what stands in those that fill up is of no account.</summary>
    public const int RowsAtOnce = 4;

    private const int Panel = WeightsLayout.PanelColumns;

    /// <summary>Keeps the bytes.</summary>
    private readonly UseLiteWeights _file;
    private readonly sbyte* _bytes;
    private readonly float[] _scales;
    private readonly float[] _bias;

    public PackedMatrix(UseLiteWeights file, (WeightsPart Matrix, WeightsPart Bias) parts)
    {
        _file = file;
        Rows = parts.Matrix.Rows;
        Columns = parts.Matrix.Columns;
        _bytes = file.Bytes(parts.Matrix.Offset);
        _scales = file.Floats(parts.Matrix.ScalesOffset, parts.Matrix.Scales);
        _bias = file.Floats(parts.Bias.Offset, parts.Bias.Columns);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Multiplies <paramref name="count"/> rows; <paramref name="into"/> gets as many.</summary>
    public void Multiply(EncoderArithmetic arithmetic, ReadOnlySpan<float> rows, int count, Span<float> into)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count % RowsAtOnce, 0, nameof(count));
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, count * Rows, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfLessThan(into.Length, count * Columns, nameof(into));
        fixed (float* x = rows, y = into, scales = _scales, bias = _bias)
        {
            for (var column = 0; column < Columns; column += Panel)
            {
                var panel = _bytes + ((long)column * Rows);
                for (var row = 0; row < count; row += RowsAtOnce)
                {
                    float* from = x + (row * Rows), to = y + (row * Columns) + column;
                    switch (arithmetic)
                    {
                        case EncoderArithmetic.Avx512:
                            Multiply512(from, panel, scales + column, bias + column, to);
                            break;
                        case EncoderArithmetic.Avx2:
                            Multiply256(from, panel, scales + column, bias + column, to);
                            break;
                        default:
                            Multiply128(from, panel, scales + column, bias + column, to);
                            break;
                    }
                }
            }
        }

        GC.KeepAlive(_file);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply512(float* x, sbyte* panel, float* scales, float* bias, float* y)
    {
        float* x1 = x + Rows, x2 = x1 + Rows, x3 = x2 + Rows;
        Vector512<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
        for (var k = 0; k < Rows; k++, panel += Panel)
        {
            var a = Avx512F.ConvertToVector512Single(Avx512F.ConvertToVector512Int32(Vector128.Load(panel)));
            var b = Avx512F.ConvertToVector512Single(Avx512F.ConvertToVector512Int32(Vector128.Load(panel + 16)));
            var v = Vector512.Create(x[k]);
            a0 = Avx512F.FusedMultiplyAdd(a, v, a0);
            b0 = Avx512F.FusedMultiplyAdd(b, v, b0);
            v = Vector512.Create(x1[k]);
            a1 = Avx512F.FusedMultiplyAdd(a, v, a1);
            b1 = Avx512F.FusedMultiplyAdd(b, v, b1);
            v = Vector512.Create(x2[k]);
            a2 = Avx512F.FusedMultiplyAdd(a, v, a2);
            b2 = Avx512F.FusedMultiplyAdd(b, v, b2);
            v = Vector512.Create(x3[k]);
            a3 = Avx512F.FusedMultiplyAdd(a, v, a3);
            b3 = Avx512F.FusedMultiplyAdd(b, v, b3);
        }

        var (scale, add) = (Vector512.Load(scales), Vector512.Load(bias));
        ((a0 * scale) + add).Store(y);
        ((a1 * scale) + add).Store(y + Columns);
        ((a2 * scale) + add).Store(y + (2 * Columns));
        ((a3 * scale) + add).Store(y + (3 * Columns));
        (scale, add) = (Vector512.Load(scales + 16), Vector512.Load(bias + 16));
        y += 16;
        ((b0 * scale) + add).Store(y);
        ((b1 * scale) + add).Store(y + Columns);
        ((b2 * scale) + add).Store(y + (2 * Columns));
        ((b3 * scale) + add).Store(y + (3 * Columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply256(float* x, sbyte* panel, float* scales, float* bias, float* y)
    {
        float* x1 = x + Rows, x2 = x1 + Rows, x3 = x2 + Rows;
        for (var half = 0; half < Panel; half += 16, scales += 16, bias += 16, y += 16)
        {
            Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
            var at = panel + half;
            for (var k = 0; k < Rows; k++, at += Panel)
            {
                var a = Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(at));
                var b = Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(at + 8));
                var v = Vector256.Create(x[k]);
                a0 = Fma.MultiplyAdd(a, v, a0);
                b0 = Fma.MultiplyAdd(b, v, b0);
                v = Vector256.Create(x1[k]);
                a1 = Fma.MultiplyAdd(a, v, a1);
                b1 = Fma.MultiplyAdd(b, v, b1);
                v = Vector256.Create(x2[k]);
                a2 = Fma.MultiplyAdd(a, v, a2);
                b2 = Fma.MultiplyAdd(b, v, b2);
                v = Vector256.Create(x3[k]);
                a3 = Fma.MultiplyAdd(a, v, a3);
                b3 = Fma.MultiplyAdd(b, v, b3);
            }

            var (scale, add) = (Vector256.Load(scales), Vector256.Load(bias));
            ((a0 * scale) + add).Store(y);
            ((a1 * scale) + add).Store(y + Columns);
            ((a2 * scale) + add).Store(y + (2 * Columns));
            ((a3 * scale) + add).Store(y + (3 * Columns));
            (scale, add) = (Vector256.Load(scales + 8), Vector256.Load(bias + 8));
            ((b0 * scale) + add).Store(y + 8);
            ((b1 * scale) + add).Store(y + Columns + 8);
            ((b2 * scale) + add).Store(y + (2 * Columns) + 8);
            ((b3 * scale) + add).Store(y + (3 * Columns) + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply128(float* x, sbyte* panel, float* scales, float* bias, float* y)
    {
        float* x1 = x + Rows, x2 = x1 + Rows, x3 = x2 + Rows;
        for (var part = 0; part < Panel; part += 8, scales += 8, bias += 8, y += 8)
        {
            Vector128<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default, a3 = default, b3 = default;
            var at = panel + part;
            for (var k = 0; k < Rows; k++, at += Panel)
            {
                var words = Vector128.WidenLower(Vector64.Load(at).ToVector128Unsafe());
                var a = Vector128.ConvertToSingle(Vector128.WidenLower(words));
                var b = Vector128.ConvertToSingle(Vector128.WidenUpper(words));
                var v = Vector128.Create(x[k]);
                a0 += a * v;
                b0 += b * v;
                v = Vector128.Create(x1[k]);
                a1 += a * v;
                b1 += b * v;
                v = Vector128.Create(x2[k]);
                a2 += a * v;
                b2 += b * v;
                v = Vector128.Create(x3[k]);
                a3 += a * v;
                b3 += b * v;
            }

            var (scale, add) = (Vector128.Load(scales), Vector128.Load(bias));
            ((a0 * scale) + add).Store(y);
            ((a1 * scale) + add).Store(y + Columns);
            ((a2 * scale) + add).Store(y + (2 * Columns));
            ((a3 * scale) + add).Store(y + (3 * Columns));
            (scale, add) = (Vector128.Load(scales + 4), Vector128.Load(bias + 4));
            ((b0 * scale) + add).Store(y + 4);
            ((b1 * scale) + add).Store(y + Columns + 4);
            ((b2 * scale) + add).Store(y + (2 * Columns) + 4);
            ((b3 * scale) + add).Store(y + (3 * Columns) + 4);
        }
    }
}
