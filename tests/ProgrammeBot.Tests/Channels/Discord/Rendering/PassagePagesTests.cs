using System.Text.RegularExpressions;
using ProgrammeBot.Answering;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class PassagePagesTests
{
    private static readonly PassagePages Pages = new(DiscordWording.English, c => new Uri($"https://northfield.example/sources/{c.Document.Id}"));
    private static readonly AnswerId Id = Ulid.TryParse("01JCZX5E0GQ8Z4T0M9V7R3K2AB", out var ulid) ? new AnswerId(ulid) : default;

    [Fact]
    public void The_second_of_three_passages_can_be_turned_both_ways()
    {
        var guide = Samples.Guide();
        Citation[] citations =
        [
            guide.Quote("Applications close on 31 March."),
            guide.Quote("Module | Term | ECTS", "Perception | Spring | 5", "Individual Project | Summer | 40"),
            Samples.Handbook().Quote("The thesis is due on 4 September."),
        ];

        Approved.Is(Pages.Of(citations, Id, 1), "passages-second");
        Approved.Is(Pages.Of(citations, Id, 99), "passages-last");
    }

    [Fact]
    public void A_single_page_has_nothing_to_turn() => Assert.Empty(Pages.Of([Samples.Handbook().Quote("The thesis is due on 4 September.")], Id).Components!);

    [Fact]
    public void Without_passages_it_says_so() => Assert.Equal("There are no passages to show.", Pages.Of([], Id).Content);

    [Fact]
    public void No_word_of_a_quote_is_lost_every_page_keeps_its_limits_and_nothing_in_it_counts()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var quote = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => HostileTexts.Of(random, unseen: true))).Replace('|', '/'); // no tables: a header's words stand again in every row
            quote = "A" + quote[..Math.Min(quote.Length, Citation.MaxQuoteLength - 1)];

            var pages = PassagePages.PagesOf(quote);

            Assert.All(pages, page => Assert.InRange(page.Length, 1, 1200));
            var lines = pages.SelectMany(p => p.Split('\n')).ToList();
            Assert.All(lines, line => Assert.StartsWith("> ", line, StringComparison.Ordinal));
            var read = lines.ConvertAll(line => MarkdownReader.Of(line[2..]));
            Assert.True(read.TrueForAll(r => r.Found.Count == 0), $"Seed {seed}: {string.Join("; ", read.SelectMany(r => r.Found))}");
            Assert.True(Bare(VisibleText.Of(quote)) == Bare(string.Concat(read.Select(r => r.Text))), $"Seed {seed}");
        }
    }

    [Fact]
    public void The_longest_quote_there_is_of_signs_alone_is_paged()
    {
        var stars = Sketch.Of(new DocumentMetadata("stars") { Title = new string('*', 10_000) }, new string('*', 1600).Replace("****************", "***************-", StringComparison.Ordinal)[..1599] + "x");
        var citation = Citation.Of(stars, 0, [new TextSpan(0, 1599)]);

        for (var page = 0; page < 4; page++)
        {
            Assert.Empty(DiscordFaults.In(Pages.Of([citation, citation, citation, citation], Id, page)));
        }
    }

    [Theory]
    [InlineData("Module | Term | ECTS\nPerception | Spring | 5\n* Pass or fail.", "Module: Perception · Term: Spring · ECTS: 5\n* Pass or fail.")]
    [InlineData("Code | | Name\nA1 | x | \nB2 | | Lab | more", "Code: A1 · x\nCode: B2 · Name: Lab · more")]
    [InlineData("A lone | row", "A lone · row")]
    public void Every_cell_stays_with_its_columns_name(string table, string expected) => Assert.Equal(expected, LabelledRows.Of(table, _ => true));

    private static string Bare(string text) => Regex.Replace(text, @"\s", "");
}
