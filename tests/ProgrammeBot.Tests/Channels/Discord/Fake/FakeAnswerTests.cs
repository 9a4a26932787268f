using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rules;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>The fake's own answers, judged by Discord's description.</summary>
[Trait("Needs", "shared")]
public sealed class FakeAnswerTests
{
    [Fact]
    public async Task Every_route_answers_as_Discord_describes_it()
    {
        SharedFolder.Path("protocols", "discord-openapi.json");
        await using var discord = await FakeDiscord.StartAsync();
        var guild = discord.Guild("Northfield", Right.All);
        var text = guild.TextChannel("general", guild.Category("All"));
        var forum = guild.Forum("help", "solved");
        var ada = guild.Member("Ada", guild.Role("Students"));
        var said = ada.Says(text, "Anybody?");
        var post = ada.Posts(forum, "Credits", "How many?", "solved");
        await using var bot = await RawBot.ConnectAsync(discord);

        async Task<JsonNode?> Does(int status, string method, string path, string? body = null, bool token = true)
        {
            var (found, answer) = await bot.CallAsync(method, path, body is null ? null : JsonNode.Parse(body), token);
            Assert.True(status == found, $"{method} {path}: {found} {answer?.ToJsonString()}");
            return answer;
        }

        await Does(200, "GET", "/gateway", token: false);
        await Does(200, "GET", "/gateway/bot");
        await Does(200, "GET", "/applications/@me");
        await Does(200, "GET", "/oauth2/applications/@me");
        await Does(200, "GET", "/users/@me");
        await Does(200, "GET", $"/users/{ada.Id}");
        await Does(200, "GET", "/users/@me/guilds");
        var direct = await Does(200, "POST", "/users/@me/channels", $$"""{"recipient_id": "{{ada.Id}}"}""");
        await Does(200, "GET", $"/channels/{direct.Text("id")}");
        await Does(200, "GET", $"/guilds/{guild.Id}");
        await Does(200, "GET", $"/guilds/{guild.Id}/channels");
        await Does(200, "GET", $"/guilds/{guild.Id}/roles");
        await Does(200, "GET", $"/guilds/{guild.Id}/threads/active");
        await Does(200, "GET", $"/guilds/{guild.Id}/members/{ada.Id}");
        await Does(200, "GET", $"/channels/{text.Id}");
        await Does(200, "GET", $"/channels/{forum.Id}");
        await Does(200, "GET", $"/channels/{post.Id}");
        await Does(200, "PATCH", $"/channels/{post.Id}", """{"archived": true}""");
        await Does(204, "POST", $"/channels/{text.Id}/typing");
        var own = await Does(200, "POST", $"/channels/{text.Id}/messages",
            $$"""{"content": "60", "nonce": "n1", "enforce_nonce": true, "allowed_mentions": {"parse": []}, "message_reference": { "message_id": "{{said.Id}}", "fail_if_not_exists": false } }""");
        var again = await Does(200, "POST", $"/channels/{text.Id}/messages", """{"content": "60", "nonce": "n1", "enforce_nonce": true, "allowed_mentions": {"parse": []}}""");
        Assert.Equal(own.Text("id"), again.Text("id"));
        await Does(200, "GET", $"/channels/{text.Id}/messages?limit=10");
        await Does(200, "GET", $"/channels/{text.Id}/messages/{said.Id}");
        await Does(200, "PATCH", $"/channels/{text.Id}/messages/{own.Text("id")}", """{"content": "", "embeds": [{"title": "Credits", "description": "60"}], "allowed_mentions": {"parse": []}}""");
        await Does(204, "PUT", $"/channels/{text.Id}/messages/{own.Text("id")}/reactions/%F0%9F%91%8D/@me");
        await Does(201, "POST", $"/channels/{text.Id}/messages/{said.Id}/threads", """{"name": "Anybody?", "auto_archive_duration": 1440}""");
        await Does(201, "POST", $"/channels/{text.Id}/threads", """{"name": "A thread", "type": 11}""");
        await Does(201, "POST", $"/channels/{forum.Id}/threads", """{"name": "A post", "message": {"content": "Hello", "allowed_mentions": {"parse": []}}}""");
        await Does(204, "DELETE", $"/channels/{text.Id}/messages/{own.Text("id")}");

        var commands = $"/applications/{discord.ApplicationId}/commands";
        await Does(200, "PUT", commands, """[{"name": "ask", "description": "Ask"}, {"name": "Answer this", "type": 3, "default_member_permissions": "32"}]""");
        await Does(200, "GET", commands);
        await Does(200, "PUT", $"/applications/{discord.ApplicationId}/guilds/{guild.Id}/commands", """[{"name": "faq", "description": "FAQ", "contexts": [0]}]""");
        var waiting = ada.UsesAsync("ask", place: text);
        var interaction = await bot.InteractionAsync();
        await Does(200, "POST", $"/interactions/{interaction.Text("id")}/{interaction.Text("token")}/callback?with_response=true",
            """{"type": 4, "data": {"content": "60", "allowed_mentions": {"parse": []}}}""", token: false);
        await waiting;
        var webhook = $"/webhooks/{discord.ApplicationId}/{interaction.Text("token")}";
        await Does(200, "GET", webhook + "/messages/@original", token: false);
        var more = await Does(200, "POST", webhook + "?wait=true", """{"content": "More", "flags": 64, "allowed_mentions": {"parse": []}}""", token: false);
        await Does(200, "PATCH", $"{webhook}/messages/{more.Text("id")}", """{"content": "Less", "allowed_mentions": {"parse": []}}""", token: false);
        await Does(204, "DELETE", webhook + "/messages/@original", token: false);
        await Does(404, "GET", webhook + "/messages/@original", token: false);
    }

    [Theory]
    [InlineData("""{"content": "x", "nonce": "0123456789012345678901234567890"}""", "31 characters")]
    [InlineData("""{"message_reference": {"message_id": 12}}""", "number instead of string")]
    [InlineData("""{"embeds": [{"color": "red"}]}""", "string instead of integer")]
    [InlineData("""{"components": [{"type": 99}]}""", "99")]
    public void The_description_names_what_is_wrong(string body, string what)
    {
        SharedFolder.Path("protocols", "discord-openapi.json");
        var (error, _) = OpenApi.Check(JsonNode.Parse(body), "MessageCreateRequest");
        Assert.Contains(what, error);
    }

    [Fact]
    public void A_misspelt_key_is_found_however_deep()
    {
        SharedFolder.Path("protocols", "discord-openapi.json");
        var (error, unknown) = OpenApi.Check(
            JsonNode.Parse("""{"contnet": "x", "components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "lable": "x"}]}]}"""),
            "MessageCreateRequest");
        Assert.Null(error);
        Assert.Equal(["$.contnet", "$.components[0].components[0].lable"], unknown);
    }
}
