using System.Buffers.Binary;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Goes through the passages that hold a term, in place.</summary>
internal ref struct PostingsCursor
{
    private readonly ReadOnlySpan<byte> _skips;
    private readonly int _count;
    private readonly int _blocks;
    private ByteReader _data;
    private ByteReader _positions;
    private int _read;
    private int _pendingPositions;
    private FieldCounts _frequencies;

    public PostingsCursor(ReadOnlySpan<byte> postings, ReadOnlySpan<byte> positions, int count)
    {
        _count = count;
        _blocks = (count + SegmentLayout.BlockSize - 1) / SegmentLayout.BlockSize;
        _skips = postings[..(_blocks * SegmentLayout.SkipEntry)];
        _data = new(postings[_skips.Length..]);
        _positions = new(positions);
        Ordinal = -1;
    }

    /// <summary>The passage the cursor is at.</summary>
    public int Ordinal { get; private set; }

    /// <summary>How often the term stands in each field of that passage.</summary>
    public readonly FieldCounts Frequencies => _frequencies;

    public bool MoveNext()
    {
        if (_read == _count)
        {
            return false;
        }

        Ordinal += _data.Int() + 1;
        int head = _data.Byte();
        var mask = head & 0xF;
        _frequencies = default;
        var total = 0;
        var first = head >> 4;
        for (var field = 0; mask != 0; field++, mask >>= 1)
        {
            if ((mask & 1) != 0)
            {
                var frequency = first != 0 ? first : _data.Int();
                first = 0;
                _frequencies[field] = frequency;
                total += frequency;
            }
        }

        _pendingPositions += total;
        _read++;
        return true;
    }

    /// <summary>Moves to the passage, or to the first behind it; false when there is none.</summary>
    public bool MoveTo(int ordinal)
    {
        if (Ordinal >= ordinal && _read > 0)
        {
            return true;
        }

        var block = _read == 0 ? 0 : (_read - 1) / SegmentLayout.BlockSize;
        var target = block;
        while (target < _blocks && LastOrdinal(target) < ordinal)
        {
            target++;
        }

        if (target == _blocks)
        {
            _read = _count;
            return false;
        }

        if (target > block)
        {
            var skip = _skips[(target * SegmentLayout.SkipEntry)..];
            _data.At = BinaryPrimitives.ReadInt32LittleEndian(skip[4..]);
            _positions.At = BinaryPrimitives.ReadInt32LittleEndian(skip[8..]);
            _pendingPositions = 0;
            _read = target * SegmentLayout.BlockSize;
            Ordinal = LastOrdinal(target - 1);
        }

        while (MoveNext())
        {
            if (Ordinal >= ordinal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the places of the term in each field of the present passage, field after field. May be called once for a passage.</summary>
    public void ReadPositions(List<int> into)
    {
        var here = 0;
        for (var field = 0; field < Fields.Count; field++)
        {
            here += _frequencies[field];
        }

        _positions.SkipVarints(_pendingPositions - here);
        _pendingPositions = 0;
        for (var field = 0; field < Fields.Count; field++)
        {
            var position = 0;
            for (var i = 0; i < _frequencies[field]; i++)
            {
                position += _positions.Int();
                into.Add(position);
            }
        }
    }

    /// <summary>What no passage of a block exceeds, for leaving out blocks that cannot reach a score: 65,535 stands for any frequency from there on.</summary>
    /// <param name="block">The block, from 0.</param>
    /// <param name="last">Its last passage.</param>
    /// <param name="frequencies">The highest frequency in each field.</param>
    /// <param name="lengths">The least length of each field in which the term stands.</param>
    public readonly void BoundsOf(int block, out int last, out FieldCounts frequencies, out FieldCounts lengths)
    {
        var entry = _skips[(block * SegmentLayout.SkipEntry)..];
        last = BinaryPrimitives.ReadInt32LittleEndian(entry);
        (frequencies, lengths) = (default, default);
        for (var field = 0; field < Fields.Count; field++)
        {
            frequencies[field] = BinaryPrimitives.ReadUInt16LittleEndian(entry[(12 + (field * 4))..]);
            lengths[field] = BinaryPrimitives.ReadUInt16LittleEndian(entry[(14 + (field * 4))..]);
        }
    }

    private readonly int LastOrdinal(int block) => BinaryPrimitives.ReadInt32LittleEndian(_skips[(block * SegmentLayout.SkipEntry)..]);
}

/// <summary>A number for each field.</summary>
[System.Runtime.CompilerServices.InlineArray(Fields.Count)]
internal struct FieldCounts
{
    private int _first;
}
