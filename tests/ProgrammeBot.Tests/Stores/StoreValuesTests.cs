using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Stores;

/// <summary>The values that cross the store ports are valid from birth, and equal by content.</summary>
public sealed class StoreValuesTests
{
    private static readonly CitedVersion Cited = new CitedText("guide", "text").Cited;

    public static TheoryData<Func<FaqContent>, string> OverALimit { get; } = new()
    {
        { () => SomeFaq.Content(new string('x', 301)), "Title has 301 characters, at most 300 are kept." },
        { () => SomeFaq.Content(" "), "Title is blank." },
        { () => SomeFaq.Content() with { Answer = new string('x', 8001) }, "Answer has 8001 characters, at most 8000 are kept." },
        { () => SomeFaq.Content() with { Answer = "nul\0" }, "Answer holds a character that cannot be kept (U+0000 at 3)." },
        { () => SomeFaq.Content() with { Phrasings = ["fine", ""] }, "Phrasings[1] is blank." },
        { () => SomeFaq.Content() with { Phrasings = [new string('x', 501)] }, "Phrasings[0] has 501 characters, at most 500 are kept." },
        { () => SomeFaq.Content() with { Phrasings = [.. Enumerable.Repeat("x", 2_001)] }, "Phrasings has 2001 items, at most 2000 are kept and none may be missing." },
        { () => SomeFaq.Content() with { Tags = [null!] }, "Tags has 1 items, at most 20 are kept and none may be missing." },
        { () => SomeFaq.Content() with { Citations = [.. Enumerable.Repeat(SomeFaq.Citation(Cited), 21)] }, "Citations has 21 items, at most 20 are kept and none may be missing." },
        { () => SomeFaq.Content() with { Scope = "" }, "Scope is blank." },
        { () => SomeFaq.Content() with { OwnerRole = "a\nb" }, "OwnerRole holds a character that cannot be kept (U+000A at 1)." },
        { () => SomeFaq.Content() with { Status = (FaqStatus)9 }, "9 is no status." },
    };

    [Theory]
    [MemberData(nameof(OverALimit), DisableDiscoveryEnumeration = true)]
    public void What_is_over_a_limit_is_refused_with_field_and_limit(Func<FaqContent> make, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => make()).Message, StringComparison.Ordinal);

    [Fact]
    public void Content_is_equal_by_content_and_keeps_its_own_lists()
    {
        var phrasings = new List<string> { "a", "b" };
        var content = SomeFaq.Content() with { Phrasings = phrasings, Citations = [SomeFaq.Citation(Cited)] };
        var same = SomeFaq.Content() with { Phrasings = ["a", "b"], Citations = [SomeFaq.Citation(Cited)] };
        phrasings.Clear();

        Assert.Equal(same, content);
        Assert.Equal(same.GetHashCode(), content.GetHashCode());
        Assert.NotEqual(same with { Phrasings = ["b", "a"] }, content);
    }

    [Theory]
    [InlineData("refund", true)]
    [InlineData("reverted_card_payment?", true)]
    [InlineData("Fees:2025-26.v1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("two words", false)]
    [InlineData("../etc/passwd", false)]
    [InlineData("größe", false)]
    [InlineData("nul\0", false)]
    public void An_entry_id_is_a_slug(string? text, bool isId)
    {
        Assert.Equal(isId, FaqId.TryParse(text, out var id));
        Assert.Equal(isId ? text : "", id.ToString());
        Assert.False(FaqId.IsId(new string('x', 129)));
    }

    [Fact]
    public void Validity_includes_both_its_ends_and_an_open_end_has_none()
    {
        DateOnly first = new(2026, 1, 1), last = new(2026, 1, 31);
        var january = new Validity(first, last);

        Assert.True(january.Holds(first) && january.Holds(last));
        Assert.False(january.Holds(first.AddDays(-1)) || january.Holds(last.AddDays(1)));
        Assert.True(default(Validity).Holds(first) && new Validity(first, null).Holds(DateOnly.MaxValue) && new Validity(null, last).Holds(DateOnly.MinValue));
        Assert.Throws<ArgumentException>(() => new Validity(last, first));
    }

    [Fact]
    public void A_citation_has_stretches_in_order_and_a_quote()
    {
        TextSpan one = new(0, 3), two = new(3, 5);
        Assert.Equal([one, two], new FaqCitation(Cited, [one, two], "q").Spans);

        Assert.Throws<ArgumentException>(() => new FaqCitation(Cited, [], "q"));
        Assert.Throws<ArgumentException>(() => new FaqCitation(Cited, [two, one], "q"));
        Assert.Throws<ArgumentException>(() => new FaqCitation(Cited, [new TextSpan(2, 2)], "q"));
        Assert.Throws<ArgumentException>(() => new FaqCitation(Cited, [one], " "));
        Assert.Throws<ArgumentException>(() => new FaqCitation(Cited, [one], new string('q', 1601)));
    }

    [Theory]
    [InlineData("guide", "sha256:")]
    [InlineData("guide", "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("../guide", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_version_that_nobody_can_have_cited_is_refused(string document, string version) =>
        Assert.Throws<ArgumentException>(() => new CitedVersion(document, version));

    [Fact]
    public void A_text_has_the_version_of_its_document()
    {
        const string Text = "half a \uD83D pair";

        Assert.Equal(SourceDocument.VersionOf(Text), new CitedText("guide", Text).Cited.Version);
        Assert.Equal(SourceDocument.VersionOf(Text), SourceDocument.VersionOf(new CitedText("guide", Text).Text));
    }

    [Fact]
    public void A_reason_belongs_to_a_vote_that_is_not_helpful_and_time_is_kept_to_the_millisecond_in_utc()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)).AddTicks(15_678);

        Assert.Throws<ArgumentException>(() => new Feedback(default, default, Vote.Helpful, at, FeedbackReason.Wrong));
        Assert.Throws<ArgumentException>(() => new Feedback(default, default, (Vote)5, at));
        Assert.Throws<ArgumentException>(() => new Feedback(default, default, Vote.NotHelpful, at, words: new string('x', 1001)));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 19, 4, 5, 1, TimeSpan.Zero), new Feedback(default, default, Vote.NotHelpful, at).At);
    }

    [Fact]
    public void An_edit_names_its_entry_and_its_author()
    {
        Assert.Throws<ArgumentException>(() => new FaqEdit(default, SomeFaq.Content(), 0, "ada"));
        Assert.Throws<ArgumentException>(() => new FaqEdit(new FaqId("x"), SomeFaq.Content(), 0, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FaqEdit(new FaqId("x"), SomeFaq.Content(), -1, "ada"));
    }
}
