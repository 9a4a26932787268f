using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed class FeedbackEndpointTests : IAsyncLifetime
{
    private WebBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await WebBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_vote_is_kept_with_its_reason()
    {
        var id = await AskAsync("Which fee?");

        Assert.Equal(HttpStatusCode.NoContent, await VoteAsync(new { answer = id, helpful = false, reason = "wrong", words = "  It is\u0000 free. " }));

        var vote = Assert.Single(await bot.VotesAsync());
        Assert.Equal((id, Vote.NotHelpful, FeedbackReason.Wrong, "It is free."), (vote.Answer.ToString(), vote.Vote, vote.Reason, vote.Words));
    }

    [Fact]
    public async Task Only_an_answer_given_can_be_voted_on()
    {
        Assert.Equal(HttpStatusCode.NotFound, await VoteAsync(new { answer = "01ARZ3NDEKTSV4RRFFQ69G5FAV", helpful = true }));
        Assert.Empty(await bot.VotesAsync());
    }

    [Fact]
    public async Task A_vote_says_which_way_and_for_a_known_reason()
    {
        var id = await AskAsync("Which fee?");

        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { answer = id }));
        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { helpful = true }));
        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { answer = id, helpful = "yes" }));
        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { answer = id, helpful = false, reason = "<b>" }));
        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { answer = id, helpful = true, reason = "wrong" }));
        Assert.Equal(HttpStatusCode.BadRequest, await VoteAsync(new { answer = id, helpful = false, words = new string('a', Feedback.MaxWordsLength + 1) }));
        Assert.Empty(await bot.VotesAsync());
    }

    [Fact]
    public async Task A_later_vote_on_the_same_answer_takes_its_place()
    {
        var id = await AskAsync("Which fee?");

        await VoteAsync(new { answer = id, helpful = false });
        await VoteAsync(new { answer = id, helpful = true });

        Assert.Equal(Vote.Helpful, Assert.Single(await bot.VotesAsync()).Vote);
    }

    [Fact]
    public async Task Answers_are_numbered_in_the_order_of_time()
    {
        var clock = new TurnedClock();
        await using var turned = await WebBot.StartAsync(time: clock);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await AskAsync("a", turned));
            clock.Turn(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    private async Task<string> AskAsync(string question, WebBot? at = null)
    {
        using var answer = await (at ?? bot).Client.PostAsJsonAsync("/api/ask", new { question }, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }

    private async Task<HttpStatusCode> VoteAsync(object vote)
    {
        using var answer = await bot.Client.PostAsJsonAsync("/api/feedback", vote, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
