using ProgrammeBot.Documents;
using ProgrammeBot.Searching.InTree;

namespace ProgrammeBot.Tests.Searching.InTree;

public sealed class RecentDocumentsTests
{
    private readonly List<int> _read = [];

    [Fact]
    public void A_document_asked_for_again_is_the_very_same()
    {
        var recent = new RecentDocuments(100);
        Assert.Same(recent.Get((0, 1), Read), recent.Get((0, 1), Read));
        Assert.Equal([1], _read);
    }

    [Fact]
    public void Documents_of_one_number_in_two_segments_are_two()
    {
        var recent = new RecentDocuments(100);
        Assert.NotSame(recent.Get((0, 1), Read), recent.Get((1, 1), Read));
    }

    [Fact]
    public void What_was_not_asked_for_while_two_budgets_were_read_is_read_again()
    {
        var recent = new RecentDocuments(100);
        recent.Get((0, 0), Read);
        for (var i = 1; i <= 30; i++)
        {
            recent.Get((0, i), Read);
        }

        recent.Get((0, 0), Read);
        Assert.Equal(2, _read.Count(d => d == 0));
    }

    [Fact]
    public void What_is_asked_for_all_the_time_stays()
    {
        var recent = new RecentDocuments(100);
        for (var i = 1; i <= 200; i++)
        {
            recent.Get((0, 0), Read);
            recent.Get((0, i), Read);
        }

        Assert.Single(_read, d => d == 0);
    }

    [Fact]
    public void However_large_a_document_is_it_is_given()
    {
        var recent = new RecentDocuments(1);
        Assert.Equal("doc-7", recent.Get((0, 7), Read).Id);
        Assert.Equal("doc-8", recent.Get((0, 8), Read).Id);
    }

    private SourceDocument Read((int Segment, int Document) place)
    {
        _read.Add(place.Document);
        const string Text = "Ten signs.";
        return new SourceDocument(new DocumentMetadata($"doc-{place.Document}") { Title = "x" }, Text, [new Section(0, -1, 0, "", default, new TextSpan(0, Text.Length))], []);
    }
}
