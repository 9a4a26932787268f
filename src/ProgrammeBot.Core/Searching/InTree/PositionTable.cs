using System.Runtime.InteropServices;

namespace ProgrammeBot.Searching.InTree;

/// <summary>The places of a question's terms in some passages, by passage, term and field.</summary>
internal sealed class PositionTable(int passages, int terms)
{
    private readonly int[] _starts = new int[passages * terms];
    private readonly FieldCounts[] _counts = new FieldCounts[passages * terms];
    private readonly List<int> _positions = new(passages * terms);

    /// <summary>Reads the places of a term in the passage that the cursor is at.</summary>
    public void Read(ref PostingsCursor cursor, int passage, int term)
    {
        var slot = (passage * terms) + term;
        _starts[slot] = _positions.Count;
        _counts[slot] = cursor.Frequencies;
        cursor.ReadPositions(_positions);
    }

    public ReadOnlySpan<int> Of(int passage, int term, Field wanted)
    {
        var slot = (passage * terms) + term;
        var start = _starts[slot];
        for (var field = 0; field < (int)wanted; field++)
        {
            start += _counts[slot][field];
        }

        return CollectionsMarshal.AsSpan(_positions).Slice(start, _counts[slot][(int)wanted]);
    }
}
