using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class CitationTests
{
    private static readonly SourceDocument Document = Northfield.Robotics();

    [Fact]
    public void Pieces_are_ordered_merged_and_joined_by_what_they_are()
    {
        var first = SpanOf("Applicants need");
        var second = SpanOf("IELTS 7.0");
        var row = Document.Blocks.First(b => b.Kind == BlockKind.TableRow).Span;
        var header = Document.Blocks.First(b => b.Kind == BlockKind.TableHeader).Span;

        Assert.Equal("Applicants need … IELTS 7.0", Citation.Of(Document, 2, [second, first, first]).Quote);
        Assert.Equal("Code | Module | Type | Term | Credits\nROB1001 | Kinematics | Core | Autumn | 10", Citation.Of(Document, 3, [row, header]).Quote);
    }

    [Fact]
    public void A_quote_is_verbatim_in_its_own_version_only()
    {
        var citation = Citation.Of(Document, 2, [SpanOf("IELTS 7.0")]);

        Assert.True(citation.IsVerbatimIn(Document));
        Assert.False(citation.IsVerbatimIn(Northfield.Optics()));
        Assert.Equal(SourceDocument.VersionOf(Document.Text), citation.Version);
    }

    [Fact]
    public void Whole_pieces_are_kept_up_to_the_limit()
    {
        var long1 = Sketch.Of("long", $"# A\n{new string('a', 1000)}\n{new string('b', 700)}");
        var spans = long1.Blocks.Select(b => b.Span).ToList();

        Assert.Equal(new string('a', 1000), Citation.Of(long1, 1, spans).Quote);
        Assert.Equal(Citation.MaxQuoteLength, Citation.Of(Sketch.Of("longer", new string('c', 2000)), 0, [new TextSpan(0, 2000)]).Quote.Length);
    }

    [Fact]
    public void Nothing_cannot_be_quoted()
    {
        Assert.Throws<ArgumentException>(() => Citation.Of(Document, 0, []));
        Assert.Throws<ArgumentException>(() => Citation.Of(Document, 0, [new TextSpan(3, 3)]));
        Assert.Throws<ArgumentException>(() => Citation.Of(Document, 0, [new TextSpan(0, Document.Text.Length + 1)]));
    }

    [Fact]
    public void An_answer_without_a_citation_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new Answer("Yes.", [], Confidence.High));

    private static TextSpan SpanOf(string words)
    {
        var at = Document.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
