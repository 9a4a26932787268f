using System.Text.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Contract;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Contract;

public sealed class ReplyContractTests
{
    private static readonly SourceDocument Guide = Samples.Guide();

    [Fact]
    public void An_answer_is_written_whole_and_in_order()
    {
        var line = From(Samples.Credits(Guide));

        Assert.Equal(
            $$"""
            {"id":"G001","kind":"answer","text":"Module | Term | ECTS\nPerception | Spring | 5\nIt carries 5 ECTS. [1]",
            "citations":[{"document":"msc-robotics-guide","title":"MSc Robotics: a guide for applicants","section":"Modules","page":null,
            "quote":"Module | Term | ECTS\nPerception | Spring | 5","start":214,"end":330,"spans":[[214,234],[307,330]],
            "version":"{{Guide.Version}}",
            "standing":"digest","digest_of":"Programme Specification: MSc Robotics","cohort":"2025-26 entry","as_of":"2025-01","url":null}],
            "nearest":[],"missing":[],"contact":null,"choices":["Which modules run in Autumn?"],"confidence":"medium","faq":null,"elapsed_ms":1.9}
            """.ReplaceLineEndings(""),
            line);
    }

    [Fact]
    public void A_refusal_carries_its_leads_apart_from_citations()
    {
        using var reply = JsonDocument.Parse(From(Samples.Fees(Guide)));
        var root = reply.RootElement;

        Assert.Equal("abstain", root.GetProperty("kind").GetString());
        Assert.Equal(0, root.GetProperty("citations").GetArrayLength());
        Assert.Equal("The guide names no fees.", root.GetProperty("nearest")[0].GetProperty("quote").GetString());
        Assert.Equal(["tuition", "<b>pounds</b>"], root.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal("low", root.GetProperty("confidence").GetString());
    }

    [Fact]
    public void Every_kind_has_the_same_properties_in_the_same_order()
    {
        Reply[] replies = [Samples.Ielts(Guide), Samples.WhichThesis(Guide, Samples.Handbook()), Samples.Fees(Guide), new SmallTalk("Hello.")];

        var shapes = replies.Select(r => string.Join(' ', JsonDocument.Parse(From(r)).RootElement.EnumerateObject().Select(p => p.Name)));

        Assert.All(shapes, s => Assert.Equal("id kind text citations nearest missing contact choices confidence faq elapsed_ms", s));
    }

    [Fact]
    public void The_console_reads_characters_as_they_are_and_the_web_does_not()
    {
        var reply = ReplyContract.From("ü", Answered(new SmallTalk("Grüß dich <b>…</b>")), SourceLinks.None);

        Assert.Contains("Grüß dich <b>…</b>", reply.ToConsoleLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", JsonSerializer.Serialize(reply, ContractJson.Default.ReplyContract), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_leads_to_the_document_itself_then_to_our_page_then_nowhere()
    {
        var linked = Sketch.Of(new DocumentMetadata("page") { Link = new Uri("https://northfield.example/msc?x=1") }, "It takes a year.").Quote("a year");
        var plain = Guide.Quote("Two references", "A statement of purpose");
        var ours = new SourceLinks(new Uri("https://bot.example/ask/"));

        Assert.Equal("https://northfield.example/msc?x=1", ours.For(linked)?.AbsoluteUri);
        Assert.Equal(
            $"https://bot.example/ask/sources/msc-robotics-guide#s{plain.Spans[0].Start}-{plain.Spans[0].End},{plain.Spans[1].Start}-{plain.Spans[1].End}.{Guide.Version[7..19]}",
            ours.For(plain)?.AbsoluteUri);
        Assert.Null(SourceLinks.None.For(plain));
    }

    private static string From(Reply reply) => ReplyContract.From("G001", Answered(reply), SourceLinks.None).ToConsoleLine();

    private static Answered Answered(Reply reply) => new(reply, Trace.Empty, TimeSpan.FromMilliseconds(1.94));
}
