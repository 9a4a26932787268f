using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgrammeBot.Semantics;

/// <summary>A text's vector of length 1, kept as a byte a number and one scale; or none, for a text without a word.</summary>
/// <param name="Numbers">From -127 to 127.</param>
/// <param name="Scale">What a 1 stands for; 0 for a text without a word.</param>
public readonly record struct TextVector(ReadOnlyMemory<sbyte> Numbers, float Scale)
{
    /// <summary>Rounds a vector: the largest number becomes 127. A cosine moves by some thousandths.</summary>
    public static TextVector Of(ReadOnlySpan<float> vector)
    {
        var most = 0f;
        foreach (var number in vector)
        {
            most = MathF.Max(most, MathF.Abs(number));
        }

        var numbers = new sbyte[vector.Length];
        var scale = most / 127;
        for (var i = 0; i < numbers.Length && scale > 0; i++)
        {
            numbers[i] = (sbyte)MathF.Round(vector[i] / scale);
        }

        return new(numbers, scale);
    }

    /// <summary>Encodes a text.</summary>
    public static TextVector Of(ISentenceEncoder encoder, string text)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        Span<float> vector = stackalloc float[encoder.Dimensions];
        encoder.Encode(text, vector);
        return Of(vector);
    }

    /// <summary>How near two texts are in meaning: 1 for the same, about 0 for unrelated ones; 0 where one has no word.</summary>
    /// <exception cref="ArgumentException">They are of two encoders.</exception>
    public float Cosine(TextVector other) => Scale * other.Scale * Dot(Numbers.Span, other.Numbers.Span);

    internal static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"Vectors of {a.Length} and {b.Length} numbers are not to be compared.");
        }

        return Avx2.IsSupported && a.Length % 16 == 0 ? Dot256(a, b) : DotPortable(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Dot256(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var sum = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += 16)
        {
            sum += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref x, i)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref y, i)));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Two products of bytes fit into 16 bits; so they are added before they are widened once more.</summary>
    internal static int DotPortable(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sum = Vector<int>.Zero;
        var i = 0;
        for (; i + Vector<sbyte>.Count <= a.Length; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var a1, out var a2);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var b1, out var b2);
            Vector.Widen((a1 * b1) + (a2 * b2), out var low, out var high);
            sum += low + high;
        }

        var dot = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot;
    }
}
