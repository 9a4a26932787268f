using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;

namespace ProgrammeBot.Tests.Semantics;

public sealed class TextVectorTests
{
    [Fact]
    public void A_cosine_survives_the_rounding()
    {
        var (one, other) = (new float[512], new float[512]);
        UseLiteEncoder.BuiltIn.Encode("do I need coding", one);
        UseLiteEncoder.BuiltIn.Encode("programming knowledge is required", other);

        Assert.Equal(one.Zip(other, (a, b) => a * b).Sum(), TextVector.Of(one).Cosine(TextVector.Of(other)), 0.005f);
        Assert.Equal(1, TextVector.Of(one).Cosine(TextVector.Of(one)), 0.005f);
    }

    [Fact]
    public void A_text_without_a_word_is_near_to_nothing()
    {
        var nothing = TextVector.Of(UseLiteEncoder.BuiltIn, "?!");

        Assert.Equal(0, nothing.Cosine(TextVector.Of(UseLiteEncoder.BuiltIn, "fees")));
        Assert.Equal(0, nothing.Cosine(nothing));
    }

    [Fact]
    public void Products_of_bytes_are_added_exactly_by_every_arithmetic()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        for (var i = 0; i < 300; i++)
        {
            var length = i % 3 == 0 ? 512 : random.Next(1, 200);
            var (a, b) = (Bytes(random, length), Bytes(random, length));
            if (i == 0)
            {
                a.AsSpan().Fill(127);
                b.AsSpan().Fill(-127);
            }

            var expected = a.Zip(b, (x, y) => x * y).Sum();

            Assert.True(expected == TextVector.Dot(a, b) && expected == TextVector.DotPortable(a, b), $"seed {Seed}, case {i}");
        }
    }

    [Fact]
    public void Vectors_of_two_encoders_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => TextVector.Of([1f, 0f]).Cosine(TextVector.Of([1f])));

    private static sbyte[] Bytes(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
}
