namespace ProgrammeBot.Searching.InTree;

/// <summary>Where a term stands, written passage by passage into blocks with what is needed to skip them.</summary>
internal sealed class PostingsWriter
{
    private readonly ByteWriter _skips = new(SegmentLayout.SkipEntry);
    private readonly ByteWriter _data = new(8);
    private readonly ByteWriter _positions = new(8);
    private readonly ushort[] _maxFrequency = new ushort[Fields.Count];
    private readonly ushort[] _minLength = new ushort[Fields.Count];
    private int _lastOrdinal = -1;
    private int _inBlock;
    private int _blockData;
    private int _blockPositions;

    public int PassageCount { get; private set; }

    /// <summary>Adds one passage; passages come in rising order.</summary>
    /// <param name="ordinal">The passage's place in the segment.</param>
    /// <param name="occurrences">By field, then by position.</param>
    /// <param name="lengths">The lengths of the passage's fields.</param>
    public void Add(int ordinal, ReadOnlySpan<Occurrence> occurrences, ReadOnlySpan<ushort> lengths)
    {
        _data.Varint((uint)(ordinal - _lastOrdinal - 1));
        WriteFrequencies(occurrences, lengths);
        WritePositions(occurrences);
        _lastOrdinal = ordinal;
        PassageCount++;
        if (++_inBlock == SegmentLayout.BlockSize)
        {
            EndBlock();
        }
    }

    public void Complete(ByteWriter postings, ByteWriter positions)
    {
        if (_inBlock > 0)
        {
            EndBlock();
        }

        postings.Bytes(_skips.Written);
        postings.Bytes(_data.Written);
        positions.Bytes(_positions.Written);
    }

    // A byte with the fields' mask below and the first field's frequency above; frequencies that do not fit follow as varints.
    private void WriteFrequencies(ReadOnlySpan<Occurrence> occurrences, ReadOnlySpan<ushort> lengths)
    {
        Span<int> frequencies = stackalloc int[Fields.Count];
        foreach (var occurrence in occurrences)
        {
            frequencies[(int)occurrence.Field]++;
        }

        var mask = 0;
        for (var field = 0; field < Fields.Count; field++)
        {
            if (frequencies[field] > 0)
            {
                Bound(field, frequencies[field], lengths[field]);
                mask |= 1 << field;
            }
        }

        var first = frequencies[(int)occurrences[0].Field];
        _data.Byte((byte)(mask | (first < 16 ? first << 4 : 0)));
        for (var field = 0; field < Fields.Count; field++)
        {
            if (frequencies[field] > 0 && (field != (int)occurrences[0].Field || first >= 16))
            {
                _data.Varint((uint)frequencies[field]);
            }
        }
    }

    private void Bound(int field, int frequency, ushort length)
    {
        _minLength[field] = _maxFrequency[field] == 0 ? length : Math.Min(_minLength[field], length);
        _maxFrequency[field] = Math.Max(_maxFrequency[field], (ushort)Math.Min(frequency, ushort.MaxValue));
    }

    private void WritePositions(ReadOnlySpan<Occurrence> occurrences)
    {
        var (field, last) = ((Field)(-1), 0);
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Field != field)
            {
                (field, last) = (occurrence.Field, 0);
            }

            _positions.Varint((uint)(occurrence.Position - last));
            last = occurrence.Position;
        }
    }

    private void EndBlock()
    {
        _skips.UInt32((uint)_lastOrdinal);
        _skips.UInt32((uint)_blockData);
        _skips.UInt32((uint)_blockPositions);
        for (var field = 0; field < Fields.Count; field++)
        {
            _skips.UInt16(_maxFrequency[field]);
            _skips.UInt16(_minLength[field]);
        }

        Array.Clear(_maxFrequency);
        Array.Clear(_minLength);
        (_inBlock, _blockData, _blockPositions) = (0, _data.Length, _positions.Length);
    }
}

/// <summary>One place of a term in a passage.</summary>
internal readonly record struct Occurrence(int Term, Field Field, int Position) : IComparable<Occurrence>
{
    public int CompareTo(Occurrence other) =>
        Term != other.Term ? Term.CompareTo(other.Term)
        : Field != other.Field ? ((int)Field).CompareTo((int)other.Field)
        : Position.CompareTo(other.Position);

    public static bool operator <(Occurrence left, Occurrence right) => left.CompareTo(right) < 0;

    public static bool operator >(Occurrence left, Occurrence right) => left.CompareTo(right) > 0;

    public static bool operator <=(Occurrence left, Occurrence right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Occurrence left, Occurrence right) => left.CompareTo(right) >= 0;
}
