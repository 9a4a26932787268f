using System.Text.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class BatchCommandTests(NorthfieldFolder folder) : IClassFixture<NorthfieldFolder>
{
    [Fact]
    public async Task Replies_stand_in_the_order_of_the_questions_each_under_its_id()
    {
        folder.Write("q.jsonl", """
            {"id": "last", "question": "When is the laboratory book due?"}

            {"id": 7, "question": "And for the MRes Optics?", "turns": ["What is the English requirement of the MSc Robotics?"]}
            {"question": "What is the English requirement?", "programme": "MSc Robotics", "id": null}
            {"id": "first", "question": "hello", "turns": [], "unknown": {"field": [1]}}
            """);

        var ran = await folder.RunAsync("batch", "--in", "q.jsonl", "--out", "out/r.jsonl");

        Assert.Equal(new Ran(0, "", "4 questions answered\n"), ran);
        var replies = folder.Read("out/r.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        Assert.Equal(["last", "7", "4", "first"], replies.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(["answer", "answer", "answer", "smalltalk"], replies.Select(r => r.GetProperty("kind").GetString()));
        Assert.Equal(["optics", "optics", "robotics"], replies.Take(3).Select(r => r.GetProperty("citations")[0].GetProperty("document").GetString()));
    }

    [Theory]
    [InlineData("""{"question": "x", "programme": "alchemy"}""", "'programme': 'alchemy' is no programme known here. Known: msc-robotics, mres-optics.")]
    [InlineData("""{"id": "a"}""", "'question' is missing")]
    [InlineData("""{"question": null}""", "'question' is missing")]
    [InlineData("""{"question": ["x"]}""", "'question' must be a text")]
    [InlineData("""{"question": "x", "turns": [1]}""", "'turns' must be a list of texts")]
    [InlineData("""{"question": "x", "id": true}""", "'id' must be a text")]
    [InlineData("""{"question": "\ud800"}""", "'question' holds half of a surrogate pair: write the whole character")]
    [InlineData("""{"question": "x", "turns": ["\udc00"]}""", "'turns' holds half of a surrogate pair: write the whole character")]
    [InlineData("""["question"]""", "a JSON object is expected, not Array")]
    public async Task A_line_that_is_wrong_is_named_with_its_field(string line, string fault)
    {
        folder.Write("wrong.jsonl", "{\"question\": \"hello\"}\n" + line + "\n");

        var ran = await folder.RunAsync("batch", "--in", "wrong.jsonl", "--out", "wrong.out");

        Assert.Equal(new Ran(1, "", $"wrong.jsonl, line 2: {fault}\n"), ran);
        Assert.False(File.Exists(folder["wrong.out"]));
    }

    [Fact]
    public async Task A_line_that_is_no_json_is_named_and_earlier_replies_stay()
    {
        folder.Write("broken.jsonl", "{\"question\": \"hello\"}\n\n{\"question\": \"x\n");
        folder.Write("kept.jsonl", "replies of an earlier run");

        var ran = await folder.RunAsync("batch", "--in", "broken.jsonl", "--out", "kept.jsonl");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("broken.jsonl, line 3: not a JSON object (", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", ran.Error, StringComparison.Ordinal);
        Assert.Equal("replies of an earlier run", folder.Read("kept.jsonl"));
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        Assert.Equal(new Ran(1, "", "nowhere.jsonl: there is no such file\n"), await folder.RunAsync("batch", "--in", "nowhere.jsonl", "--out", "r.jsonl"));

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        folder.Write("one.jsonl", """{"question": "hello"}""");

        var ran = await folder.RunAsync("batch", "--in", "one.jsonl", "--out", "seeds");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("seeds: cannot be written (", ran.Error, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
