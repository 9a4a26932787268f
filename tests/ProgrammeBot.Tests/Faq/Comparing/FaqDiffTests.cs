using ProgrammeBot.Faq.Comparing;
using ProgrammeBot.Stores;

namespace ProgrammeBot.Tests.Faq.Comparing;

public sealed class FaqDiffTests
{
    private static readonly FaqContent Gym = new()
    {
        Title = "Is there a gym?",
        Phrasings = ["gym hours", "where to work out"],
        Answer = "Yes, open until ten.",
        Tags = ["sport"],
        Status = FaqStatus.Live,
    };

    [Fact]
    public void Only_fields_that_differ_are_shown_in_the_order_people_read_an_entry()
    {
        var diff = FaqDiff.Of(Gym, Gym with
        {
            Phrasings = ["gym hours", "fitness"],
            Answer = "Yes, open until eleven.",
            Valid = new Validity(null, new DateOnly(2026, 9, 30)),
            Citations = [FaqCitation.Unplaced("guide", "The gym closes at eleven.")],
        });

        Assert.Equal(
            """
            Phrasings:
              - where to work out
              + fitness
            Answer: Yes, open until [-ten-]{+eleven+}.
            Citations:
              + guide: The gym closes at eleven.
            ValidUntil: {+2026-09-30+}
            """,
            diff.ToString());
    }

    [Fact]
    public void A_new_entry_is_all_added_and_an_equal_one_has_no_difference()
    {
        Assert.All(FaqDiff.Of(null, Gym).Fields, f => Assert.All(f.Change.Spans, s => Assert.Equal(DiffKind.Added, s.Kind)));
        Assert.Equal(["Title", "Phrasings", "Answer", "Tags", "Status"], FaqDiff.Of(null, Gym).Fields.Select(f => f.Field));
        Assert.True(FaqDiff.Of(Gym, Gym with { }).IsSame);
        Assert.Equal("no difference", FaqDiff.Of(Gym, Gym).ToString());
    }

    [Fact]
    public void No_field_of_an_entry_is_left_out_of_the_comparison()
    {
        // Whoever adds a field to an entry is reminded here that its change must show.
        var fields = typeof(FaqContent).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract").Order(StringComparer.Ordinal);

        Assert.Equal(["Answer", "Citations", "FollowUps", "OwnerRole", "Phrasings", "Scope", "Status", "Tags", "Title", "Valid"], fields);
    }
}
