using System.Buffers.Binary;
using System.Text;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Bytes that grow at their end. Numbers are little-endian; small ones are varints of seven bits a byte, lowest first.</summary>
internal sealed class ByteWriter(int capacity = 16)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Reserve(2), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Reserve(8), value);

    public void Varint(uint value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>A number that may be negative, small when it is near to 0.</summary>
    public void Signed(int value) => Varint((uint)((value << 1) ^ (value >> 31)));

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>A string, or null. Exact for every string: what is no valid UTF-16 is written as its code units.</summary>
    public void String(string? value)
    {
        if (value is null)
        {
            Varint(0);
            return;
        }

        var utf8 = IsWellFormed(value);
        var length = utf8 ? Strict.GetByteCount(value) : value.Length * 2;
        Varint(checked(((uint)length << 1 | (utf8 ? 0u : 1u)) + 1));
        Text(value, utf8);
    }

    /// <summary>The characters alone.</summary>
    public void Text(ReadOnlySpan<char> value, bool utf8)
    {
        if (utf8)
        {
            Strict.GetBytes(value, Reserve(Strict.GetByteCount(value)));
            return;
        }

        foreach (var c in value)
        {
            UInt16(c);
        }
    }

    /// <summary>Whether every surrogate is one of a pair.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && (!char.IsHighSurrogate(value[i]) || ++i >= value.Length || !char.IsLowSurrogate(value[i])))
            {
                return false;
            }
        }

        return true;
    }

    private Span<byte> Reserve(int count)
    {
        var needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L)));
        }

        var span = _bytes.AsSpan(Length, count);
        Length = needed;
        return span;
    }
}
