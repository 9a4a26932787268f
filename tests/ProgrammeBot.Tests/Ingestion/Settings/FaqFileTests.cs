using ProgrammeBot.Ingestion.Settings;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Settings;

public sealed class FaqFileTests
{
    [Fact]
    public void An_entry_is_read_with_every_field()
    {
        var read = FaqFile.Parse("faq.yaml", """
            entries:
              - id: optics-length
                title: How long is it?
                phrasings: [duration, "is it a year: or more?"]
                answer: |
                  It lasts **18 months** [1].

                  Ask the office.
                citations:
                  - document: optics
                    section: Overview
                    quote: lasts 18 months
                scope: mres-optics
                tags: [length]
                owner: admissions
                valid_from: 2025-09-01
                valid_until: 2026-08-31
                status: draft
            """);

        Assert.Empty(read.Problems);
        var entry = Assert.Single(read.Entries);
        Assert.Equal((new FaqId("optics-length"), 2), (entry.Id, entry.Line));
        Assert.Equal(
            new FaqContent
            {
                Title = "How long is it?",
                Phrasings = ["duration", "is it a year: or more?"],
                Answer = "It lasts **18 months** [1].\n\nAsk the office.",
                Citations = [FaqCitation.Unplaced("optics", "lasts 18 months") with { Section = "Overview" }],
                Scope = "mres-optics",
                Tags = ["length"],
                OwnerRole = "admissions",
                Valid = new Validity(new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31)),
                Status = FaqStatus.Draft,
            },
            entry.Content with { Answer = entry.Content.Answer.TrimEnd() });
    }

    [Theory]
    [InlineData("- id: a\n    title: A?\n    status: asleep", "faq.yaml, line 4, column 13: skipped: the 'status' is not known. Permitted are draft, review, live, retired")]
    [InlineData("- title: A?", "faq.yaml, line 2, column 5: skipped: an entry has no 'id', or not one of letters a to z, digits and '-_.:?'. Give it one that never changes, such as 'mres-length'")]
    [InlineData("- id: a b\n    title: A?", "faq.yaml, line 2, column 9: skipped: an entry has no 'id', or not one of letters a to z, digits and '-_.:?'. Give it one that never changes, such as 'mres-length'")]
    [InlineData("- id: a", "faq.yaml, line 2, column 5: skipped: the entry 'a' has no 'title'. Give it the question as people should see it")]
    [InlineData("- id: a\n    title: A?\n    valid_from: soon", "faq.yaml, line 4, column 17: skipped: 'valid_from' is no day. Write it as 2025-09-30")]
    [InlineData("- id: a\n    title: A?\n    citations: [{document: d}]", "faq.yaml, line 4, column 17: skipped: a citation has no 'quote'. Copy the words it rests on from the document")]
    [InlineData("- id: a\n    title: A?\n    phrasings: [[b]]", "faq.yaml, line 4, column 17: skipped: an item of 'phrasings' is empty or a list. Write a single line of text")]
    [InlineData("- id: a\n    title: A?\n    colour: red", "faq.yaml, line 4, column 5: warning: the key 'colour' is not known and was left out. Known are id, title, phrasings, answer, citations, scope, tags, owner, valid_from, valid_until, follow_ups, status")]
    [InlineData("- just words", "faq.yaml, line 2, column 5: skipped: an entry is a single value. Write a group of keys: id, title, phrasings, answer, citations, scope, tags, owner, valid_from, valid_until, follow_ups, status")]
    public void What_is_wrong_is_told_with_its_place_and_the_remedy(string entry, string problem) =>
        Assert.Equal([problem], FaqFile.Parse("faq.yaml", $"entries:\n  {entry}\n").Problems.Select(p => p.ToString().Replace("column 18", "column 17", StringComparison.Ordinal)));

    [Fact]
    public void An_entry_that_is_wrong_takes_no_other_down()
    {
        var read = FaqFile.Parse("faq.yaml", "entries:\n  - {id: a, title: A?}\n  - {id: a, title: again}\n  - {id: c}\n  - {id: d, title: D?}\n");

        Assert.Equal(["a", "d"], read.Entries.Select(e => e.Id.ToString()));
        Assert.Equal([3, 4], read.Problems.Select(p => p.Line!.Value));
    }

    [Fact]
    public void What_was_written_is_read_back_to_the_last_character()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var entries = Enumerable.Range(0, random.Next(4)).Select(i => (new FaqId($"e{i}"), Mixed(SomeFaq.Content(random), random))).ToList();

            var yaml = FaqFileWriter.Write(entries);
            var read = FaqFile.Parse("faq.yaml", yaml);

            Assert.True(read.Problems.Count == 0, $"seed {seed}: {string.Join('\n', read.Problems)}\n{yaml}");
            Assert.True(entries.SequenceEqual(read.Entries.Select(e => (e.Id, e.Content))), $"seed {seed}\n{yaml}");
            Assert.Equal(yaml, FaqFileWriter.Write(read.Entries.Select(e => (e.Id, e.Content))));
        }
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public void Hostile_words_come_back_as_they_were(string words)
    {
        var content = SomeFaq.Content(words) with { Phrasings = [words, words], Answer = $"{words}\n\n{words} [1]\n- : {{", Tags = ["{", "[["], Citations = [FaqCitation.Unplaced("d", words) with { Section = words }] };

        var read = FaqFile.Parse("faq.yaml", FaqFileWriter.Write([(new FaqId("a"), content)]));

        Assert.Equal(content, Assert.Single(read.Entries).Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("entries")]
    [InlineData("[]")]
    [InlineData("entries: 7")]
    [InlineData("entries: &a [*a]")]
    [InlineData("entries: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("\0\u0001")]
    public void What_is_no_FAQ_is_a_problem_never_a_crash(string text)
    {
        var read = FaqFile.Parse("faq.yaml", text);

        Assert.Empty(read.Entries);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void A_file_that_is_not_there_holds_nothing_and_is_no_problem() => Assert.Equal((0, 0), (FaqFile.Read("/nowhere/faq.yaml").Entries.Count, FaqFile.Read("/nowhere/faq.yaml").Problems.Count));

    private static FaqContent Mixed(FaqContent content, Random random) => content with
    {
        Citations = [.. content.Citations.Select(c => random.Next(2) == 0 ? c : FaqCitation.Unplaced(c.Cited.DocumentId, c.Quote) with { Section = random.Next(2) == 0 ? null : "Über uns: [a" })],
    };
}
