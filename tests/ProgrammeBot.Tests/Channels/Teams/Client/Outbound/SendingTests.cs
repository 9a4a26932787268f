using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Outbound;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

public sealed class SendingTests
{
    private static CancellationToken Token => ConnectorBed.Token;

    [Fact]
    public async Task A_message_names_its_conversation_its_sender_and_its_language_and_its_id_comes_back()
    {
        await using var bed = await ConnectorBed.CloudAsync();
        var id = await bed.SendAsync("Hello **you**");

        var message = Assert.Single(bed.Chat.Messages);
        Assert.Equal(message.Id, id);
        Assert.Equal("Hello **you**", message.Text);
        Assert.Equal(bed.Fake.BotId, message.Activity.Part("from").Text("id"));
        Assert.Equal(bed.Chat.Id, message.Activity.Part("conversation").Text("id"));
        Assert.Equal("en-GB", message.Activity.Text("locale"));
        Assert.False(message.Activity.Has("id"));
        var call = Assert.Single(bed.Fake.Calls);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.StartsWith("Bearer fake-token.", call.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_a_change_and_a_deletion_reach_their_message()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var id = await bed.Connector.SendAsync(bed.To, OutgoingActivity.Says("one"), "1700000000000", true, Token);
        Assert.Equal("1700000000000", bed.Chat.Messages[0].ReplyTo);
        Assert.Null(bed.Fake.Calls[0].Authorization);

        var message = new MessageAddress(bed.To, id!);
        await bed.Connector.UpdateAsync(message, OutgoingActivity.Shows(new JsonObject { ["type"] = "AdaptiveCard" }, "card"), Token);
        Assert.NotNull(bed.Chat.Messages[0].Card);
        Assert.Equal("card", bed.Chat.Messages[0].Activity.Text("summary"));
        await bed.Connector.DeleteAsync(message, Token);
        Assert.True(bed.Chat.Messages[0].IsDeleted);

        // The fourth in a row waits for its turn.
        var fourth = bed.Connector.UpdateAsync(message, OutgoingActivity.Says("x"), Token);
        await bed.TurnAsync();
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => fourth);
        Assert.True(fault is { IsGone: true, Code: TeamsErrors.ActivityNotFound });
    }

    [Fact]
    public async Task A_thread_is_begun_and_answered_in()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var channel = bed.Fake.Team("Robotics", bed.Ana).Channel("Questions");
        var first = await bed.Connector.StartThreadAsync(bed.At(channel.Team!.Id), channel.Id, OutgoingActivity.Says("New question"), Token);
        await bed.Connector.SendAsync(first.In, OutgoingActivity.Says("Answer"), null, true, Token);

        Assert.Equal($"{channel.Id};messageid={first.Id}", first.In.Conversation);
        Assert.Equal([first.Id, first.Id], channel.Messages.Select(m => m.Thread));
        Assert.Contains("%3Bmessageid%3D", bed.Fake.Calls[1].RawPath.Replace(";messageid=", "%3Bmessageid%3D", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_chat_is_opened_again_and_again_as_the_same()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var person = new PersonAddress(bed.ServiceUrl, bed.Fake.Tenant, bed.Ana.Id, bed.Fake.BotId);
        var chat = await bed.Connector.OpenPersonalAsync(person, Token);
        Assert.Equal(bed.Chat.Id, chat.Conversation);
        Assert.Equal(chat, await bed.Connector.OpenPersonalAsync(person, Token));

        bed.Ana.HasApp = false;
        Assert.True((await Assert.ThrowsAsync<TeamsCallException>(() => bed.Connector.OpenPersonalAsync(person, Token))).IsClosed);
    }

    [Fact]
    public async Task Members_are_found_by_either_id_and_channels_listed()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        var team = bed.Fake.Team("Robotics", bed.Ana);
        var channel = team.Channel("Questions");
        var here = bed.At(channel.Id + ";messageid=17");
        var expected = new Member(bed.Ana.Id, "Ana Smith", bed.Ana.AadObjectId, "user");
        Assert.Equal(expected, await bed.Connector.FindMemberAsync(here, bed.Ana.Id, Token));
        Assert.Equal(expected, await bed.Connector.FindMemberAsync(here, bed.Ana.AadObjectId, Token));
        Assert.Null(await bed.Connector.FindMemberAsync(here, "29:nobody", Token));
        Assert.Equal([new TeamChannel(team.Id, null), new TeamChannel(channel.Id, "Questions")], await bed.Connector.ListChannelsAsync(here, team.Id, Token));

        channel.IsGone = true;
        var fault = await Assert.ThrowsAsync<TeamsCallException>(() => bed.Connector.FindMemberAsync(here, bed.Ana.Id, Token));
        Assert.Equal(TeamsErrors.ConversationNotFound, fault.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>ok</html>")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("[[[[")]
    public async Task A_body_that_names_nothing_is_a_success_without_an_id(string body)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Answer(200, body));
        Assert.Null(await bed.SendAsync("x"));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        bed.Fake.Troubles.Next(ConnectorTrouble.Answer(200, "{\"id\":\"5\",\"x\":\"" + new string('x', 3_000_000) + "\"}"));
        Assert.Null(await bed.SendAsync("x"));
    }

    [Fact]
    public async Task What_is_too_long_is_told_before_it_is_sent_and_what_just_fits_is_sent()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        await bed.SendAsync("x");
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync(new string('ä', ConnectorBodies.MaxPayload)));
        var size = bed.Fake.Calls[0].Body!.ToJsonString().Length - 1;
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.SendAsync(new string('ä', ConnectorBodies.MaxPayload - size + 1)));
        Assert.Single(bed.Fake.Calls);

        await bed.SendAsync(new string('ä', ConnectorBodies.MaxPayload - size));
        Assert.Equal(2, bed.Fake.Calls.Count);
        Assert.True(Encoding.UTF8.GetByteCount(bed.Chat.Texts[^1]!) > ConnectorBodies.MaxPayload);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../../v3/teams")]
    [InlineData("a?b=c#d")]
    [InlineData("19:x@thread.v2")]
    public async Task No_id_leads_to_another_place(string id)
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        await Assert.ThrowsAsync<TeamsCallException>(() => bed.Connector.SendAsync(bed.At(id), OutgoingActivity.Says("x"), null, false, Token));
        var raw = bed.Fake.Calls is [var call] ? call.RawPath : "";
        Assert.DoesNotContain("/v3/teams/", raw, StringComparison.Ordinal);
        Assert.DoesNotContain('?', raw);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_fault()
    {
        await using var bed = await ConnectorBed.TestModeAsync();
        await bed.SendAsync("a\ud800b");
        Assert.Equal("a\ufffdb", bed.Chat.Texts.Single());
    }
}
