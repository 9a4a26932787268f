using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

/// <summary>What all commands have in common: exit codes, streams, paths.</summary>
public sealed class CommandLineTests(NorthfieldFolder folder) : IClassFixture<NorthfieldFolder>
{
    [Fact]
    public async Task Help_names_every_command()
    {
        var help = (await folder.RunAsync("--help")).Clean;

        Assert.All(["run", "chat", "ask", "index", "batch", "search", "eval", "faq", "doctor"], c => Assert.Matches($"\n  {c} ", help));
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("ask")]
    [InlineData("ask", "x", "--loudly")]
    [InlineData("index", "surplus")]
    [InlineData("batch", "--in", "q.jsonl")]
    [InlineData("run", "--sources")]
    public async Task Wrong_use_is_told_on_standard_error_with_exit_code_2(params string[] arguments)
    {
        var ran = await folder.RunAsync(arguments);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.EndsWith("\nTry --help.\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_paths_resolve_from_the_callers_folder()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("papers/garden.md", "# Garden\n\nThe orchard has 12 pear trees.\n");

        var ran = await TheProgram.RunAsync(elsewhere.FullPath, "ask", "How many pear trees has the orchard?", "--sources", "papers", "--index", "built/here", "--data", "kept");

        Assert.StartsWith("The orchard has 12 pear trees. [1]\n", ran.Clean, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(elsewhere["built/here"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task From_any_folder_it_answers_from_the_documents_it_came_with()
    {
        using var elsewhere = new TemporaryFolder();

        var ran = await TheProgram.RunAsync(elsewhere.FullPath, "ask", "Who leads the MSc Applied Machine Learning?", "--index", "index");

        var lines = ran.Clean.Split('\n');
        Assert.Contains("Krystian Mikolajczyk", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" [1]", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("    (our digest of: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_to_answer_from_is_told_with_the_remedy()
    {
        Directory.CreateDirectory(folder["bare"]);

        var ran = await folder.RunAsync("ask", "Anything?", "--sources", "bare");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.EndsWith($"{folder["bare"]}: holds no document that can be read. Put documents there, or point --sources at some; 'programmebot doctor' says more.\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_then_ask_with_json_keep_data_and_words_apart()
    {
        var index = await folder.RunAsync("index", "--json", "--index", "other");

        Assert.StartsWith("{\"", index.Clean, StringComparison.Ordinal);
        Assert.Equal(index.Output.Length - 1, index.Output.IndexOf('\n', StringComparison.Ordinal));
        Assert.Contains("\"documents\":2", index.Output, StringComparison.Ordinal);
    }
}
