using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>Students ask in Teams; told from their side of the screen.</summary>
public sealed class AskingStories : TeamsStory
{
    [Fact]
    public async Task Ada_asks_in_a_channel_hovers_over_the_source_and_reads_the_passage_in_place()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        var asked = Teams.Make.Mention(Ada, Questions, "what is the pass mark on the msc robotics?");
        await Teams.Inbound.DeliverAsync(asked);
        var shown = await AnsweredAsync(Questions, 0);

        Assert.Contains("The pass mark is 50%. [1]", shown.Text, StringComparison.Ordinal);
        Assert.Contains("MSc Robotics: specification", shown.Text, StringComparison.Ordinal);
        Assert.Equal(asked.Text("id"), shown.Message.Thread);
        Assert.Equal(asked.Text("id"), shown.Message.ReplyTo);
        var claim = Assert.Single(shown.Message.Activity.Items("entities").Single().Items("citation"));
        Assert.Equal(1, claim["position"]!.GetValue<int>());
        Assert.Contains("The pass mark is 50%.", claim.Part("appearance").Text("abstract"), StringComparison.Ordinal);
        Assert.DoesNotContain("AIGeneratedContent", shown.Message.Activity.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("default", shown.Message.Activity.Part("channelData").Part("feedbackLoop").Text("type"));
        Assert.Equal(0, Questions.Typings);

        var passages = CardOf(await PressesAsync(Ada, shown.Buttons, "Show passages"));
        Assert.Contains("Examinations carry 40% of the marks. The pass mark is 50%.", Words(passages), StringComparison.Ordinal);
        var back = CardOf(await PressesAsync(Ada, shown.Buttons, passages, "Back"));
        Assert.Equal(Buttons(shown.Buttons.Card), Buttons(back));
    }

    [Fact]
    public async Task A_chat_with_the_bot_needs_no_mention_and_the_next_question_leans_on_the_first()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var chat = Teams.Personal(Ada);

        var first = await AsksAsync(Ada, chat, "which modules of the msc robotics are in spring?");
        Assert.Contains("Robot Perception", first.Text, StringComparison.Ordinal);
        Assert.Equal(1, chat.Typings);

        var next = await AsksAsync(Ada, chat, "what about autumn");
        Assert.Contains("Kinematics", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_in_distress_wrote_is_no_part_of_their_next_question()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var chat = Teams.Personal(Ada);

        await SaysAsync(Ada, chat, "I want to kill myself");
        await chat.SaidAsync();
        await SaysAsync(Ada, chat, "where can I park my horse?");
        var refusal = await chat.SaidAsync(2);

        Assert.Contains("horse", refusal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kill", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_chat_only_what_mentions_the_bot_is_for_it()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var chat = Teams.Group("Flatmates", Ada, Ben);

        Assert.Equal(200, (await Teams.Inbound.DeliverAsync(Teams.Make.Message(Ben, chat, "what is the pass mark on the msc robotics?"))).Status);
        var shown = await AsksAsync(Ada, chat, "what is the pass mark on the msc robotics?");

        Assert.Contains("50%", shown.Text, StringComparison.Ordinal);
        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task What_two_programmes_answer_differently_is_chosen_by_a_button_and_answered_below()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        var clarify = await AsksAsync(Ada, Questions, "how long does the programme last?");
        Assert.Contains("MSc Robotics", Buttons(clarify.Buttons.Card));

        var pressed = await PressesAsync(Ada, clarify.Buttons, "MSc Robotics");
        Assert.Equal("MSc Robotics", WordsOf(pressed));
        var answer = await AnsweredAsync(Questions, 2);
        Assert.Contains("one year", answer.Text, StringComparison.Ordinal);
        Assert.Equal(clarify.Message.Thread, answer.Message.Thread);
    }

    [Fact]
    public async Task The_thumbs_are_kept_as_votes_with_their_reason()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var shown = await AsksAsync(Ada, Questions, "what is the pass mark on the msc robotics?");

        var thanks = await Teams.Inbound.DeliverAsync(Teams.Make.Feedback(Ada, shown.Message, isLike: false, "of which year?"));

        Assert.Equal(200, thanks.Status);
        Assert.Equal("{}", thanks.Body!.ToJsonString());
        var vote = Assert.Single(await bot.VotesAsync());
        Assert.Equal("of which year?", vote.Words);
        Assert.Equal(ProgrammeBot.Stores.Vote.NotHelpful, vote.Vote);
    }

