using ProgrammeBot.Answering;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Answering;

public sealed class QuoteFinderTests
{
    private readonly Northfield _bot = Northfield.WithAllPapers();

    [Theory]
    [InlineData("optics", "The MRes Optics lasts 18 months.", "Overview")]
    [InlineData("optics", "The  MRes\nOptics lasts 18 months.", "Overview")]
    [InlineData("optics", "Examinations carry 10% of the marks. … The pass mark is 50%.", "Assessment")]
    [InlineData("robotics", "ROB1001 | Kinematics | Core | Autumn | 10\nROB1003 | Soft Grippers | Elective | Spring | 5", "Modules")]
    public void Words_are_found_white_space_aside(string document, string quote, string section)
    {
        var found = Find(FaqCitation.Unplaced(document, quote));

        Assert.NotNull(found);
        Assert.Equal((document, section), (found.Document.Id, found.Section));
        Assert.True(found.IsVerbatimIn(_bot.Current.Find(document)!));
    }

    [Theory]
    [InlineData("optics", "The MRes Optics lasts 19 months.")]
    [InlineData("optics", "lasts 1")]
    [InlineData("optics", "The pass mark is 50%. … Examinations carry 10% of the marks.")]
    [InlineData("nowhere", "lasts 18 months")]
    [InlineData("optics", " … ")]
    public void Words_that_stand_nowhere_or_in_another_order_are_not_found(string document, string quote) => Assert.Null(Find(FaqCitation.Unplaced(document, quote)));

    [Fact]
    public void A_place_that_still_holds_is_kept_and_one_that_moved_is_found_by_its_words()
    {
        var document = Northfield.Optics();
        var citation = document.Quote("The pass mark is 50%.");

        Assert.Equal(citation, Find(FaqCitation.Of(citation)));
        var moved = new FaqCitation(new CitedText("optics", "an older text").Cited, [new(0, 5)], citation.Quote);
        Assert.Equal(citation, Find(moved));
    }

    [Fact]
    public void Of_two_places_the_one_under_the_section_named_is_taken()
    {
        var document = Sketch.Of("d", "# One\nAsk the office.\n# Two\nAsk the office.\n");
        var corpus = new Northfield(document).Current;

        Assert.Equal("Two", QuoteFinder.Find(FaqCitation.Unplaced("d", "Ask the office.") with { Section = "two" }, corpus, Northfield.Scopes, null)!.Section);
        Assert.Equal("One", QuoteFinder.Find(FaqCitation.Unplaced("d", "Ask the office.") with { Section = "gone" }, corpus, Northfield.Scopes, null)!.Section);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("mres-optics", true)]
    [InlineData("msc-robotics", false)]
    public void Another_document_is_looked_into_only_where_the_scope_allows(string? scope, bool found) =>
        Assert.Equal(found, Find(FaqCitation.Unplaced("renamed", "The English requirement is IELTS 6.5 overall."), scope) is not null);

    private Citation? Find(FaqCitation citation, string? scope = null) => QuoteFinder.Find(citation, _bot.Current, Northfield.Scopes, scope);
}
