using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Reads what a <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes, int at = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; set; } = at;

    public readonly bool AtEnd => At >= _bytes.Length;

    public byte Byte() => _bytes[At++];

    public uint Varint()
    {
        uint value = _bytes[At++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint next = _bytes[At++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public int Int() => (int)Varint();

    public int Signed()
    {
        var value = Varint();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public void SkipVarints(int count)
    {
        while (count > 0)
        {
            if (_bytes[At++] < 0x80)
            {
                count--;
            }
        }
    }

    public string? String()
    {
        var header = Varint();
        if (header == 0)
        {
            return null;
        }

        var length = (int)((header - 1) >> 1);
        var text = Text(_bytes.Slice(At, length), utf8: ((header - 1) & 1) == 0);
        At += length;
        return text;
    }

    public string Required() => String() ?? "";

    public static string Text(ReadOnlySpan<byte> bytes, bool utf8)
    {
        if (utf8)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        if (BitConverter.IsLittleEndian)
        {
            return new string(MemoryMarshal.Cast<byte, char>(bytes));
        }

        var letters = new char[bytes.Length / 2];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]);
        }

        return new string(letters);
    }
}
