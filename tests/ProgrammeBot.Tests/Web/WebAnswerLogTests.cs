using System.Net.Http.Json;
using System.Text.Json;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

/// <summary>What the web answers is in the log of answers, through the real host, voted on or not.</summary>
public sealed class WebAnswerLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_is_in_the_log_after_an_orderly_end_with_nobody_and_no_question_in_it()
    {
        using var folder = new NorthfieldFolder();
        string answered, voted;
        await using (var host = await ModeratedHost.StartAsync(folder: folder))
        {
            using var client = host.Client();
            answered = await AskAsync(client, "How long does the MSc Robotics last?");
            voted = await AskAsync(client, "What is the pass mark of the MRes Optics?");
            await AskAsync(client, "hello");
            using var vote = await client.PostAsJsonAsync("/api/feedback", new { answer = voted, helpful = true }, Token);
            vote.EnsureSuccessStatusCode();
        }

        await using var store = await SqliteStore.OpenAsync(folder["data/programmebot.db"], TimeProvider.System, Token);
        await using var unit = await store.ReadAsync(Token);
        Assert.Equal(3, (await unit.Answers.CountAsync(DateTimeOffset.MinValue, Token)).Sum(c => c.Count));
        Assert.True(AnswerId.TryParse(answered, out var id));
        var record = (await unit.Answers.FindAsync(id, Token))!;
        Assert.Equal((ReplyKind.Answer, null, "robotics"), (record.Kind, record.Within, record.Passages[0].Cited.DocumentId));
        Assert.Equal(voted, Assert.Single(await unit.Feedback.ListAsync(default, 9, Token)).Answer.ToString());
        Assert.Contains(id, (await unit.Answers.CitingAsync("robotics", 9, Token)).Select(a => a.Id));
    }

    private static async Task<string> AskAsync(HttpClient client, string question)
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question }, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
    }
}
