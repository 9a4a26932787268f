using System.Text.Json.Nodes;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The thumbs below an answer.</summary>
public sealed class FeedbackStories : TeamsStory
{
    private const string Question = "what is the pass mark on the msc robotics?";

    [Fact]
    public async Task Everybody_has_one_vote_which_they_may_change()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var shown = await AsksAsync(Ada, Questions, Question);

        await VotesAsync(Ada, shown.Message, isLike: true);
        await VotesAsync(Ben, shown.Message, isLike: false, "of which year?");
        await VotesAsync(Ada, shown.Message, isLike: false, "too short");

        var votes = await bot.VotesAsync();
        Assert.Equal(["of which year?", "too short"], votes.Select(v => v.Words).Order());
        Assert.All(votes, v => Assert.Equal((Vote.NotHelpful, SubjectOf(shown.Buttons.Card, "Show passages")), (v.Vote, v.Answer.ToString())));
    }

    [Theory]
    [InlineData("it is out of date", "it is out of date")]
    [InlineData("", "")]
    [InlineData("{broken", "{broken")]
    [InlineData("[1]", "[1]")]
    [InlineData("{\"feedbackText\":null}", "")]
    [InlineData("{\"feedbackText\":\"plain\"}", "plain")]
    public async Task Words_come_as_json_in_a_text_or_as_they_are(string feedback, string words)
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var shown = await AsksAsync(Ada, Questions, Question);
        var vote = Teams.Make.Feedback(Ada, shown.Message, isLike: false);
        vote["value"]!["actionValue"]!["feedback"] = feedback;

        Assert.Equal("{}", (await Teams.Inbound.DeliverAsync(vote)).Body!.ToJsonString());

        Assert.Equal(words, Assert.Single(await bot.VotesAsync()).Words);
    }

    [Fact]
    public async Task Where_no_message_is_named_it_is_the_last_answer_they_were_given_there()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await AsksAsync(Ada, Questions, "what ielts score does the msc robotics want?");
        var last = await AsksAsync(Ada, Questions, Question);
        await AsksAsync(Ben, Questions, "who leads the msc robotics?");
        var vote = Teams.Make.Feedback(Ada, last.Message, isLike: true);
        vote.Remove("replyToId");

        await Teams.Inbound.DeliverAsync(vote);

        Assert.Equal(SubjectOf(last.Buttons.Card, "Show passages"), Assert.Single(await bot.VotesAsync()).Answer.ToString());
    }

    [Fact]
    public async Task A_vote_on_a_private_answer_counts_for_that_one_and_not_for_a_later_one()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        await InstallAsync();
        await SetsUpAsync(Olga, Questions, new { answers = "private" });
        await SaysAsync(Ada, Questions, Question);
        var first = await AnsweredAsync(Teams.Personal(Ada), 0);
        await SaysAsync(Ada, Questions, "who leads the msc robotics?");
        await AnsweredAsync(Teams.Personal(Ada), 2);

        await VotesAsync(Ada, first.Message, isLike: false, "no");

        Assert.Equal(SubjectOf(first.Buttons.Card, "Show passages"), Assert.Single(await bot.VotesAsync()).Answer.ToString());
    }

    [Fact]
    public async Task Our_own_form_asks_for_a_reason_only_of_what_was_not_helpful()
    {
        await using var bot = await BotInTeams.StartAsync(Teams, settings: new KeyValuePair<string, string?>("Teams:FeedbackForm", "custom"));
        var shown = await AsksAsync(Ada, Questions, Question);
        Assert.Equal("custom", shown.Message.Activity.Part("channelData").Part("feedbackLoop").Text("type"));

        Assert.StartsWith("Thank you", DialogEnd(await Teams.Inbound.DeliverAsync(Teams.Make.FeedbackForm(Ben, shown.Message, isLike: true))), StringComparison.Ordinal);
        var form = DialogOf(await Teams.Inbound.DeliverAsync(Teams.Make.FeedbackForm(Ada, shown.Message, isLike: false)));
        Assert.Equal(["reason", "words"], FieldsOf(form));

        // By the form's own button, and as Teams brings it: within the vote.
        Assert.StartsWith("Thank you", DialogEnd(await PressesAsync(Ada, shown.Message, form, "Send", new { reason = "OutOfDate", words = "it is 40% now" })), StringComparison.Ordinal);
        var vote = Teams.Make.Feedback(Olga, shown.Message, isLike: false);
        vote["value"]!["actionValue"]!["feedback"] = new JsonObject { ["reason"] = "Unclear", ["words"] = "what is a mark?" }.ToJsonString();
        await Teams.Inbound.DeliverAsync(vote);

        var votes = (await bot.VotesAsync()).OrderBy(v => v.Words, StringComparer.Ordinal).ToList();
        Assert.Equal(
            [(Vote.Helpful, null, ""), (Vote.NotHelpful, FeedbackReason.OutOfDate, "it is 40% now"), (Vote.NotHelpful, FeedbackReason.Unclear, "what is a mark?")],
            votes.Select(v => (v.Vote, v.Reason, v.Words)));
    }

    [Fact]
    public async Task A_vote_on_what_we_never_said_is_thanked_for_and_not_kept()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var shown = await AsksAsync(Ada, Questions, Question);

        var unknown = Teams.Make.Feedback(Ada, shown.Message, isLike: true);
        unknown["replyToId"] = "1700000000000";
        Assert.Equal("{}", (await Teams.Inbound.DeliverAsync(unknown)).Body!.ToJsonString());
        foreach (var value in new[] { "{}", "[]", "null", "7", """{"actionName":"feedback"}""", """{"actionValue":{"reaction":7,"feedback":{}}}""", """{"actionValue":{"reaction":"love"}}""" })
        {
            var odd = Teams.Make.Feedback(Ada, shown.Message, isLike: true);
            odd["value"] = JsonNode.Parse(value);
            Assert.Equal("{}", (await Teams.Inbound.DeliverAsync(odd)).Body!.ToJsonString());
        }

        await ForgesAsync(Ada, shown.Buttons, "feedback", "01ARZ3NDEKTSV4RRFFQ69G5FAV", new { reason = "Wrong", words = "made up" });
        Assert.Empty(await bot.VotesAsync());
    }

    private async Task VotesAsync(FakeUser by, FakeMessage on, bool isLike, string words = "") =>
        Assert.Equal("{}", (await Teams.Inbound.DeliverAsync(Teams.Make.Feedback(by, on, isLike, words))).Body!.ToJsonString());
}
