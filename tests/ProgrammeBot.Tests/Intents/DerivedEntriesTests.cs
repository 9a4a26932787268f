using ProgrammeBot.Documents;
using ProgrammeBot.Intents;
using ProgrammeBot.Passages;
using ProgrammeBot.Searching.InTree;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Intents;

public sealed class DerivedEntriesTests
{
    [Fact]
    public void A_heading_that_asks_is_answered_by_the_words_below_it()
    {
        var items = Of(Northfield.Robotics());

        var item = Assert.Single(items);
        Assert.Equal(("robotics#is-there-a-field-trip", "Is there a field trip?", "msc-robotics"), (item.Id, item.Content.Title, item.Content.Scope));
        Assert.Equal("No. The field trip ended in 2019.", item.Content.Answer);
        Assert.True(item.Source!.IsVerbatimIn(Northfield.Robotics()));
        Assert.True(item.Answers);
    }

    [Fact]
    public void Lines_of_question_and_answer_are_an_entry()
    {
        var document = Sketch.Of("faq", """
            # Questions
            Q: May I bring a bicycle?
            A: Yes, to the racks behind the workshop.
            Q: Nobody answers this?
            Something else.
            A: An answer to nothing.
            """);

        var item = Assert.Single(Of(document));
        Assert.Equal(("May I bring a bicycle?", "Yes, to the racks behind the workshop."), (item.Content.Title, item.Content.Answer));
        Assert.Equal(item.Content.Answer, item.Source!.Quote);
    }

    [Theory]
    [InlineData("# What?\n")]
    [InlineData("# ?\nAn answer to no words.\n# ???\nAgain.\n")]
    [InlineData("# No question\nText.\nQ:\nA:\n")]
    public void What_asks_or_answers_nothing_is_none(string drawing) => Assert.DoesNotContain(Of(Sketch.Of("a", drawing)), i => i.Content.Title.Any(char.IsLetter));

    [Fact]
    public void An_answer_too_long_for_a_reply_is_cut_between_paragraphs()
    {
        var item = Assert.Single(Of(Sketch.Of("a", $"# Why so long?\nShort.\n{new string('x', 2000)}\n")));

        Assert.Equal("Short.", item.Content.Answer);
    }

    private static IReadOnlyList<FaqItem> Of(params SourceDocument[] documents) =>
        DerivedEntries.Of(InTreeCorpus.FromDocuments([.. documents.Select(d => new IndexedDocument(d, PassageCutter.Cut(d)))]));
}
