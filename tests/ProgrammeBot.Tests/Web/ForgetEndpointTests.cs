using System.Net;
using System.Net.Http.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed class ForgetEndpointTests : IAsyncLifetime
{
    private WebBot bot = null!; // started before each test

    public async ValueTask InitializeAsync() => bot = (await WebBot.StartAsync()).Says("", new SmallTalk("Ask me."));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_was_said_in_a_conversation_is_no_earlier_turn_any_more_and_others_stay()
    {
        await AskAsync("one", "a");
        await AskAsync("one", "b");

        Assert.Equal(HttpStatusCode.NoContent, await ForgetAsync(new { conversation = "a" }));

        await AskAsync("two", "a");
        await AskAsync("two", "b");
        Assert.Empty(bot.Asked[^2].EarlierTurns);
        Assert.Equal(["one"], bot.Asked[^1].EarlierTurns);
    }

    [Fact]
    public async Task What_somebody_in_distress_wrote_is_no_earlier_turn()
    {
        bot.Says("I cannot go on", new Abstain("Please talk to somebody.") { IsPrivate = true });
        await AskAsync("I cannot go on", "a");
        await AskAsync("two", "a");

        Assert.Empty(bot.Asked[^1].EarlierTurns);
    }

    [Fact]
    public async Task A_request_without_a_conversation_is_told_what_is_missing()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await ForgetAsync(new { }));
        Assert.Equal(HttpStatusCode.BadRequest, await ForgetAsync(new { conversation = "" }));
        Assert.Equal(HttpStatusCode.BadRequest, await ForgetAsync(new { conversation = new string('a', 129) }));
        Assert.Equal(HttpStatusCode.BadRequest, await ForgetAsync(new[] { 1 }));
    }

    [Fact]
    public async Task A_page_says_what_is_kept_and_for_how_long()
    {
        var page = await bot.Client.GetStringAsync(new Uri("/privacy", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.Contains("For 30 days at most, and encrypted", page, StringComparison.Ordinal);
        Assert.Contains("<li>For 365 days: votes", page, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(string question, string conversation) => PostAsync("/api/ask", new { question, conversation });

    private async Task<HttpStatusCode> ForgetAsync(object body) => (await PostAsync("/api/forget", body)).StatusCode;

    private Task<HttpResponseMessage> PostAsync(string address, object body) => bot.Client.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
}
