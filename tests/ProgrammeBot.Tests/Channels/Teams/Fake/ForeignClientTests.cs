using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Fake;

/// <summary>The fake connector, judged by Microsoft's own client and types.</summary>
public sealed class ForeignClientTests
{
    [Fact]
    public async Task Microsoft_s_own_client_finds_what_the_protocol_says()
    {
        await using var teams = await FakeConnector.StartAsync();
        var (ada, ben, outsider) = (teams.Person("Ada"), teams.Person("Ben"), teams.Person("Olaf"));
        outsider.HasApp = false;
        var chat = teams.Group("Flatmates", ada, ben);
        var channel = teams.Team("Cohort", ada).Channel("Questions");

        var ran = await TeamsPeers.RunAsync("botframework-connector", "connector-client.mjs", teams.ServiceUrl, "of-the-test", teams.Tenant, chat.Id, channel.Id, ada.Id, outsider.Id);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Equal(
            """
            send 201 id
            reply 201 id
            typing 202 -
            update 200 id
            send-2 201 id
            delete 200 -
            update-deleted 404 ActivityNotFoundInConversation
            unknown-conversation 404 ConversationNotFound
            without-type 400 BadSyntax
            too-large 413 MessageSizeTooBig
            create-personal 201 id
            send-personal 201 id
            create-without-app 403 BotNotInConversationRoster
            create-thread 201 id
            send-in-thread 201 id
            create-thread-nowhere 404 ConversationNotFound
            members 200 -
            members-count 2
            page 200 -
            page-2 200 -
            paged-count 2
            member 200 id
            member-name Ada
            no-member 404 MemberNotFoundInConversation
            """.ReplaceLineEndings("\n"),
            ran.Output.Trim().ReplaceLineEndings("\n"));
        Assert.Equal(["changed", "replied"], chat.Texts);
        Assert.Equal(chat.Messages[0].Id, chat.Messages[1].ReplyTo);
        Assert.Equal(["in private"], teams.Personal(ada).Texts);
        Assert.Equal(["thread", "in thread"], channel.Texts);
        Assert.Single(channel.Messages.Select(m => m.Thread).Distinct());
        Assert.All(teams.Calls, call => Assert.Equal("Bearer of-the-test", call.Authorization));
    }

    [Fact]
    public async Task What_it_delivers_is_an_activity_by_Microsoft_s_own_types()
    {
        await using var teams = await FakeConnector.StartAsync();
        var ada = teams.Person("Ada");
        var channel = teams.Team("Cohort", ada).Channel("Questions");
        var chat = teams.Personal(ada);
        var make = teams.Make;
        var typed = make.Mention(ada, channel, "what is the pass mark?");
        var card = new FakeMessage("1700000000000", channel, "1700000000000", null, teams.Time.GetUtcNow(), []);
        JsonObject[] all =
        [
            typed, make.Message(ada, chat, "hello"), make.Submit(ada, card, new JsonObject { ["x"] = 1 }), make.Execute(ada, card, "show"), make.TaskFetch(ada, card, []), make.TaskSubmit(ada, card, []),
            make.Query(ada, channel, "search", "question", "marks"), make.QueryOpened(ada, chat, "search"), make.ExtensionFetchTask(ada, channel, "answerThis", "<p>x</p>", ada),
            make.ExtensionSubmit(ada, channel, "answerThis", []), make.Feedback(ada, card, isLike: true), make.FeedbackForm(ada, card, isLike: false),
            .. make.Install(ada, channel), .. make.Uninstall(ada, chat), make.Joined(channel, ada), make.TeamEvent(ada, channel, "channelDeleted"),
            make.Edited(typed, "changed"), make.Deleted(typed), make.Reaction(ada, card, "like"), make.New("typing", ada, chat, null),
        ];
        using var folder = new TemporaryFolder();
        var file = folder.Write("activities.jsonl", string.Join('\n', all.Select(a => a.ToJsonString())));

        var ran = await TeamsPeers.RunAsync("botframework-schema", "read-activities.mjs", file);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.True(ran.Output.Length == 0, ran.Output);
    }
}
