using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Gaps;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Voting;

namespace ProgrammeBot.Tests.Web;

/// <summary>From the web chat to what moderators see, through the real host.</summary>
public sealed class WebGapTests
{
    private static readonly Moderator Operator = new("Olga", "office") { Places = null };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_in_vain_and_what_does_not_help_come_to_the_operator_and_the_vote_to_its_passage()
    {
        await using var host = await ModeratedHost.StartAsync(settings: new Dictionary<string, string?> { ["Gaps:SmallestGroup"] = "1" });
        using var client = host.Client();

        await AskAsync(client, "I'm Priya, where can I park my bicycle?");
        var answered = await AskAsync(client, "How long does the MSc Robotics last?");
        using var vote = await client.PostAsJsonAsync("/api/feedback", new { answer = answered, helpful = false, reason = "unclear" }, Token);
        vote.EnsureSuccessStatusCode();

        var gaps = await UntilAsync(host, 2);
        Assert.Equal(["I'm [name], where can I park my bicycle?", "How long does the MSc Robotics last?"], gaps.OrderBy(g => g.Id.Value).Select(g => g.Title));
        Assert.All(gaps, g => Assert.Null(g.Questions[0].Within));
        var votes = await host.Services.GetRequiredService<FeedbackDesk>().ReportAsync(Operator, DateTimeOffset.MinValue, Token);
        Assert.Equal((1, "robotics"), (Assert.Single(votes.Passages).Tally.NotHelpful, votes.Passages[0].Passage.Cited.DocumentId));
    }

    private static async Task<string> AskAsync(HttpClient client, string question)
    {
        using var response = await client.PostAsJsonAsync("/api/ask", new { question }, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
    }

    /// <summary>They are kept behind the answers.</summary>
    private static async Task<IReadOnlyList<GapView>> UntilAsync(ModeratedHost host, int count)
    {
        var desk = host.Services.GetRequiredService<GapDesk>();
        var seen = 0L;
        for (var turn = 0; turn < 60; turn++)
        {
            if ((await desk.ListAsync(Operator, GapState.Open, Token)).Gaps is var gaps && gaps.Count >= count)
            {
                return gaps;
            }

            seen = await host.Store.ChangedAsync(seen, TimeSpan.FromSeconds(1), Token);
        }

        throw new TimeoutException("No gap was kept.");
    }
}
