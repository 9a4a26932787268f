using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Tests.Semantics.UseLite;

public sealed class UseLiteEncoderTests
{
    private static readonly string[] Sentences =
    [
        "a", "How much does it cost?", "What are the tuition fees for the MSc?", "do I need coding", "programming knowledge is required",
        "The programme starts in October and lasts twelve months, full time, at the South Kensington campus.",
        string.Join(' ', Enumerable.Repeat("All modules must be passed before the project begins; resits are held in the summer.", 12)),
    ];

    [Fact]
    public void The_vector_begins_as_the_original_s_does()
    {
        float[] original = [0.00224f, 0.01936f, 0.05237f, 0.05425f, -0.05617f];

        var vector = Encoded(UseLiteEncoder.BuiltIn, "How much does it cost?");

        // Rounding the weights to bytes moves a number by some 1e-3.
        Assert.All(original.Zip(vector), pair => Assert.Equal(pair.First, pair.Second, 0.003f));
    }

    [Theory]
    [InlineData("How much does it cost?", "What are the tuition fees for the MSc?", 0.450)]
    [InlineData("do I need coding", "programming knowledge is required", 0.606)]
    public void Sentences_are_as_near_as_the_original_has_them(string one, string other, double cosine) =>
        Assert.Equal(cosine, Cosine(Encoded(UseLiteEncoder.BuiltIn, one), Encoded(UseLiteEncoder.BuiltIn, other)), 0.006);

    [Fact]
    public void A_vector_has_length_one()
    {
        Assert.All(Sentences, s => Assert.Equal(1, Cosine(Encoded(UseLiteEncoder.BuiltIn, s), Encoded(UseLiteEncoder.BuiltIn, s)), 1e-5));
    }

    [Theory]
    [InlineData(EncoderArithmetic.Avx2)]
    [InlineData(EncoderArithmetic.Avx512)]
    public void Every_arithmetic_gives_the_portable_one_s_vector(EncoderArithmetic arithmetic)
    {
        if (!EncoderArithmetics.IsSupported(arithmetic))
        {
            Assert.Throws<PlatformNotSupportedException>(() => UseLiteEncoder.LoadBuiltIn(arithmetic));
            return;
        }

        var (portable, other) = (UseLiteEncoder.LoadBuiltIn(EncoderArithmetic.Portable), UseLiteEncoder.LoadBuiltIn(arithmetic));

        foreach (var sentence in Sentences)
        {
            Assert.All(Encoded(portable, sentence).Zip(Encoded(other, sentence)), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public void Many_at_once_give_what_one_alone_gives()
    {
        var alone = Sentences.Select(s => Encoded(UseLiteEncoder.BuiltIn, s)).ToList();

        var together = Enumerable.Range(0, 20 * Sentences.Length).AsParallel().AsOrdered().WithDegreeOfParallelism(4)
            .Select(i => Encoded(UseLiteEncoder.BuiltIn, Sentences[i % Sentences.Length])).ToList();

        Assert.All(together.Index(), t => Assert.Equal(alone[t.Index % Sentences.Length], t.Item));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000")]
    [InlineData("?!… – ()")]
    [InlineData("\0\u0001\u001b[2J")]
    public void A_text_without_a_word_is_all_zeros(string text)
    {
        var vector = Encoded(UseLiteEncoder.BuiltIn, text.Replace("[2J", "", StringComparison.Ordinal));

        Assert.All(vector, x => Assert.Equal(0, x));
    }

    [Fact]
    public void Whatever_the_text_the_vector_is_of_length_one_and_comes_soon()
    {
        string[] hostile =
        [
            "\uD83D", "\uDE00\uD83D", "🙂🙂 fees 🙂", new string('\uDC00', 5000), "fees\0\u0007\u200Bnow", "‮seef", "漢字かな交じり文", "\u0301\u0301a\u0301",
            new string('a', 1_000_000), new string(' ', 1_000_000) + "a", string.Concat(Enumerable.Repeat("fee ", 250_000)), new string('漢', 1_000_000),
        ];

        foreach (var text in hostile)
        {
            var vector = Encoded(UseLiteEncoder.BuiltIn, text);
            var length = Cosine(vector, vector);
            Assert.True(length == 0 || Math.Abs(length - 1) < 1e-5, $"{length} for {text[..Math.Min(20, text.Length)]}");
        }
    }

    [Fact]
    public void What_is_behind_the_128th_piece_is_not_read()
    {
        var long128 = string.Join(' ', Enumerable.Repeat("fees", 128));

        Assert.Equal(Encoded(UseLiteEncoder.BuiltIn, long128), Encoded(UseLiteEncoder.BuiltIn, long128 + " and a deadline"));
        Assert.NotEqual(Encoded(UseLiteEncoder.BuiltIn, long128), Encoded(UseLiteEncoder.BuiltIn, "deadline " + long128));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => UseLiteEncoder.BuiltIn.Encode("fees", new float[511]));

    private static float[] Encoded(UseLiteEncoder encoder, string text)
    {
        var vector = new float[encoder.Dimensions];
        encoder.Encode(text, vector);
        return vector;
    }

    private static double Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();
}
