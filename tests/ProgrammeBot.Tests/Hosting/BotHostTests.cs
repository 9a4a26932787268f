using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

/// <summary>The host by its own start-up code, asked over HTTP.</summary>
public sealed class BotHostTests : IDisposable
{
    private const string Question = "When is the laboratory book due?";

    private readonly NorthfieldFolder _folder = new();
    private readonly HttpClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_answer_cites_words_that_stand_in_the_document_it_serves()
    {
        await using var host = await StartAsync();

        var reply = await AskAsync(host, Question);

        Assert.Equal("The laboratory book is due on 4 September. [1]\nApplies to: MRes Optics, 2025-26 entry.", reply.GetProperty("text").GetString());
        var citation = Assert.Single(reply.GetProperty("citations").EnumerateArray());
        var (from, to) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
        var text = await _client.GetStringAsync(
            new Uri($"{host.Addresses.Single()}/api/documents/{citation.GetProperty("document").GetString()}/{citation.GetProperty("version").GetString()}"), Token);
        Assert.Equal(citation.GetProperty("quote").GetString(), text[from..to]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_stepped_over()
    {
        await using var first = await StartAsync();
        var taken = new Uri(first.Addresses.Single());

        await using var second = await StartAsync(taken.GetLeftPart(UriPartial.Authority));

        Assert.InRange(new Uri(second.Addresses.Single()).Port, taken.Port + 1, taken.Port + 20);
        Assert.Equal("answer", (await AskAsync(second, Question)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_changed_file_is_served_without_a_restart_and_no_question_fails_meanwhile()
    {
        await using var host = await StartAsync();
        var (before, after) = ("The laboratory book is due on 4 September. [1]\nApplies to: MRes Optics, 2025-26 entry.", "The laboratory book is due on 7 October. [1]\nApplies to: MRes Optics, 2025-26 entry.");
        Assert.Equal(before, (await AskAsync(host, Question)).GetProperty("text").GetString());

        _folder.Write("seeds/optics.md", _folder.Read("seeds/optics.md").Replace("4 September", "7 October", StringComparison.Ordinal));

        var watch = Stopwatch.StartNew();
        var text = before;
        while (text != after)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "the change was not served");
            text = (await AskAsync(host, Question)).GetProperty("text").GetString();
            Assert.Contains(text, new[] { before, after });
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"served after {watch.Elapsed}");
    }

    [Fact]
    public async Task A_vote_is_there_after_a_restart()
    {
        string answer;
        await using (var host = await StartAsync())
        {
            answer = (await AskAsync(host, Question)).GetProperty("id").GetString()!;
            using var voted = await _client.PostAsJsonAsync(new Uri($"{host.Addresses.Single()}/api/feedback"), new { answer, helpful = true }, Token);
            voted.EnsureSuccessStatusCode();
        }

        await using var again = await StartAsync();
        await using var store = await SqliteStore.OpenAsync(_folder["data/programmebot.db"], TimeProvider.System, Token);
        await using var unit = await store.ReadAsync(Token);

        Assert.Equal(answer, Assert.Single(await unit.Feedback.ListAsync(default, 10, Token)).Answer.ToString());
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_and_leaves_the_folder_free_for_the_next()
    {
        var fault = await Assert.ThrowsAsync<CommandException>(() => StartAsync("http://203.0.113.1:5080"));
        Assert.StartsWith("Web:Urls is 'http://203.0.113.1:5080'", fault.Message, StringComparison.Ordinal);

        await using var host = await StartAsync();

        Assert.Equal("answer", (await AskAsync(host, Question)).GetProperty("kind").GetString());
    }

    private Task<BotHost> StartAsync(string urls = "http://127.0.0.1:0") => BotHost.StartAsync(
        BotPaths.Resolve(null, null, null, _folder.FullPath, AppContext.BaseDirectory),
        Token,
        new Dictionary<string, string?> { ["Web:Urls"] = urls, ["Web:AskPerMinute"] = "10000" },
        TextWriter.Null);

    private async Task<JsonElement> AskAsync(BotHost host, string question)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri($"{host.Addresses.Single()}/api/ask"), new { question }, Token);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
