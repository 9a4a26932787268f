using ProgrammeBot.App.Evaluation;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Evaluation;

public sealed class LastRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_passed_is_known_to_the_next_run_of_that_file_alone()
    {
        Run("a/gold.jsonl").Keep(["G2", "G1"]);

        Assert.Equal(["G1", "G2"], Run("a/gold.jsonl").Passed().Order(StringComparer.Ordinal));
        Assert.Empty(Run("b/gold.jsonl").Passed());
    }

    [Fact]
    public void The_later_run_takes_the_place_of_the_earlier()
    {
        Run("gold.jsonl").Keep(["G1"]);
        Run("gold.jsonl").Keep(["G2"]);

        Assert.Equal(["G2"], Run("gold.jsonl").Passed());
        Assert.Single(Directory.GetFiles(_folder["data"], "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1")]
    public void What_cannot_be_read_counts_as_no_run(string text)
    {
        Run("gold.jsonl").Keep(["G1"]);
        File.WriteAllText(Directory.GetFiles(_folder["data"], "*", SearchOption.AllDirectories).Single(), text);

        Assert.Empty(Run("gold.jsonl").Passed());
    }

    private LastRun Run(string file) => new(_folder["data"], _folder[file]);
}
