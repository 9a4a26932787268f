using ProgrammeBot.Semantics;

namespace ProgrammeBot.Tests.Semantics;

public sealed class RecentlyEncodedTests
{
    private readonly Counting _inner = new();

    [Fact]
    public void A_text_is_encoded_once_and_gives_the_same_again()
    {
        var encoder = new RecentlyEncoded(_inner);
        Assert.Equal([4f, 1f], Encode(encoder, "fees"));
        Assert.Equal([4f, 1f], Encode(encoder, "fees"));
        Assert.Equal(1, _inner.Count);
    }

    [Fact]
    public void What_a_caller_does_to_its_vector_does_not_reach_the_next()
    {
        var encoder = new RecentlyEncoded(_inner);
        Encode(encoder, "fees")[0] = 9;
        Encode(encoder, "fees")[1] = 9;
        Assert.Equal([4f, 1f], Encode(encoder, "fees"));
    }

    [Fact]
    public void Of_many_texts_the_oldest_are_forgotten()
    {
        var encoder = new RecentlyEncoded(_inner, 4);
        Encode(encoder, "first");
        for (var i = 0; i < 8; i++)
        {
            Encode(encoder, $"another {i}");
        }

        Encode(encoder, "another 7");
        Assert.Equal(9, _inner.Count);
        Encode(encoder, "first");
        Assert.Equal(10, _inner.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_vector_of_another_length_is_refused_for_a_known_text_too(int length)
    {
        var encoder = new RecentlyEncoded(_inner);
        Encode(encoder, "fees");
        Assert.Throws<ArgumentException>(() => encoder.Encode("fees", new float[length]));
    }

    private static float[] Encode(RecentlyEncoded encoder, string text)
    {
        var vector = new float[encoder.Dimensions];
        encoder.Encode(text, vector);
        return vector;
    }

    private sealed class Counting : ISentenceEncoder
    {
        public int Count { get; private set; }

        public string Name => "counting";

        public int Dimensions => 2;

        public void Encode(string text, Span<float> vector)
        {
            Count++;
            (vector[0], vector[1]) = (text.Length, 1);
        }
    }
}
