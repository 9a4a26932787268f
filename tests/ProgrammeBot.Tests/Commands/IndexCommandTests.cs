using System.CommandLine;
using System.Text.Json;
using ProgrammeBot.App.Commands;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private readonly IndexedFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task It_prints_what_is_served_and_a_line_for_each_file_that_failed()
    {
        _folder.Write("fees.md", "The deposit is 500 pounds.");
        _folder.Write("empty.md", "");

        Assert.Equal(0, await RunAsync("index"));

        Assert.Equal("empty.md: skipped: it is empty, or no regular file. Write something in it, or remove it\n", _error.ToString());
        Assert.Equal(
            $"Files: 2 read, 0 unchanged, 0 removed, 1 failed, in 0.00 s.\nServed: 1 documents, 1 passages, from {_folder.Index.FullPath}.\n",
            _output.ToString());
    }

    [Fact]
    public async Task Json_is_one_line_that_a_program_can_read()
    {
        _folder.Write("fees.md", "The deposit is 500 pounds.");
        _folder.Write("empty.md", "");

        Assert.Equal(0, await RunAsync("index", "--json"));

        using var report = JsonDocument.Parse(_output.ToString());
        Assert.Equal(1, report.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal(1, report.RootElement.GetProperty("files_failed").GetInt32());
        Assert.StartsWith("empty.md: ", report.RootElement.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(_output.ToString().Length - 1, _output.ToString().IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_nothing_to_serve_it_fails_and_says_why()
    {
        Directory.Delete(_folder.Sources);

        Assert.Equal(1, await RunAsync("index"));

        Assert.Contains("there is no such folder or file", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_folder_that_cannot_be_written_is_said_in_a_sentence()
    {
        _folder.Write("fees.md", "The deposit is 500 pounds.");
        await File.WriteAllTextAsync(_folder.Index.FullPath, "a file where the folder should be", TestContext.Current.CancellationToken);

        Assert.Equal(1, await RunAsync("index"));

        Assert.StartsWith("The index cannot be written: ", _error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var json = new Option<bool>("--json") { Recursive = true };
        var root = new RootCommand { json, IndexCommand.Create(_ => _folder.Start(), json, _folder.Clock) };
        return root.Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false },
            TestContext.Current.CancellationToken);
    }
}
