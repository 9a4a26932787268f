using System.Numerics;
using System.Runtime.InteropServices;

namespace ProgrammeBot.Intents;

/// <summary>A text as the matcher sees it: weights of the grams it has, and its meaning's vector (empty without an encoder).</summary>
/// <remarks>Grams by rising number. Of length 1 over all, unless it holds no gram at all; grams that no phrasing has count to the length and stand nowhere.</remarks>
internal readonly record struct TextVector(int[] Grams, float[] Weights, float[] Meaning)
{
    public static TextVector Empty { get; } = new([], [], []);

    public bool IsEmpty => Grams.Length == 0 && Meaning.Length == 0;

    /// <summary>The product with a vector spread out over all grams and numbers of meaning.</summary>
    public float Times(ReadOnlySpan<float> grams, ReadOnlySpan<float> meaning)
    {
        var sum = 0f;
        for (var i = 0; i < Grams.Length; i++)
        {
            sum += Weights[i] * grams[Grams[i]];
        }

        return sum + Dot(Meaning, meaning);
    }

    /// <summary>Adds this, times a factor, to a vector spread out over all grams and numbers of meaning.</summary>
    public void AddTo(Span<float> grams, Span<float> meaning, float factor)
    {
        for (var i = 0; i < Grams.Length; i++)
        {
            grams[Grams[i]] += factor * Weights[i];
        }

        Add(Meaning, meaning, factor);
    }

    public float SquaredLength()
    {
        var sum = Dot(Meaning, Meaning);
        foreach (var weight in Weights)
        {
            sum += weight * weight;
        }

        return sum;
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var wideLeft = MemoryMarshal.Cast<float, Vector<float>>(left);
        var wideRight = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < wideLeft.Length; i++)
        {
            sums += wideLeft[i] * wideRight[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = wideLeft.Length * Vector<float>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    public static void Add(ReadOnlySpan<float> from, Span<float> to, float factor)
    {
        var wideFrom = MemoryMarshal.Cast<float, Vector<float>>(from);
        var wideTo = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < wideFrom.Length; i++)
        {
            wideTo[i] += wideFrom[i] * factor;
        }

        for (var i = wideFrom.Length * Vector<float>.Count; i < from.Length; i++)
        {
            to[i] += factor * from[i];
        }
    }
}
