using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Faq;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Hosting;

/// <summary>Two hosts by their own start-up code over one PostgreSQL database.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private readonly NorthfieldFolder _folder = new();
    private readonly HttpClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_a_moderator_writes_at_one_host_the_other_answers_within_a_second_and_a_conflict_is_told_across_them()
    {
        var database = await PostgresDatabases.TakeAsync();
        await using (var one = await StartAsync(database, "index-one"))
        await using (var other = await StartAsync(database, "index-other"))
        {
            var content = new FaqContent
            {
                Title = "When do I hand in my lab book?", Answer = "By 4 September, to the porter [1].", Scope = "mres-optics", Status = FaqStatus.Live,
                Citations = [FaqCitation.Unplaced("optics", "The laboratory book is due on 4 September.")],
            };
            var written = Assert.IsType<FaqOutcome.Saved>(await DeskOf(one).AddAsync(content, new FaqAuthor("ada", ""), new FaqId("lab-book"), Token)).Entry;
            Assert.Equal(content.Answer, (await AskAsync(one)).Split('\n')[0]);
            Assert.InRange(await UntilAsync(other, content.Answer), TimeSpan.Zero, TimeSpan.FromSeconds(1));

            var shorter = "By 4 September [1].";
            var second = Assert.IsType<FaqOutcome.Saved>(await DeskOf(other).EditAsync(written.Id, 1, c => c with { Answer = shorter }, new FaqAuthor("ben", ""), Token)).Entry;
            var late = await DeskOf(one).EditAsync(written.Id, 1, c => c with { Answer = "Late." }, new FaqAuthor("ada", ""), Token);
            Assert.Equal(second, Assert.IsType<FaqOutcome.Conflict>(late).Current);
            await UntilAsync(one, shorter);
        }

        Assert.False(Directory.Exists(_folder["data"]) && File.Exists(_folder["data/programmebot.db"]));
        await PostgresDatabases.GiveBackAsync(database);
    }

    private static FaqDesk DeskOf(BotHost host) => host.Services.GetRequiredService<FaqDesk>();

    private Task<BotHost> StartAsync(string database, string index) => BotHost.StartAsync(
        BotPaths.Resolve(null, index, null, _folder.FullPath, _folder.FullPath),
        Token,
        new Dictionary<string, string?> { ["Store:Postgres"] = database, ["Web:Urls"] = "http://127.0.0.1:0", ["Web:AskPerMinute"] = "10000", ["Encoder"] = "off" },
        TextWriter.Null);

    private async Task<TimeSpan> UntilAsync(BotHost host, string answer)
    {
        var watch = Stopwatch.StartNew();
        while (!(await AskAsync(host)).StartsWith(answer, StringComparison.Ordinal))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "the other host never answered so");
        }

        return watch.Elapsed;
    }

    private async Task<string> AskAsync(BotHost host)
    {
        var question = new { question = "When do I hand in my lab book?", programme = "mres-optics" };
        using var response = await _client.PostAsJsonAsync(new Uri($"{host.Addresses.Single()}/api/ask"), question, Token);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("text").GetString()!; // every reply has a text
    }
}
