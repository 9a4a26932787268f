using ProgrammeBot.App.Hosting;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>The whole host, from source files to what Microsoft's own client shows.</summary>
public sealed class PlaygroundStories(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task In_a_personal_chat_the_answer_shows_its_passage()
    {
        using var folder = new NorthfieldFolder();
        await using var host = await HostAsync(folder);
        await using var server = await PlaygroundServer.StartAsync(Endpoint(host));
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);

        await ada.SayAsync("When is the laboratory book due?");

        var reply = await ada.ReplyAsync("The laboratory book is due on 4 September.");
        await ada.ShotAsync("host-personal");
        Assert.Contains("MRes Optics: handbook", await ada.CitationAsync(reply, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlaygroundIds.GroupChat, PlaygroundIds.Group)]
    [InlineData(PlaygroundIds.ChannelChat, PlaygroundIds.Channel + ";messageid=")]
    public async Task In_a_group_and_in_a_channel_it_answers_who_mentions_it(string chat, string conversation)
    {
        using var folder = new NorthfieldFolder();
        await using var host = await HostAsync(folder);
        await using var server = await PlaygroundServer.StartAsync(Endpoint(host));
        await using var ada = await PlaygroundVisit.BeginAsync(chromium, server);
        await ada.OpenAsync(chat);

        await ada.MentionAsync("When is the laboratory book due?");

        // Of two replies that come at once the Playground shows in a channel one alone: so the answer is read off the wire.
        var answer = await ada.EventAsync(e => !e.ToBot && ((string?)e.Body?["text"])?.StartsWith("The laboratory book is due on 4 September.", StringComparison.Ordinal) == true, "answer");
        await ada.ShotAsync("host-" + chat);
        Assert.Equal(201, answer.Status);
        Assert.StartsWith(conversation, (string?)answer.Body!["conversation"]!["id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_ids_that_are_no_GUIDs_it_answers_too()
    {
        using var folder = new NorthfieldFolder();
        await using var host = await HostAsync(folder);
        await using var server = await PlaygroundServer.StartAsync(Endpoint(host), teamsLike: false);
        await using var somebody = await PlaygroundVisit.BeginAsync(chromium, server);

        await somebody.SayAsync("When is the laboratory book due?");

        await somebody.ReplyAsync("The laboratory book is due on 4 September.");
    }

    private static Task<BotHost> HostAsync(NorthfieldFolder folder) => BotHost.StartAsync(
        new BotPaths(folder["seeds"], folder["index"], folder["data"], folder["seeds"]),
        TestContext.Current.CancellationToken,
        [new("Web:Urls", "http://127.0.0.1:0"), new("Teams:Playground", "on"), new("Encoder", "off")],
        TextWriter.Null);

    private static Uri Endpoint(BotHost host) => new(host.Addresses.Single() + "/api/messages");
}
