using System.Security.Cryptography;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Tests.Semantics.UseLite;

public sealed class UseLiteWeightsTests
{
    [Theory]
    [InlineData("use-lite.weights", "68f4a6ea933f38d51eae77412023bcab7a2a7b9133e4e10d4c121b55d90507a1")]
    [InlineData("use-lite.vocabulary.tsv", "e12cd479b2bfe28f30d17556d9e9a6ea8041eae79d89df2f4e6548fd132304c0")]
    public void The_files_are_those_whose_origin_is_told(string name, string sha256) =>
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(Bytes(name))));

    [Theory]
    [InlineData(0, "its beginning")]
    [InlineData(8, "its format")]
    [InlineData(20, "its checksum")]
    [InlineData(100, "its checksum")]
    [InlineData(7_000_000, "its checksum")]
    [InlineData(24, "the vocabulary's checksum")]
    public void A_damaged_byte_is_told(int at, string what)
    {
        var weights = Bytes("use-lite.weights");
        weights[at] ^= 0x10;

        var fault = Assert.Throws<WeightsFormatException>(() => Load(weights, Bytes("use-lite.vocabulary.tsv")));

        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(7_000_000)]
    public void A_file_cut_short_is_told(int length) =>
        Assert.Throws<WeightsFormatException>(() => Load(Bytes("use-lite.weights")[..length], Bytes("use-lite.vocabulary.tsv")));

    [Fact]
    public void Another_vocabulary_is_refused() =>
        Assert.Throws<WeightsFormatException>(() => Load(Bytes("use-lite.weights"), Bytes("use-lite.vocabulary.tsv")[..^20]));

    [Fact]
    public void Weights_read_from_a_file_give_the_same_vectors_as_those_in_the_program()
    {
        var (copied, built) = (new float[512], new float[512]);
        Load(Bytes("use-lite.weights"), Bytes("use-lite.vocabulary.tsv")).Encode("How much does it cost?", copied);
        UseLiteEncoder.BuiltIn.Encode("How much does it cost?", built);

        Assert.Equal(built, copied);
    }

    private static UseLiteEncoder Load(byte[] weights, byte[] vocabulary) => UseLiteEncoder.Load(new MemoryStream(weights), new MemoryStream(vocabulary));

    private static byte[] Bytes(string name)
    {
        using var copy = new MemoryStream();
        using var stream = UseLiteEncoder.OpenResource(name);
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