    [Fact]
    public async Task The_compose_box_finds_an_answer_to_insert()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        var found = await Teams.Inbound.DeliverAsync(Teams.Make.Query(Ada, Questions, "search", "question", "what ielts score does the msc robotics want?"));

        var result = Assert.Single(found.Body.Part("composeExtension").Items("attachments"));
        Assert.Contains("IELTS 7.0", Words(result.Part("content")), StringComparison.Ordinal);
        Assert.Contains("IELTS 7.0", result.Part("preview").Part("content").Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", result.ToJsonString(), StringComparison.Ordinal);

        var opened = await Teams.Inbound.DeliverAsync(Teams.Make.QueryOpened(Ada, Questions, "search"));
        Assert.Equal(200, opened.Status);
    }

    [Fact]
    public async Task What_was_typed_into_the_compose_box_before_is_no_earlier_turn()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var chat = Teams.Personal(Ada);
        await AsksAsync(Ada, chat, "what ielts score does the msc robotics want?");
        Assert.Contains("IELTS 6.5", (await AsksAsync(Ada, chat, "and the mres optics?")).Text, StringComparison.Ordinal);

        await SearchesAsync("what ielts score does the msc robotics want?");
        Assert.DoesNotContain("IELTS", await SearchesAsync("and the mres optics?"), StringComparison.Ordinal);

        async Task<string> SearchesAsync(string typed) => (await Teams.Inbound.DeliverAsync(Teams.Make.Query(Ada, chat, "search", "question", typed))).Body!.ToJsonString(); // answered
    }

    [Fact]
    public async Task Anybody_s_message_can_be_answered_from_its_menu_and_the_answer_put_into_the_compose_box()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);

        var opened = await Teams.Inbound.DeliverAsync(Teams.Make.ExtensionFetchTask(Ada, Questions, "answerThis", "<p>what <b>ielts</b> score does the msc&nbsp;robotics want?</p>", Ben));
        var dialog = DialogOf(opened);
        Assert.Contains("IELTS 7.0", Words(dialog), StringComparison.Ordinal);

        var share = Buttons(dialog)[0];
        var data = (JsonObject)dialog["actions"]![0]!["data"]!.DeepClone();
        var inserted = await Teams.Inbound.DeliverAsync(Teams.Make.ExtensionSubmit(Ada, Questions, "answerThis", data, "<p>what ielts score</p>", Ben));
        Assert.Equal("Share here", share);
        Assert.Contains("IELTS 7.0", Words(inserted.Body), StringComparison.Ordinal);
        Assert.Empty(Questions.Messages);

        var nothing = await Teams.Inbound.DeliverAsync(Teams.Make.ExtensionFetchTask(Ada, Questions, "answerThis", "<p><img src=\"x\"></p>", Ben));
        Assert.Equal("That message holds no words I could answer.", DialogEnd(nothing));
    }

    [Fact]
    public async Task What_is_delivered_twice_is_answered_once()
    {
        await using var bot = await BotInTeams.StartAsync(Teams);
        var asked = Teams.Make.Mention(Ada, Questions, "what is the pass mark on the msc robotics?");

        await Teams.Inbound.DeliverAsync(asked);
        await Teams.Inbound.DeliverAsync(asked);
        await bot.SettledAsync();

        Assert.Equal(2, Questions.Messages.Count);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_stop_is_answered_after_the_start()
    {
        var bot = await BotInTeams.StartAsync(Teams);
        Teams.Troubles.Next(ConnectorTrouble.Hangs, times: 100);
        await SaysAsync(Ada, Questions, "what is the pass mark on the msc robotics?");
        await bot.StopAsync();
        Teams.Troubles.End();

        await bot.RestartAsync();

        Assert.Contains("50%", (await AnsweredAsync(Questions, 0)).Text, StringComparison.Ordinal);
        await bot.DisposeAsync();
    }
}
