using ProgrammeBot.Intents;
using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Intents;

public sealed class IntentMatcherTests
{
    private static readonly IntentEntry[] Entries =
    [
        new("parking", ["Where can I park my car?", "Is there a car park?", "parking permits", "can visitors park on site", "do I need a permit to park"]),
        new("library", ["When is the library open?", "library opening hours", "how late does the library stay open", "is the library closed on sundays"]),
        new("gym", ["How do I join the gym?", "gym membership", "is there a fitness centre", "sports hall and swimming pool"]),
        new("printing", ["Where can I print?", "how do I print a document", "printer locations", "cost of printing a page"]),
    ];

    private static readonly Lazy<IntentMatcher> ByWords = new(() => Learn(Entries, null));
    private static readonly Lazy<IntentMatcher> ByMeaning = new(() => Learn(Entries, UseLiteEncoder.BuiltIn));

    [Theory]
    [InlineData("where do i park", "parking")]
    [InlineData("LIBRARY HOURS???", "library")]
    [InlineData("join teh gim", "gym")]
    [InlineData("can i print something", "printing")]
    public void The_entry_asked_for_comes_first_by_words_and_letters(string text, string entry) => Assert.Equal(entry, ByWords.Value.Match(text, 3)[0].Entry);

    [Theory]
    [InlineData("somewhere to leave my vehicle", "parking")]
    [InlineData("I want to exercise", "gym")]
    public void A_paraphrase_without_a_common_word_is_found_by_meaning(string text, string entry) => Assert.Equal(entry, ByMeaning.Value.Match(text, 3)[0].Entry);

    [Fact]
    public void Own_phrasings_are_sure_and_foreign_questions_are_not()
    {
        var book = FaqBook.Of([.. Entries.Select(e => new FaqItem(e.Id, SomeFaq.Content(e.Texts[0]) with { Phrasings = [.. e.Texts.Skip(1)] }))], ProgrammeBot.Stores.FaqTuning.None, Northfield.Scopes, UseLiteEncoder.BuiltIn, TestContext.Current.CancellationToken);

        Assert.All(Entries.SelectMany(e => e.Texts), text => Assert.InRange(book.Match(text, 1)[0].Score, book.Sure, 1));
        Assert.All(
            ["what is the capital of france", "how do I boil an egg", "who won the match", "is the exam hard", "where is my supervisor", "when do I get my results"],
            text => Assert.InRange(book.Match(text, 1)[0].Score, 0, book.Sure));
    }

    [Theory]
    [InlineData("how much is a library fine")]
    [InlineData("who pays for the printer repairs in my flat")]
    public void Another_thing_about_the_same_topic_is_not_sure(string text)
    {
        var best = ByMeaning.Value.Match(text, 1)[0];

        Assert.True(best.Score < 0.5, best.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("?!… 🙂")]
    public void What_has_no_word_finds_nothing(string text) => Assert.Empty(ByMeaning.Value.Match(text, 3));

    [Fact]
    public void No_entries_find_nothing_and_an_entry_without_words_is_never_found()
    {
        Assert.Empty(Learn([], null).Match("anything", 3));
        Assert.Equal(["a"], Learn([new("a", ["one thing"]), new("b", ["", " "]), new("c", [])], null).Match("one thing", 9).Select(m => m.Entry));
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused() =>
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => Learn([new("a", ["x"]), new("a", ["y"])], null)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_entries_give_the_same_scores_to_the_last_bit_whoever_asks_at_the_same_time()
    {
        var random = new Random(7);
        var entries = Enumerable.Range(0, 30).Select(i => new IntentEntry($"e{i}", [.. Enumerable.Range(0, 9).Select(_ => Words(random))])).ToList();
        var (one, other) = (Learn(entries, null), Learn(entries, null));
        var asked = Enumerable.Range(0, 200).Select(_ => Words(random)).ToList();

        var expected = asked.Select(t => one.Match(t, 5)).ToList();
        var found = asked.AsParallel().AsOrdered().Select(t => other.Match(t, 5)).ToList();

        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second));

        static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"w{random.Next(60)}"));
    }

    [Fact]
    public void Scores_stay_between_zero_and_one_in_falling_order_for_any_text()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var text = SomeFaq.Characters(random, random.Next(400));
            var matches = ByWords.Value.Match(text, 4);

            Assert.All(matches, m => Assert.InRange(m.Score, 0, 1));
            Assert.Equal(matches.OrderByDescending(m => m.Score).Select(m => m.Score), matches.Select(m => m.Score));
        }
    }

    [Fact]
    public void An_offset_moves_an_entry_a_little_and_no_further()
    {
        var plain = Score(0);

        Assert.Equal(plain + 0.03, Score(0.03), 6);
        Assert.Equal(Math.Max(0, plain - IntentEntry.MaxOffset), Score(-7), 6);
        Assert.Equal(plain, Score(double.NaN), 6);

        static double Score(double offset) => Learn([Entries[0] with { Offset = offset }, .. Entries[1..]], null).Match("is the car gone", 4).Single(m => m.Entry == "parking").Score;
    }

    [Fact]
    public void What_may_not_be_seen_is_not_given()
    {
        var matches = ByWords.Value.Match("where can I park my car", 9, id => id != "parking");

        Assert.Equal(3, matches.Count);
        Assert.DoesNotContain(matches, m => m.Entry == "parking");
    }

    [Fact]
    public void Entries_of_one_topic_do_not_push_each_other_down()
    {
        var twins = Learn([Entries[0] with { Id = "a", Topic = "t" }, Entries[0] with { Id = "b", Topic = "t" }, .. Entries[1..]], null).Match("where can I park my car", 2);
        var alone = ByWords.Value.Match("where can I park my car", 1);

        Assert.Equal(["a", "b"], twins.Select(m => m.Entry));
        Assert.All(twins, t => Assert.Equal(alone[0].Score, t.Score, 1));
    }

    /// <summary>The floors of intent matching on public sets. Measured by the commands as well: docs/quality.md.</summary>
    [Theory]
    [Trait("Needs", "shared")]
    [InlineData("clinc150", "train_10.jsonl", 0.84)]
    [InlineData("banking77", "train_10.jsonl", 0.78)]
    public void Public_intent_sets_are_told_apart_from_ten_examples(string set, string train, double least)
    {
        var entries = Read(SharedFolder.Path("eval", set, train)).GroupBy(l => l.Intent).Select(g => new IntentEntry(g.Key, [.. g.Select(l => l.Text)])).ToList();
        var matcher = Learn(entries, UseLiteEncoder.BuiltIn);

        // Every third line: the whole takes minutes without optimisation.
        var asked = Read(SharedFolder.Path("eval", set, "test.jsonl")).Where(l => l.Intent != "__oos__").Where((_, i) => i % 3 == 0).ToList();
        var right = asked.AsParallel().Count(l => matcher.Match(l.Text, 1)[0].Entry == l.Intent);

        Assert.True(right >= least * asked.Count, $"{right} of {asked.Count}");
    }

    private static IntentMatcher Learn(IReadOnlyList<IntentEntry> entries, ISentenceEncoder? encoder) =>
        IntentMatcher.Learn(entries, encoder, TestContext.Current.CancellationToken);

    private static List<(string Text, string Intent)> Read(string path) =>
        [.. File.ReadLines(path).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement).Select(e => (e.GetProperty("text").GetString()!, e.GetProperty("intent").GetString()!))]; // every line has both
}
