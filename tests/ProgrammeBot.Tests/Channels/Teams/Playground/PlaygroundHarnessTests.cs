using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>Microsoft's own client, driven, against a trial bot: what these show about the client, the stories of our bot rest on.</summary>
public sealed class PlaygroundHarnessTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task In_a_personal_chat_answers_are_read_cited_pressed_and_voted_on()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var server = await PlaygroundServer.StartAsync(bot.Endpoint);
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);

        await ada.SayAsync("Please suggest a card");

        var reply = await ada.ReplyAsync("Heard: Please suggest a card");
        Assert.Matches("The passage itself\\s+Handbook", await ada.CitationAsync(reply, 1));
        await ada.ReplyAsync("A card");
        await ada.FillAsync("Reason", "because");
        await ada.PressAsync("Do it");
        await ada.SeesAsync("It is done");
        var pressed = await ada.EventAsync(e => Invoked(e, "adaptiveCard/action") && e.Status == 200, "press");
        Assert.Equal(("do", "because"), ((string?)pressed.Body!["value"]!["action"]!["verb"], (string?)pressed.Body["value"]!["action"]!["data"]!["reason"]));

        await ada.VoteAsync(up: false, "not what I asked");
        var vote = await ada.EventAsync(e => Invoked(e, "message/submitAction"), "vote");
        Assert.Equal(("dislike", "not what I asked"), ((string?)vote.Body!["value"]!["actionValue"]!["reaction"], (string?)vote.Body["value"]!["actionValue"]!["feedback"]));

        await ada.PressAsync("The first");
        await ada.ReplyAsync("Heard: The first");
        await ada.ShotAsync("personal");
    }

    [Theory]
    [InlineData(PlaygroundIds.GroupChat, "groupChat", PlaygroundIds.Group)]
    [InlineData(PlaygroundIds.ChannelChat, "channel", PlaygroundIds.Channel)]
    public async Task In_a_group_and_in_a_channel_the_bot_is_mentioned(string chat, string type, string conversation)
    {
        await using var bot = await TrialBot.StartAsync();
        await using var server = await PlaygroundServer.StartAsync(bot.Endpoint);
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);
        await ada.OpenAsync(chat);

        await ada.MentionAsync("what now?");

        await ada.ReplyAsync("Heard: what now?");
        await ada.ShotAsync(type);
        var said = bot.Received.Last(a => (string?)a["type"] == "message");
        Assert.Equal(type, (string?)said["conversation"]!["conversationType"]);
        Assert.StartsWith(conversation, (string?)said["conversation"]!["id"], StringComparison.Ordinal);
        Assert.Equal(type == "channel", ((string?)said["conversation"]!["id"])!.Contains(";messageid=", StringComparison.Ordinal)); // there is an id, by the line before
        var mention = said["entities"]!.AsArray().Single(e => (string?)e!["type"] == "mention");
        Assert.Equal((PlaygroundIds.Bot, "<at>Test Bot</at>"), ((string?)mention!["mentioned"]!["id"], (string?)mention["text"]));
    }

    [Fact]
    public async Task A_search_is_picked_into_the_message_and_an_action_opens_a_form()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var server = await PlaygroundServer.StartAsync(bot.Endpoint);
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);

        Assert.Equal(["Found one"], await ada.SearchAsync("fees", "search", "question"));
        await ada.PickAsync("Found one");
        await ada.SendAsync();
        await ada.SeesAsync("What was found");
        var query = (await ada.EventAsync(e => Invoked(e, "composeExtension/query") && Parameter(e) == "fees", "query")).Body!["value"]!;
        Assert.Equal(("search", "question"), ((string?)query["commandId"], (string?)query["parameters"]![0]!["name"]));

        await ada.ActAsync("answerThis");
        await ada.SeesAsync("What the form says");
        await ada.ShotAsync("action");
        Assert.Equal("answerThis", (string?)(await ada.EventAsync(e => Invoked(e, "composeExtension/fetchTask"), "fetchTask")).Body!["value"]!["commandId"]);
    }

    [Fact]
    public async Task Events_of_the_menu_and_of_ones_own_arrive()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var server = await PlaygroundServer.StartAsync(bot.Endpoint);
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);

        await ada.MockAsync("Uninstall application");
        var removed = await ada.EventAsync(e => e.Name == "installationUpdate" && (string?)e.Body!["action"] == "remove", "removal");
        Assert.Equal(PlaygroundIds.Tenant, (string?)removed.Body!["conversation"]!["tenantId"]);

        await ada.CustomAsync("""{"type": "messageReaction", "channelId": "msteams", "replyToId": "1", "reactionsAdded": [{"type": "like"}]}""");
        await ada.EventAsync(e => e.Name == "messageReaction" && (string?)e.Body!["reactionsAdded"]?[0]?["type"] == "like", "reaction");
    }

    [Fact]
    public async Task By_its_own_ids_the_tenant_is_no_GUID()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var server = await PlaygroundServer.StartAsync(bot.Endpoint, teamsLike: false);
        await using var somebody = await PlaygroundVisit.BeginAsync(chromium, server);

        await somebody.SayAsync("hello");

        await somebody.ReplyAsync("Heard: hello");
        var tenant = (string?)bot.Received.Last()["conversation"]!["tenantId"];
        Assert.False(Guid.TryParse(tenant, out _), tenant);
    }

    private static bool Invoked(PlaygroundEvent e, string name) => e.ToBot && (string?)e.Body?["name"] == name;

    private static string? Parameter(PlaygroundEvent e) => (string?)e.Body!["value"]!["parameters"]?[0]?["value"];
}
