using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Semantics.UseLite;

/// <summary>The weights, read in place: what is embedded in the program is not copied.</summary>
internal sealed unsafe class UseLiteWeights
{
    /// <summary>Where the bytes are: in the loaded program for ever, or in <see cref="_held"/>, which never moves.</summary>
    private readonly byte* _start;
    private readonly byte[]? _held;

    private UseLiteWeights(byte* start, byte[]? held, ulong checksum, ulong vocabulary)
    {
        _start = start;
        _held = held;
        Checksum = checksum;
        VocabularyChecksum = vocabulary;
        var layout = WeightsLayout.Instance;
        EmbeddingScales = Floats(layout.Embedding.ScalesOffset, layout.Embedding.Scales);
        Timescales = Floats(layout.TimescaleVector.Offset, layout.TimescaleVector.Columns);
        First = new(this, layout.First);
        Second = new(this, layout.Second);
        Output = new(this, layout.Output);
    }

    public ulong Checksum { get; }

    /// <summary>Of the vocabulary these weights were made with.</summary>
    public ulong VocabularyChecksum { get; }

    public float[] EmbeddingScales { get; }

    public float[] Timescales { get; }

    public LayerWeights First { get; }

    public LayerWeights Second { get; }

    public PackedMatrix Output { get; }

    /// <summary>Reads to the end; a stream over unmanaged memory is used where it lies, and must lie there for ever.</summary>
    /// <exception cref="WeightsFormatException">The bytes are no weights, of another version, cut short or damaged.</exception>
    public static UseLiteWeights Read(Stream stream)
    {
        byte[]? held = null;
        byte* start;
        int length;
        if (stream is UnmanagedMemoryStream unmanaged)
        {
            start = unmanaged.PositionPointer;
            length = (int)Math.Min(unmanaged.Length - unmanaged.Position, int.MaxValue);
        }
        else
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            held = GC.AllocateUninitializedArray<byte>((int)copy.Length, pinned: true);
            copy.GetBuffer().AsSpan(0, held.Length).CopyTo(held);
            start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(held, 0);
            length = held.Length;
        }

        var (checksum, vocabulary) = Check(new(start, length));
        return new(start, held, checksum, vocabulary);
    }

    /// <summary>The row of a piece, unscaled.</summary>
    public ReadOnlySpan<sbyte> Embedding(int piece)
    {
        var part = WeightsLayout.Instance.Embedding;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)piece, (uint)part.Rows, nameof(piece));
        return new(_start + part.Offset + (piece * part.Columns), part.Columns);
    }

    internal sbyte* Bytes(int offset) => (sbyte*)(_start + offset);

    internal float[] Floats(int offset, int count)
    {
        var floats = new float[count];
        for (var i = 0; i < count; i++)
        {
            floats[i] = BinaryPrimitives.ReadSingleLittleEndian(new(_start + offset + (i * sizeof(float)), sizeof(float)));
        }

        return floats;
    }

    private static (ulong Checksum, ulong Vocabulary) Check(ReadOnlySpan<byte> file)
    {
        var length = WeightsLayout.Instance.FileLength;
        if (file.Length < WeightsLayout.HeaderLength || !file.StartsWith(WeightsLayout.Magic))
        {
            throw new WeightsFormatException("its beginning", "the word USELITE8", file.Length < WeightsLayout.HeaderLength ? $"{file.Length} bytes in all" : "another");
        }

        if (BinaryPrimitives.ReadInt32LittleEndian(file[8..]) is var version and not WeightsLayout.Version)
        {
            throw new WeightsFormatException("its format", Number(WeightsLayout.Version), Number(version));
        }

        if (file.Length != length)
        {
            throw new WeightsFormatException("its length", Number(length), Number(file.Length));
        }

        var expected = BinaryPrimitives.ReadUInt64LittleEndian(file[16..]);
        var vocabulary = BinaryPrimitives.ReadUInt64LittleEndian(file[24..]);
        var found = XxHash64.Hash(file[WeightsLayout.HeaderLength..]);
        return found == expected ? (found, vocabulary) : throw new WeightsFormatException("its checksum", $"{expected:x16}", $"{found:x16}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A layer of the transformer.</summary>
internal sealed class LayerWeights(UseLiteWeights file, WeightsLayout.LayerParts parts)
{
    public int Width { get; } = parts.AttentionNorm.Scale.Columns;

    public (float[] Scale, float[] Bias) AttentionNorm { get; } = Norm(file, parts.AttentionNorm);

    public PackedMatrix QueryKeyValue { get; } = new(file, parts.QueryKeyValue);

    public PackedMatrix Attended { get; } = new(file, parts.Attended);

    public PackedMatrix? Residual { get; } = parts.Residual is { } residual ? new(file, residual) : null;

    public (float[] Scale, float[] Bias) HiddenNorm { get; } = Norm(file, parts.HiddenNorm);

    public PackedMatrix Hidden { get; } = new(file, parts.Hidden);

    public PackedMatrix Outcome { get; } = new(file, parts.Outcome);

    private static (float[] Scale, float[] Bias) Norm(UseLiteWeights file, (WeightsPart Scale, WeightsPart Bias) parts) =>
        (file.Floats(parts.Scale.Offset, parts.Scale.Columns), file.Floats(parts.Bias.Offset, parts.Bias.Columns));
}
