using System.Collections.Concurrent;

namespace ProgrammeBot.Semantics;

/// <summary>The vectors known of texts, a row each. Grows while others read; a row never changes.</summary>
/// <remarks>Beside each vector stand the signs of its numbers, a bit each: two vectors with few signs apart are near.</remarks>
public sealed class VectorTable(int dimensions)
{
    private const int BlockBits = 10;
    private const int BlockRows = 1 << BlockBits;

    private readonly ConcurrentDictionary<TextKey, int> _rows = new();
    private readonly Lock _growing = new();
    private volatile Block[] _blocks = [];
    private int _count;

    public int Dimensions { get; } = dimensions;

    public int Count => Volatile.Read(ref _count);

    internal int SignWords { get; } = (dimensions + 63) / 64;

    public bool TryFind(TextKey key, out int row) => _rows.TryGetValue(key, out row);

    public TextVector this[int row]
    {
        get
        {
            var block = _blocks[row >> BlockBits];
            var at = row & (BlockRows - 1);
            return new(block.Numbers.AsMemory(at * Dimensions, Dimensions), block.Scales[at]);
        }
    }

    /// <summary>The row of this key; a key that is there already keeps the vector it has.</summary>
    /// <exception cref="ArgumentException">The vector has another number of dimensions.</exception>
    public int Add(TextKey key, TextVector vector)
    {
        if (vector.Numbers.Length != Dimensions)
        {
            throw new ArgumentException($"A vector of {vector.Numbers.Length} numbers does not fit into a table of {Dimensions}.", nameof(vector));
        }

        lock (_growing)
        {
            if (_rows.TryGetValue(key, out var there))
            {
                return there;
            }

            var row = _count;
            var at = row & (BlockRows - 1);
            if (at == 0)
            {
                _blocks = [.. _blocks, new Block(Dimensions, SignWords)];
            }

            var block = _blocks[^1];
            vector.Numbers.Span.CopyTo(block.Numbers.AsSpan(at * Dimensions));
            block.Scales[at] = vector.Scale;
            WriteSigns(vector.Numbers.Span, block.Signs.AsSpan(at * SignWords, SignWords));
            Volatile.Write(ref _count, row + 1);
            _rows[key] = row;
            return row;
        }
    }

    internal ReadOnlySpan<ulong> SignsOf(int row) => _blocks[row >> BlockBits].Signs.AsSpan((row & (BlockRows - 1)) * SignWords, SignWords);

    internal static void WriteSigns(ReadOnlySpan<sbyte> numbers, Span<ulong> signs)
    {
        signs.Clear();
        for (var i = 0; i < numbers.Length; i++)
        {
            signs[i >> 6] |= numbers[i] < 0 ? 1UL << (i & 63) : 0;
        }
    }

    private sealed class Block(int dimensions, int signWords)
    {
        public sbyte[] Numbers { get; } = new sbyte[BlockRows * dimensions];

        public float[] Scales { get; } = new float[BlockRows];

        public ulong[] Signs { get; } = new ulong[BlockRows * signWords];
    }
}
