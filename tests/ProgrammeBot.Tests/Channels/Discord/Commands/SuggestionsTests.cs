using System.Diagnostics;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Commands;

public sealed class SuggestionsTests
{
    private static readonly Suggestions Questions = new(new[]
    {
        "What are the tuition fees?",
        "Is there a deposit?",
        "When do applications close?",
        "Are there scholarships for the tuition fees?",
        "Which IELTS score do I need?",
        "Welche Prüfungen gibt es?",
    }.Select(Suggestion.OfQuestion));

    [Theory]
    [InlineData("is the", "Is there a deposit?|Are there scholarships for the tuition fees?|What are the tuition fees?")]
    [InlineData("tuition f", "What are the tuition fees?|Are there scholarships for the tuition fees?")]
    [InlineData("SCHOLARSHIP fees", "Are there scholarships for the tuition fees?|What are the tuition fees?")]
    [InlineData("prüf", "Welche Prüfungen gibt es?")]
    [InlineData("elts", "")]
    [InlineData("quantum entanglement", "")]
    [InlineData("?!", "")]
    public void What_begins_so_is_first_then_what_meets_most_words(string typed, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Questions.For(typed).Select(c => c.Name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200b")]
    public void Nothing_typed_brings_the_first(string? typed) => Assert.Equal(6, Questions.For(typed).Count);

    [Fact]
    public void Whatever_is_known_and_typed_at_most_25_are_given_and_each_keeps_its_limits()
    {
        var random = new Random(7);
        var known = new Suggestions(Enumerable.Range(0, 400).Select(_ => Suggestion.OfQuestion(HostileTexts.Of(random, unseen: true, most: 40))));
        for (var i = 0; i < 200; i++)
        {
            var choices = known.For(i % 5 == 0 ? "" : HostileTexts.Of(random, unseen: true, most: 200));
            Assert.InRange(choices.Count, 0, 25);
            Assert.All(choices, c => Assert.True(c.Name.Length is >= 1 and <= 100 && c.Value.Length is >= 1 and <= 100 && !string.IsNullOrWhiteSpace(c.Name), c.Name));
            Assert.Equal(choices.Count, choices.Select(c => c.Value).Distinct().Count());
        }
    }

    [Fact]
    public void Two_thousand_titles_are_searched_at_every_key()
    {
        string[] words = ["module", "fees", "deadline", "project", "exam", "ielts", "visa", "deposit", "interview", "thesis", "elective", "term", "campus", "housing", "scholarship"];
        var random = new Random(1);
        var known = new Suggestions(Enumerable.Range(0, 2000).Select(i => Suggestion.OfQuestion($"{string.Join(' ', Enumerable.Range(0, 9).Select(_ => words[random.Next(words.Length)]))} {i}?")));
        var typed = "when is the deadline for the visa dep";
        for (var i = 0; i < 50; i++)
        {
            known.For(typed);
        }

        var best = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            known.For(typed);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });

        TestContext.Current.SendDiagnosticMessage($"2,000 titles: {best:0.00} ms");
        Assert.True(best < 5, $"{best} ms");
    }
}
