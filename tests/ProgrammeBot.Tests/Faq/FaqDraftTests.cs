using ProgrammeBot.Faq;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Faq;

public sealed class FaqDraftTests
{
    [Fact]
    public void What_a_form_brought_is_cleaned_and_a_new_entry_is_live()
    {
        var check = new FaqDraft
        {
            Title = "  How\r\nlong\0? ",
            Answer = " One year.\r\nFull-time. ",
            Phrasings = FaqDraft.Lines("Duration?\r\n\n  Duration? \nLength?"),
            Tags = ["", "length "],
            ValidFrom = " 2026-01-01 ",
        }.Over(null);

        Assert.Empty(check.Faults);
        Assert.Equal(
            new FaqContent { Title = "How long?", Answer = "One year.\nFull-time.", Phrasings = ["Duration?", "Length?"], Tags = ["length"], Valid = new Validity(new DateOnly(2026, 1, 1), null), Status = FaqStatus.Live },
            check.Content);
    }

    [Fact]
    public void What_is_null_stays_and_what_is_blank_is_emptied()
    {
        var current = SomeFaq.Content() with { Answer = "a", Scope = "s", OwnerRole = "o", Tags = ["t"], Phrasings = ["p"], Valid = new Validity(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Status = FaqStatus.Draft };

        Assert.Equal(current, new FaqDraft().Over(current).Content);
        Assert.Equal(
            SomeFaq.Content() with { Status = FaqStatus.Draft },
            new FaqDraft { Answer = "", Scope = " ", OwnerRole = "", Tags = [], Phrasings = [" "], ValidFrom = "", ValidUntil = "" }.Over(current).Content);
    }

    [Fact]
    public void Every_fault_is_named_with_its_field_and_its_limit()
    {
        var check = new FaqDraft
        {
            Title = " ",
            Answer = new string('a', 8001),
            Scope = new string('s', 129),
            OwnerRole = new string('o', 101),
            Phrasings = ["fine", new string('p', 501)],
            Tags = [.. Enumerable.Range(0, 21).Select(i => $"t{i}")],
            Citations = [.. Enumerable.Repeat(SomeFaq.Citation(new CitedText("d", "t").Cited), 21)],
            ValidFrom = "2026-13-01",
            ValidUntil = "soon",
        }.Over(null);

        Assert.Null(check.Content);
        Assert.Equal(
            [
                "Title is blank",
                "Answer has 8001 characters, at most 8000 are kept",
                "Scope has 129 characters, at most 128 are kept",
                "OwnerRole has 101 characters, at most 100 are kept",
                "Phrasings[1] has 501 characters, at most 500 are kept",
                "Tags has 21 items, at most 20 are kept",
                "Citations has 21 items, at most 20 are kept",
                "ValidFrom is no day: write it as 2025-09-30",
                "ValidUntil is no day: write it as 2025-09-30",
            ],
            check.Faults.Select(f => f.ToString()));
        Assert.Equal([null, 8000, 128, 100, 500, 20, 20, null, null], check.Faults.Select(f => f.Limit));
    }

    [Fact]
    public void An_end_before_the_beginning_is_a_fault_also_when_only_one_of_them_is_typed()
    {
        var current = SomeFaq.Content() with { Valid = new Validity(new DateOnly(2026, 1, 1), null) };

        Assert.Equal("ValidUntil lies before ValidFrom", Assert.Single(new FaqDraft { ValidUntil = "2025-12-31" }.Over(current).Faults).ToString());
    }

    [Fact]
    public void Whatever_is_typed_makes_an_entry_or_names_a_fault()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var check = new FaqDraft { Title = Any(400), Answer = Any(9000), Scope = Any(150), OwnerRole = Any(120), Phrasings = [Any(600)], Tags = [Any(60)], ValidFrom = Any(12) }.Over(null);
            Assert.True(check.Content is null == check.Faults.Count > 0, $"seed {seed}");

            string Any(int max) => SomeFaq.Characters(random, random.Next(max));
        }
    }
}
