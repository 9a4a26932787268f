using System.Buffers.Binary;
using System.Globalization;
using ProgrammeBot.Searching.Analysis;

namespace ProgrammeBot.Searching.InTree;

/// <summary>Tells a whole segment of this version from everything else, before anything of it is used.</summary>
internal static class SegmentCheck
{
    /// <summary>The table of contents.</summary>
    /// <exception cref="SegmentFormatException">The bytes are not a whole segment of this version.</exception>
    public static (int Offset, int Length)[] Contents(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SegmentLayout.HeaderLength)
        {
            throw new SegmentFormatException("the length", $"at least {SegmentLayout.HeaderLength} bytes", $"{bytes.Length}");
        }

        Expect("the magic word", SegmentLayout.Magic, BinaryPrimitives.ReadUInt64LittleEndian(bytes), "X16");
        Expect("the format version", SegmentLayout.FormatVersion, BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), "D");
        Expect("the version of the analysis", (ulong)EnglishAnalyzer.Version, BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), "D");
        Expect("the length in bytes", (ulong)bytes.Length, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), "D");
        Expect("the checksum", XxHash64.Hash(bytes[SegmentLayout.ContentsOffset..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[SegmentLayout.ChecksumOffset..]), "X16");
        return ReadContents(bytes);
    }

    private static (int Offset, int Length)[] ReadContents(ReadOnlySpan<byte> bytes)
    {
        var parts = new (int Offset, int Length)[SegmentLayout.PartCount];
        var expected = (long)SegmentLayout.HeaderLength;
        for (var part = 0; part < parts.Length; part++)
        {
            var entry = bytes[(SegmentLayout.ContentsOffset + (part * 16))..];
            var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(entry), BinaryPrimitives.ReadInt64LittleEndian(entry[8..]));
            if (offset != expected || length < 0 || length > bytes.Length - offset)
            {
                throw new SegmentFormatException($"part {(SegmentPart)part}", $"at {expected} and within {bytes.Length} bytes", $"at {offset}, {length} bytes long");
            }

            parts[part] = ((int)offset, (int)length);
            expected += length;
        }

        return parts;
    }

    private static void Expect(string what, ulong expected, ulong found, string format)
    {
        if (expected != found)
        {
            throw new SegmentFormatException(what, expected.ToString(format, CultureInfo.InvariantCulture), found.ToString(format, CultureInfo.InvariantCulture));
        }
    }
}
