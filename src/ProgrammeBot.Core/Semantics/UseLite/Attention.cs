using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>Each piece gathers from all pieces, the more from those that its query meets.</summary>
internal static class Attention
{
    /// <param name="queryKeyValue">A row a piece: its query, its key, its value, each <paramref name="width"/> wide.</param>
    /// <param name="count">How many pieces.</param>
    /// <param name="width">Divided among the heads.</param>
    /// <param name="heads">How many look by themselves.</param>
    /// <param name="into">A row a piece.</param>
    /// <param name="weights">Room for a number a piece.</param>
    public static void Of(ReadOnlySpan<float> queryKeyValue, int count, int width, int heads, Span<float> into, Span<float> weights)
    {
        var depth = width / heads;
        var scale = 1 / MathF.Sqrt(depth);
        into[..(count * width)].Clear();
        for (var head = 0; head < heads; head++)
        {
            for (var place = 0; place < count; place++)
            {
                var query = Slice(queryKeyValue, place, width, 0, head, depth);
                for (var other = 0; other < count; other++)
                {
                    weights[other] = scale * Dot(query, Slice(queryKeyValue, other, width, 1, head, depth));
                }

                Softmax(weights[..count]);
                var gathered = into.Slice((place * width) + (head * depth), depth);
                for (var other = 0; other < count; other++)
                {
                    AddScaled(Slice(queryKeyValue, other, width, 2, head, depth), weights[other], gathered);
                }
            }
        }
    }

    private static ReadOnlySpan<float> Slice(ReadOnlySpan<float> rows, int place, int width, int part, int head, int depth) =>
        rows.Slice((((place * 3) + part) * width) + (head * depth), depth);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        return Vector.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(ReadOnlySpan<float> from, float weight, Span<float> to)
    {
        for (var i = 0; i < from.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (new Vector<float>(from[i..]) * weight)).CopyTo(to[i..]);
        }
    }

    private static void Softmax(Span<float> values)
    {
        var most = float.NegativeInfinity;
        foreach (var value in values)
        {
            most = MathF.Max(most, value);
        }

        var sum = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = MathF.Exp(values[i] - most);
            sum += values[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
