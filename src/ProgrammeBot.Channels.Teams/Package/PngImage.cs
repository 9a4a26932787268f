using System.Buffers.Binary;
using System.IO.Compression;

namespace ProgrammeBot.Channels.Teams.Package;

/// <summary>Writes an image as PNG (RFC 2083's successor, W3C PNG): 8 bits of red, green, blue and alpha, not interlaced.</summary>
internal static class PngImage
{
    private const int BytesPerPixel = 4;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="pixel">The colour at column and row.</param>
    public static byte[] Of(int width, int height, Func<int, int, Rgba> pixel)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 6); // bits a channel; red, green, blue and alpha
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Rows(width, height, pixel));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Each row after its filter, which is none, compressed.</summary>
    private static byte[] Rows(int width, int height, Func<int, int, Rgba> pixel)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + (width * BytesPerPixel)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var at = 1 + (x * BytesPerPixel);
                    (row[at], row[at + 1], row[at + 2], row[at + 3]) = pixel(x, y);
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Length, name, data, and the check over name and data.</summary>
    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(name, uint.MaxValue)));
        png.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var value in data)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < table.Length; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
            {
                c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
            }

            table[n] = c;
        }

        return table;
    }
}

/// <summary>A colour; alpha 0 is clear.</summary>
internal readonly record struct Rgba(byte Red, byte Green, byte Blue, byte Alpha);
