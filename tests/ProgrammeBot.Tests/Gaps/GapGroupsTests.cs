using System.Text.Json;
using ProgrammeBot.Gaps;
using ProgrammeBot.Scopes;
using ProgrammeBot.Semantics;
using ProgrammeBot.Semantics.UseLite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Gaps;

public sealed class GapGroupsTests
{
    /// <summary>Questions of public intent sets, in any order: which pairs come together, and whether they are of one intent. The floors are those of docs/quality.md.</summary>
    [Theory]
    [Trait("Needs", "shared")]
    [InlineData("clinc150", true, 0.91, 0.19)]
    [InlineData("clinc150", false, 0.94, 0.13)]
    [InlineData("banking77", true, 0.70, 0.06)]
    [InlineData("banking77", false, 0.66, 0.04)]
    public void Of_the_questions_put_together_most_ask_the_same(string set, bool byMeaning, double precision, double recall)
    {
        var questions = File.ReadLines(SharedFolder.Path("eval", set, "test.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(e => (Text: e.GetProperty("text").GetString()!, Intent: e.GetProperty("intent").GetString()!))
            .Where(q => q.Intent != "__oos__").GroupBy(q => q.Intent).SelectMany(g => g.Take(10)).ToArray();
        new Random(1).Shuffle(questions);

        var groups = Grouped(questions, byMeaning ? UseLiteEncoder.BuiltIn : null);

        var pairs = groups.SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => a == b))).ToList();
        var right = pairs.Count(same => same);
        var all = questions.GroupBy(q => q.Intent).Sum(g => g.Count() * (g.Count() - 1) / 2);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{set}, by meaning {byMeaning}: precision {right / (double)pairs.Count:0.000}, recall {right / (double)all:0.000}, {groups.Count} groups of {questions.Length} questions"));
        Assert.True(right / (double)pairs.Count >= precision, FormattableString.Invariant($"precision {right / (double)pairs.Count:0.000}"));
        Assert.True(right / (double)all >= recall, FormattableString.Invariant($"recall {right / (double)all:0.000}"));
    }

    [Fact]
    public void The_same_words_come_together_whatever_else_is_there()
    {
        var random = new Random(5);
        string[] words = ["park", "bicycle", "canteen", "vegan", "deadline", "visa", "dog", "robot", "laser", "where", "when", "how"];
        var groups = new GapGroups(ScopeCatalog.Empty, null);
        var known = new Dictionary<GapId, Gap>();
        var home = new Dictionary<string, GapId>(StringComparer.Ordinal);
        for (var i = 0; i < 400; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(words.Length)]));
            var found = groups.Find(text, null, known);
            Assert.True(!home.TryGetValue(text, out var before) || before == found, $"'{text}' moved");
            home[text] = Join(groups, known, found, text, i);
            Assert.Equal(home[text], groups.Find($"{text.ToUpperInvariant()}?!", null, known));
        }
    }

    [Fact]
    public void What_was_taken_out_and_names_of_programmes_do_not_count()
    {
        var groups = new GapGroups(Northfield.Scopes, null);
        var known = new Dictionary<GapId, Gap>();
        var gap = Join(groups, known, null, "I am [name], is there a pool for the MSc Robotics?", 1);

        Assert.Equal(gap, groups.Find("I am, is there a pool for the?", null, known));
        Assert.Equal("msc-robotics", groups.ScopeOf("is there a pool for the MSc Robotics?", "mres-optics"));
        Assert.Equal("mres-optics", groups.ScopeOf("is there a pool?", "mres-optics"));
        Assert.Null(groups.ScopeOf("is there a pool?", "unheard-of"));
    }

    private static List<List<string>> Grouped((string Text, string Intent)[] questions, ISentenceEncoder? encoder)
    {
        var groups = new GapGroups(ScopeCatalog.Empty, encoder);
        var known = new Dictionary<GapId, Gap>();
        var intents = new Dictionary<GapId, List<string>>();
        for (var i = 0; i < questions.Length; i++)
        {
            var gap = Join(groups, known, groups.Find(questions[i].Text, null, known), questions[i].Text, i);
            intents.TryAdd(gap, []);
            intents[gap].Add(questions[i].Intent);
        }

        return [.. intents.Values];
    }

    private static GapId Join(GapGroups groups, Dictionary<GapId, Gap> known, GapId? found, string text, int number)
    {
        var gap = found ?? new GapId(new Ulid((UInt128)(uint)number + 1));
        known.TryAdd(gap, new Gap(gap, text, DateTimeOffset.UnixEpoch));
        groups.Add(gap, text);
        return gap;
    }
}
