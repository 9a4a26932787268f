using ProgrammeBot.Documents;
using ProgrammeBot.Passages;

namespace ProgrammeBot.Tests.Passages;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three?|One.|Two!|Three?")]
    [InlineData("Tools, e.g. Python, i.e. a language, are used. Fine.|Tools, e.g. Python, i.e. a language, are used.|Fine.")]
    [InlineData("It is led by Dr. Smith and Prof. Jones. They teach.|It is led by Dr. Smith and Prof. Jones.|They teach.")]
    [InlineData("No. While helpful, it is not needed.|No.|While helpful, it is not needed.")]
    [InlineData("See No. 5 of the list.|See No. 5 of the list.")]
    [InlineData("It takes ca. 97 hours, approx. 12 weeks.|It takes ca. 97 hours, approx. 12 weeks.")]
    [InlineData("Merit is 60.00% or above. Pass is 50.00%.|Merit is 60.00% or above.|Pass is 50.00%.")]
    [InlineData("Taught by J. R. R. Tolkien and Andrew Y. Ng. Good.|Taught by J. R. R. Tolkien and Andrew Y. Ng.|Good.")]
    [InlineData("Choose five from Group B. They are worth 25.|Choose five from Group B.|They are worth 25.")]
    [InlineData("Well... it depends. Wait… Now.|Well... it depends.|Wait…|Now.")]
    [InlineData("See www.x.ac.uk/a.b?c=d. Then apply.|See www.x.ac.uk/a.b?c=d.|Then apply.")]
    [InlineData("He said \"Apply now.\" She did (at once.) So there.|He said \"Apply now.\"|She did (at once.)|So there.")]
    [InlineData("Core.¹ Elective.[2] Done.|Core.¹|Elective.[2]|Done.")]
    [InlineData("1. Apply broad knowledge. 2. Create software.|1. Apply broad knowledge.|2. Create software.")]
    [InlineData("Modules, labs, etc. The rest follows.|Modules, labs, etc.|The rest follows.")]
    [InlineData("Studies in the U.K. are short. A Ph.D. is not needed.|Studies in the U.K. are short.|A Ph.D. is not needed.")]
    [InlineData("Ends at 5 p.m. on Friday. Late work fails.|Ends at 5 p.m. on Friday.|Late work fails.")]
    [InlineData("Fees (Home vs. Overseas) differ. See p. 4.|Fees (Home vs. Overseas) differ.|See p. 4.")]
    [InlineData("学费是多少？答案在此。完。|学费是多少？|答案在此。|完。")]
    [InlineData("Is it accredited?! Yes.|Is it accredited?!|Yes.")]
    public void Sentences_end_where_a_reader_would_end_them(string example)
    {
        var parts = example.Split('|');

        Assert.Equal(parts[1..], Split(parts[0]));
    }

    [Fact]
    public void A_line_end_ends_a_sentence_and_a_marker_stays_with_its_item() =>
        Assert.Equal(["You must have:", "- lectures", "2. labs"], Split("You must have:\n- lectures\n2. labs"));

    [Fact]
    public void Only_the_stretch_asked_for_is_looked_at()
    {
        const string text = "First one. Second one. Third one.";

        Assert.Equal([new TextSpan(11, 22)], SentenceSplitter.Split(text, new TextSpan(10, 22)));
    }

    [Fact]
    public void Nothing_is_lost_or_doubled_whatever_the_text()
    {
        string[] pieces = ["Dr.", " ", "A", ".", "\n", "…", "?!", "e.g.", "word", "\"", "(", ")", "[1]", "¹", "3.5", "😀", "i.e.", "\t", "No.", "。", "www.x.uk", "É", "\r"];
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var within = new TextSpan(random.Next(text.Length + 1) is var start ? start : 0, start + random.Next(text.Length - start + 1));

            var sentences = SentenceSplitter.Split(text, within);

            var said = string.Concat(sentences.Select(s => s.In(text)));
            Assert.True(Solid(within.In(text)) == Solid(said), $"seed {seed}: '{text}' {within}");
            Assert.All(sentences, s => Assert.True(within.Contains(s) && s.In(text).Trim() == s.In(text) && !s.IsEmpty, $"seed {seed}"));
            Assert.True(sentences.Zip(sentences.Skip(1)).All(p => p.First.End <= p.Second.Start), $"seed {seed}");
        }
    }

    private static string Solid(string text) => new(text.Where(c => !char.IsWhiteSpace(c)).ToArray());

    private static IEnumerable<string> Split(string text) => SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(s => s.In(text));
}
