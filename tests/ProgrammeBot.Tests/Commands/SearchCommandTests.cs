using System.Globalization;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class SearchCommandTests(NorthfieldFolder folder) : IClassFixture<NorthfieldFolder>
{
    [Fact]
    public async Task Passages_are_ranked_best_first_in_lines_of_query_unit_and_score()
    {
        var run = await RankAsync("-k", "3");

        Assert.Equal(["b", "b", "b", "a", "a", "a"], run.Select(r => r.Query));
        foreach (var ranking in run.GroupBy(r => r.Query))
        {
            Assert.Equal(ranking.OrderByDescending(r => r.Score), ranking);
            Assert.All(ranking, r => Assert.Matches("^(robotics|optics)#[0-9]+$", r.Unit));
            Assert.Equal(3, ranking.Select(r => r.Unit).Distinct().Count());
        }

        Assert.StartsWith("robotics#", run[0].Unit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_ranked_as_their_best_passages_and_counted_by_k()
    {
        var passages = await RankAsync();

        Assert.Equal(["robotics"], (await RankAsync("-k", "1", "--unit", "document")).Where(r => r.Query == "b").Select(r => r.Unit));
        var documents = await RankAsync("-k", "2", "--unit", "document");
        Assert.Equal(4, documents.Count);
        Assert.All(documents, d => Assert.Equal(
            passages.Where(p => p.Query == d.Query && p.Unit.StartsWith(d.Unit + "#", StringComparison.Ordinal)).Max(p => p.Score), d.Score));
    }

    [Fact]
    public async Task A_query_that_nothing_matches_has_no_line()
    {
        folder.Write("none.jsonl", """{"id": "x", "text": "zymurgy"}""" + "\n" + """{"id": "y", "text": ""}""");

        Assert.Equal(new Ran(0, "", "2 queries ranked\n"), await folder.RunAsync("search", "--in", "none.jsonl", "--out", "none.tsv"));
        Assert.Equal("", folder.Read("none.tsv"));
    }

    [Theory]
    [InlineData("-k", "0", "-k must be from 1 to 10000")]
    [InlineData("-k", "10001", "-k must be from 1 to 10000")]
    [InlineData("-k", "many", "Cannot parse argument 'many' for option '-k'")]
    [InlineData("--unit", "page", "Argument 'page' not recognized")]
    [InlineData("--encoder", "perhaps", "Argument 'perhaps' not recognized")]
    public async Task A_wrong_option_is_wrong_use(string option, string value, string told)
    {
        var ran = await folder.RunAsync("search", "--in", "none.jsonl", "--out", "x.tsv", option, value);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith(told, ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("\nTry --help.\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_encoder_scores_go_by_meaning_too_and_without_it_by_words_alone()
    {
        var on = await RankAsync("--encoder", "on");
        var off = await RankAsync("--encoder", "off");

        Assert.Equal(on, await RankAsync());
        Assert.NotEqual(on.Select(r => r.Score), off.Select(r => r.Score));
    }

    [Fact]
    public async Task The_option_goes_before_the_setting()
    {
        folder.Write("o.jsonl", """{"id": "b", "text": "Robot Perception examinations and marks"}""");
        var outcomes = new List<string>();
        foreach (var (setting, options) in new (string, string[])[] { ("off", []), ("on", ["--encoder", "off"]), ("on", []), ("off", ["--encoder", "on"]) })
        {
            var ran = await TheProgram.RunAsync(folder.FullPath, ["search", "--in", "o.jsonl", "--out", "o.tsv", .. options], "", ("PROGRAMMEBOT_Encoder", setting));
            Assert.Equal(new Ran(0, "", "1 queries ranked\n"), ran);
            outcomes.Add(folder.Read("o.tsv"));
        }

        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.Equal(outcomes[2], outcomes[3]);
        Assert.NotEqual(outcomes[0], outcomes[2]);
    }

    [Fact]
    public async Task A_query_without_text_is_named()
    {
        folder.Write("wrong.jsonl", """{"id": "x"}""");

        Assert.Equal(new Ran(1, "", "wrong.jsonl, line 1: 'text' is missing\n"), await folder.RunAsync("search", "--in", "wrong.jsonl", "--out", "x.tsv"));
    }

    private async Task<List<(string Query, string Unit, double Score)>> RankAsync(params string[] options)
    {
        folder.Write("q.jsonl", """
            {"id": "b", "text": "Robot Perception examinations and marks"}
            {"id": "a", "text": "laboratory book examinations requirement"}
            """);
        Assert.Equal(new Ran(0, "", "2 queries ranked\n"), await folder.RunAsync(["search", "--in", "q.jsonl", "--out", "run.tsv", .. options]));
        return [.. folder.Read("run.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .Select(f => (f[0], f[1], double.Parse(f[2], CultureInfo.InvariantCulture)))];
    }
}
