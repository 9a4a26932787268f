using System.Text;
using ProgrammeBot.Answering.Understanding.Aspects;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering.Understanding.Aspects;

public sealed class AspectBookTests
{
    private const int LeastPhrasings = 10;

    [Fact]
    public void Every_built_in_aspect_has_an_id_of_its_own_words_and_enough_phrasings()
    {
        var aspects = AspectBook.BuiltIn.Aspects;

        Assert.NotEmpty(aspects);
        Assert.Equal(aspects.Select(a => a.Id).Distinct(StringComparer.Ordinal), aspects.Select(a => a.Id));
        Assert.All(aspects, a => Assert.Matches("^[a-z][a-z0-9-]*$", a.Id));
        Assert.All(aspects, a => Assert.True(a.Says.Count > 0, a.Id));
        Assert.All(aspects, a => Assert.True(a.Asks.Count >= LeastPhrasings, $"{a.Id}: {a.Asks.Count}"));
    }

    [Fact]
    public void No_phrasing_is_written_twice_or_blank()
    {
        var phrasings = AspectBook.BuiltIn.Aspects.SelectMany(a => a.Asks).ToList();

        Assert.Empty(phrasings.GroupBy(p => p, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain(phrasings, string.IsNullOrWhiteSpace);
    }

    /// <summary>If this fails, aspects.txt was changed: run <c>src/Tools/EncodeAspects</c> and build again.</summary>
    [Fact]
    public void The_vectors_are_those_of_the_text_by_the_built_in_encoder()
    {
        const int step = 37;
        var encoder = UseLiteEncoder.BuiltIn;
        var phrasings = AspectBook.BuiltIn.Aspects.SelectMany(a => a.Asks).ToList();

        var vectors = AspectBook.BuiltIn.VectorsFor(encoder);

        Assert.NotNull(vectors);
        Assert.Equal(phrasings.Count * encoder.Dimensions, vectors.Length);
        var own = new float[encoder.Dimensions];
        for (var i = 0; i < phrasings.Count; i += step)
        {
            encoder.Encode(phrasings[i], own);
            var cosine = own.Zip(vectors.Skip(i * encoder.Dimensions)).Sum(p => p.First * p.Second);
            Assert.True(cosine > 0.99f, $"{phrasings[i]}: {cosine}");
        }
    }

    [Fact]
    public void Vectors_of_another_encoder_are_left_aside() => Assert.Null(AspectBook.BuiltIn.VectorsFor(new WordEncoder()));

    [Fact]
    public void What_was_encoded_begins_with_the_hash_of_the_text_and_holds_a_row_a_phrasing()
    {
        using var written = new MemoryStream();
        var encoder = new WordEncoder();

        AspectBook.Encode(encoder, written);

        var phrasings = AspectBook.BuiltIn.Aspects.Sum(a => a.Asks.Count);
        Assert.Equal(phrasings, encoder.Encoded);
        Assert.Equal(32 + 1 + encoder.Name.Length + ((long)phrasings * (sizeof(float) + encoder.Dimensions)), written.Length);
    }

    [Fact]
    public void An_aspect_is_read_with_what_documents_say_and_people_ask()
    {
        var aspects = AspectBook.Parse("\uFEFF# a remark\n\n# more\n[pass-mark]\nsays: pass mark,  50% , ,\nasks:\n- what do i need\n-  how much is enough \n-no phrasing\n\n[term]\nsays: autumn\nasks:\n- when\r\n"u8.ToArray());

        Assert.Equal(["pass-mark", "term"], aspects.Select(a => a.Id));
        Assert.Equal(["pass mark", "50%"], aspects[0].Says);
        Assert.Equal(["what do i need", "how much is enough"], aspects[0].Asks);
        Assert.Equal(["when"], aspects[1].Asks);
    }

    [Fact]
    public void Only_words_by_which_no_document_says_it_are_mere_ways_of_asking()
    {
        var aspect = new Aspect("pay", ["entry salary"], ["what do people earn", "what salary do they get"]);

        Assert.True(aspect.IsOnlyAskedWith("earn"));
        Assert.False(aspect.IsOnlyAskedWith("salari"));
        Assert.False(aspect.IsOnlyAskedWith("what"));
        Assert.False(aspect.IsOnlyAskedWith("robot"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]\n- a\n")]
    [InlineData("- before any\nsays: x\n")]
    [InlineData("[[a]\nsays:\n- ")]
    [InlineData("\0\uFFFF\uD800[x]")]
    public void A_broken_text_gives_what_can_be_read(string text) =>
        Assert.DoesNotContain(AspectBook.Parse(Encoding.UTF8.GetBytes(text)), a => a.Id.Length == 0 || a.Id.Contains('['));

    [Fact]
    public void Any_bytes_are_read_without_a_fault()
    {
        const int seed = 20_261_121;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);

            Assert.Null(Record.Exception(() => AspectBook.Parse([.. bytes, .. "\n[a]\n- b\n"u8])));
        }
    }
}
