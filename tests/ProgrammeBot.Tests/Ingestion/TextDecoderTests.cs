using System.Text;
using ProgrammeBot.Ingestion;

namespace ProgrammeBot.Tests.Ingestion;

public sealed class TextDecoderTests
{
    private const string Sample = "Zürich – “fee” of £5\nline two\n";

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Encodings_are_told_apart(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sample.Replace("\n", "\r\n", StringComparison.Ordinal))];

        Assert.Equal(new DecodedText(Sample), TextDecoder.Decode(bytes));
    }

    [Fact]
    public void A_character_cut_off_at_the_end_is_replaced_and_told()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample + "é");

        var decoded = TextDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1));

        Assert.Equal((Sample + "\uFFFD", "some bytes are no UTF-8 and were replaced"), (decoded.Text, decoded.Fault));
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "it holds a PDF, not text")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0 }, "it holds a zip package (DOCX, ODT or the like), not text")]
    [InlineData(new byte[] { 0, 1, 2, 3, 0, 0, 7 }, "it holds binary data, not text")]
    [InlineData(new byte[] { 1, 2, 3, 4, 65 }, "it holds binary data, not text")]
    [InlineData(new byte[] { 32, 10, 9 }, "it holds no text")]
    public void What_is_no_text_is_told(byte[] bytes, string reason)
    {
        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal((null, reason), (decoded.Text, decoded.Fault));
    }
}
