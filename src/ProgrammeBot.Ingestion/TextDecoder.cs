using System.Text;

namespace ProgrammeBot.Ingestion;

/// <summary>A file's bytes as text, or why they are none.</summary>
/// <param name="Text">The text; null when the bytes are none.</param>
/// <param name="Fault">Why there is no text, or what is doubtful about it; null when all is well.</param>
/// <param name="Remedy">What to do about the fault.</param>
public sealed record DecodedText(string? Text, string? Fault = null, string Remedy = "");

/// <summary>Tells a text file's encoding: a byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252.</summary>
public static class TextDecoder
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // one of the provider's own pages

    private static readonly (byte[] Magic, string What)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip package (DOCX, ODT or the like)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old or encrypted Office file"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("{\\rtf"u8.ToArray(), "an RTF file"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ];

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, what) in Signatures)
        {
            if (bytes.StartsWith(magic))
            {
                return new DecodedText(null, $"it holds {what}, not text", "Give it the extension of its format, or remove it");
            }
        }

        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
            [0xFF, 0xFE, 0, 0, ..] => Checked(Encoding.UTF32.GetString(bytes[4..])),
            [0xFF, 0xFE, ..] => Checked(Encoding.Unicode.GetString(bytes[2..])),
            [0xFE, 0xFF, ..] => Checked(Encoding.BigEndianUnicode.GetString(bytes[2..])),
            _ when bytes.Contains((byte)0) => WithZeros(bytes),
            _ => Utf8(bytes),
        };
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Checked(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return MostlyUtf8(bytes) is { } text
                ? Checked(text) with { Fault = "some bytes are no UTF-8 and were replaced", Remedy = "Save the file as UTF-8" }
                : Checked(Windows1252.GetString(bytes));
        }
    }

    /// <summary>A text of UTF-8 with a damaged character here and there (cut off at its end, say) is not Windows-1252.</summary>
    private static string? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        int wrong = 0, foreign = 0;
        foreach (var c in text)
        {
            wrong += c == '\uFFFD' ? 1 : 0;
            foreign += c > '\u007F' ? 1 : 0;
        }

        return foreign - wrong >= 4 * wrong ? text : null;
    }

    /// <summary>UTF-16 without a mark has its zeros in every other byte, wherever the text is Latin.</summary>
    private static DecodedText WithZeros(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var pairs = bytes.Length / 2;
        if (bytes.Length % 2 == 0 && odd * 10 > pairs && even * 100 <= pairs)
        {
            return Checked(Encoding.Unicode.GetString(bytes));
        }

        return bytes.Length % 2 == 0 && even * 10 > pairs && odd * 100 <= pairs
            ? Checked(Encoding.BigEndianUnicode.GetString(bytes))
            : new DecodedText(null, "it holds binary data, not text", "Give it the extension of its format, or remove it");
    }

    private static DecodedText Checked(string text)
    {
        var controls = text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A' or '\u001B'));
        if (controls * 200 > text.Length || text.Contains('\0', StringComparison.Ordinal))
        {
            return new DecodedText(null, "it holds binary data, not text", "Give it the extension of its format, or remove it");
        }

        return string.IsNullOrWhiteSpace(text)
            ? new DecodedText(null, "it holds no text", "Write something in it, or remove it")
            : new DecodedText(text.ReplaceLineEndings("\n"));
    }
}
