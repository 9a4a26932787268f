using System.Text.Json.Nodes;
using ProgrammeBot.Tests.Channels.Discord.Fake.Rest;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>The fake lets nothing pass on REST: one wrong doing, one rule that names it.</summary>
public sealed class RestGuardTests
{
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string> WrongMessages => new()
    {
        { Message("content", "x", 2001), "content-length" },
        { """{"content": "  ", QUIET}""", "empty-message" },
        { """{"content": "x", "flags": 64, QUIET}""", "flags" },
        { """{"content": "x", "flags": 1, QUIET}""", "flags" },
        { """{"content": "x", "nonce": "01234567890123456789012345", QUIET}""", "nonce" },
        { """{"content": "x", "enforce_nonce": true, QUIET}""", "nonce" },
        { """{"content": "x"}""", "allowed-mentions" },
        { """{"content": "x", "allowed_mentions": {"parse": ["users"]}}""", "allowed-mentions-parse" },
        { """{"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}""", "allowed-mentions-exclusive" },
        { $$"""{"content": "x", "allowed_mentions": {"parse": [], "users": [ {{string.Join(',', Enumerable.Range(1, 101).Select(id => $"\"{id}\""))}} ] } }""", "allowed-mentions-count" },
        { """{"content": "Hello @everyone", QUIET}""", "mention-in-text" },
        { """{"content": "Hello <@&5>", QUIET}""", "mention-in-text" },
        { """{"content": "x", "flags": 32768, QUIET}""", "v2-alone" },
        { """{"components": [{"type": 10, "content": "x"}], QUIET}""", "v2-flag" },
        { $$"""{"flags": 32768, "components": [{{Many(41, """{"type": 10, "content": "x"}""")}}], QUIET}""", "v2-count" },
        { $$"""{"flags": 32768, "components": [{"type": 10, "content": "{{new string('x', 4001)}}"}], QUIET}""", "v2-text" },
        { $$"""{"flags": 32768, "components": [{"type": 9, "components": [{"type": 10, "content": "x"}]}], QUIET}""", "section" },
        { Embeds($$"""{"title": "{{new string('x', 257)}}"}"""), "embed-length" },
        { Embeds($$"""{"description": "{{new string('x', 4097)}}"}"""), "embed-length" },
        { Embeds($$"""{"description": "{{new string('x', 3001)}}"}, {"description": "{{new string('x', 3000)}}"}"""), "embed-sum" },
        { Embeds(Many(11, """{"title": "x"}""")), "embed-count" },
        { Embeds($$"""{"title": "x", "fields": [{{Many(26, """{"name": "a", "value": "b"}""")}}]}"""), "embed-fields" },
        { Embeds("""{"title": "x", "fields": [{"name": "a", "value": " "}]}"""), "embed-fields" },
        { Components(Many(6, Row(Button("a#")))), "rows" },
        { Components(Button("a")), "component-place" },
        { Components("""{"type": 1, "components": [{"type": 4, "style": 1, "custom_id": "a"}]}"""), "component-place" },
        { Components(Row(Many(6, Button("a#")))), "row" },
        { Components(Row($"{Button("a")}, {Menu(1)}")), "row" },
        { Components("""{"type": 1, "components": []}"""), "row" },
        { Components(Row($"{Button("a")}, {Button("a")}")), "custom-id-unique" },
        { Components(Row(Button(new string('x', 101)))), "custom-id" },
        { Components(Row("""{"type": 2, "style": 1, "label": "x"}""")), "custom-id" },
        { Components(Row("""{"type": 2, "style": 5, "label": "x", "url": "https://a.b", "custom_id": "a"}""")), "custom-id" },
        { Components(Row($$"""{"type": 2, "style": 1, "custom_id": "a", "label": "{{new string('x', 81)}}"}""")), "button-label" },
        { Components(Row("""{"type": 2, "style": 1, "custom_id": "a"}""")), "button-label" },
        { Components(Row("""{"type": 2, "style": 9, "custom_id": "a", "label": "x"}""")), "button-style" },
        { Components(Row("""{"type": 2, "style": 5, "label": "x", "url": "javascript:1"}""")), "button-url" },
        { Components(Row(Menu(26))), "select-options" },
        { Components(Row(Menu(0))), "select-options" },
        { Components(Row(Menu(2, same: true))), "select-options" },
        { Components(Row(Menu(2, more: ", \"max_values\": 3"))), "select-values" },
        { Components(Row(Menu(2, more: $", \"placeholder\": \"{new string('x', 151)}\""))), "placeholder" },
        { Components("""{"id": 1, "type": 1, "components": [{"id": 1, "type": 2, "style": 1, "custom_id": "a", "label": "x"}]}"""), "component-id-unique" },
    };

    public static TheoryData<string, string> WrongCommands => new()
    {
        { """{"name": "Ask", "description": "x"}""", "command-name" },
        { """{"name": "ask me", "description": "x"}""", "command-name" },
        { $$"""{"name": "{{new string('a', 33)}}", "description": "x"}""", "command-name" },
        { """{"name": "ask", "description": "x", "name_localizations": {"de": "Frag"}}""", "command-name" },
        { """{"name": "ask", "description": "x", "name_localizations": {"xx": "frag"}}""", "locale" },
        { """{"name": "ask", "description": ""}""", "description" },
        { """{"name": "ask", "description": "x", "default_member_permissions": 32}""", "command-permissions" },
        { """{"name": "ask", "description": "x", "dm_permission": true}""", "deprecated" },
        { """{"name": "Answer", "type": 3, "description": "x"}""", "menu-command" },
        { """{"name": "ask", "description": "x"}, {"name": "ask", "description": "y"}""", "command-unique" },
        { Many(101, """{"name": "ask#", "description": "x"}"""), "command-count" },
        { Many(16, """{"name": "Answer#", "type": 3}"""), "command-count" },
        { Options(Many(26, """{"type": 3, "name": "a#", "description": "x"}""")), "option-count" },
        { Options("""{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "a", "description": "x"}"""), "option-unique" },
        { Options("""{"type": 3, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x", "required": true}"""), "option-order" },
        { Options("""{"type": 12, "name": "a", "description": "x"}"""), "option-type" },
        { Options("""{"type": 3, "name": "a", "description": "x", "max_length": 6001}"""), "option-length" },
        { Options("""{"type": 3, "name": "a", "description": "x", "autocomplete": true, "choices": [{"name": "x", "value": "x"}]}"""), "autocomplete-option" },
        { Options($$"""{"type": 3, "name": "a", "description": "x", "choices": [{{Many(26, """{"name": "x#", "value": "x#"}""")}}]}"""), "choices" },
        { Options("""{"type": 1, "name": "a", "description": "x"}, {"type": 3, "name": "b", "description": "x"}"""), "nesting" },
        { Options("""{"type": 1, "name": "a", "description": "x", "options": [{"type": 1, "name": "b", "description": "x"}]}"""), "nesting" },
        { Options(Many(25, $$"""{"type": 3, "name": "a#", "description": "x", "choices": [{"name": "{{new string('x', 100)}}", "value": "{{new string('y', 100)}}"}, {"name": "{{new string('z', 98)}}", "value": "{{new string('y', 98)}}"}]}""")), "command-length" },
    };

    public static TheoryData<int, string, string> WrongCallbacks => new()
    {
        { 4, "{}", "empty-message" },
        { 5, """{"flags": 32768}""", "flags" },
        { 8, """{"choices": []}""", "callback-type" },
        { 7, """{"content": "x", QUIET}""", "callback-type" },
        { 99, "{}", "callback-type" },
        { 9, """{"custom_id": "a", "title": "x", "components": []}""", "modal-children" },
        { 9, Modal(Many(6, Label("a#"))), "modal-children" },
        { 9, Modal(Button("a")), "modal-children" },
        { 9, Modal("""{"type": 18, "label": "x", "component": {"type": 2, "style": 1, "label": "x", "custom_id": "b"}}"""), "modal-children" },
        { 9, Modal(Label("a"), title: new string('x', 46)), "modal-title" },
        { 9, Modal(Label("a", new string('x', 46))), "modal-label" },
        { 9, Modal($"{Label("a")}, {Label("a")}"), "custom-id-unique" },
        { 9, Modal("""{"type": 18, "label": "x", "component": {"type": 4, "style": 1, "custom_id": "a", "max_length": 4001}}"""), "text-input" },
        { 9, Modal("""{"type": 18, "label": "x", "component": {"type": 4, "style": 1, "custom_id": "a", "max_length": 2, "value": "abc"}}"""), "text-input" },
    };

    [Theory]
    [MemberData(nameof(WrongMessages))]
    public async Task A_wrong_message(string body, string rule)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var channel = discord.Guild("Northfield").TextChannel("general");
        await using var bot = RawBot.Offline(discord);
        await bot.CallAsync("POST", $"/channels/{channel.Id}/messages", Parse(body));
        Found(discord, rule);
    }

    [Theory]
    [MemberData(nameof(WrongCommands))]
    public async Task A_wrong_command(string commands, string rule)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.CallAsync("PUT", $"/applications/{discord.ApplicationId}/commands", Parse($"[{commands}]"));
        Found(discord, rule);
    }

    [Theory]
    [MemberData(nameof(WrongCallbacks))]
    public async Task A_wrong_callback(int type, string data, string rule)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        await bot.CallbackAsync(interaction, type, Parse(data).AsObject());
        Found(discord, rule);
        await bot.DisposeAsync();
    }

    [Theory]
    [InlineData("x", 26)]
    [InlineData("", 1)]
    public async Task Wrong_suggestions(string name, int count)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        var choices = Enumerable.Range(0, count).Select(number => (JsonNode?)new JsonObject { ["name"] = name, ["value"] = $"{number}" }).ToJson();
        await bot.CallbackAsync(interaction, 8, new JsonObject { ["choices"] = choices });
        Found(discord, "autocomplete");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_second_callback()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        await bot.CallbackAsync(interaction, 5);
        var (status, body) = await bot.CallbackAsync(interaction, 5);
        Assert.Equal((400, 40060), (status, (int)body.Number("code")!));
        Found(discord, "acknowledged-twice");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_second_callback_is_no_fault_when_the_answer_to_the_first_was_lost()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        discord.Rest.Troubles.Next(RestTrouble.AnswerLost);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => bot.CallbackAsync(interaction, 5));
        Assert.Equal(40060, (await bot.CallbackAsync(interaction, 5)).Body.Number("code"));
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_callback_after_three_seconds()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        clock.Now += TimeSpan.FromSeconds(3.1);
        var (status, body) = await bot.CallbackAsync(interaction, 5);
        Assert.Equal((404, 10062), (status, (int)body.Number("code")!));
        Found(discord, "acknowledge");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_after_fifteen_minutes_is_refused()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Gateway.HeartbeatInterval = TimeSpan.FromHours(1);
        var (bot, interaction) = await AskedAsync(discord);
        await bot.CallbackAsync(interaction, 5);
        clock.Now += TimeSpan.FromMinutes(15.1);
        var (_, body) = await bot.CallAsync("PATCH", $"/webhooks/{discord.ApplicationId}/{interaction.Text("token")}/messages/@original", RawBot.Saying("x"), token: false);
        Assert.Equal(50027, body.Number("code"));
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_follow_up_where_an_edit_belongs()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var (bot, interaction) = await AskedAsync(discord);
        await bot.CallbackAsync(interaction, 5);
        await bot.CallAsync("POST", $"/webhooks/{discord.ApplicationId}/{interaction.Text("token")}", RawBot.Saying("x"), token: false);
        Found(discord, "follow-up-instead-of-edit");
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_callback_to_nothing_and_one_with_the_bots_token()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.CallAsync("POST", "/interactions/1/nothing/callback", Parse("""{"type": 5}"""));
        Assert.Equal(["interaction-unknown", "token-on-webhook"], discord.Violations.Take().Select(found => found.Rule).Where(rule => rule != "schema").Order());
    }

    [Theory]
    [InlineData("curl/8")]
    [InlineData("DiscordBot")]
    [InlineData("DiscordBot (https://example.org 1)")]
    public async Task A_wrong_user_agent(string agent)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        await using var bot = RawBot.Offline(discord);
        await bot.CallAsync("GET", "/users/@me", change: request =>
        {
            request.Headers.Remove("User-Agent");
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
        });
        Found(discord, "user-agent");
    }

    [Fact]
    public async Task A_route_that_does_not_exist_and_a_body_that_is_no_json()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var channel = discord.Guild("Northfield").TextChannel("general");
        await using var bot = RawBot.Offline(discord);
        Assert.Equal(404, (await bot.CallAsync("GET", "/nothing")).Status);
        Found(discord, "route");
        Assert.Equal(400, (await bot.CallAsync("POST", $"/channels/{channel.Id}/messages", change: request => request.Content = new StringContent("{", null, "application/json"))).Status);
        Found(discord, "body-json");
        Assert.Equal(400, (await bot.CallAsync("POST", $"/channels/{channel.Id}/messages", change: request =>
            request.Content = new StringContent("""{"content": "half a pair \ud83d"}""", null, "application/json"))).Status);
        Found(discord, "body-json");
        Assert.Equal(400, (await bot.CallAsync("POST", $"/channels/{channel.Id}/messages")).Status);
        Found(discord, "body");
    }

    [Fact]
    public async Task A_call_after_the_token_was_refused()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Tolerance = TimeSpan.Zero;
        discord.RevokesTheToken();
        await using var bot = RawBot.Offline(discord);
        void Old(HttpRequestMessage request)
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", "Bot old");
        }

        Assert.Equal(401, (await bot.CallAsync("GET", "/users/@me", change: Old)).Status);
        Assert.Empty(discord.Violations.All);
        await bot.CallAsync("GET", "/users/@me", change: Old);
        Found(discord, "after-401");
    }

    [Fact]
    public async Task A_call_on_a_bucket_that_was_told_to_be_empty()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Tolerance = TimeSpan.Zero;
        discord.Rest.Limits.Set("GET /users/@me", 1, TimeSpan.FromSeconds(2));
        await using var bot = RawBot.Offline(discord);
        Assert.Equal(200, (await bot.CallAsync("GET", "/users/@me")).Status);
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(200, (await bot.CallAsync("GET", "/users/@me")).Status);
        var (status, body) = await bot.CallAsync("GET", "/users/@me");
        Assert.Equal(429, status);
        Assert.Equal(2, body!["retry_after"]!.GetValue<double>(), 3);
        Found(discord, "rate-limit");
    }

    [Theory]
    [InlineData("user", "GET", "/users/@me", true)]
    [InlineData("shared", "GET", "/users/@me", true)]
    [InlineData("user", "GET", "/gateway/bot", false)]
    [InlineData("global", "GET", "/gateway/bot", true)]
    public async Task A_call_before_retry_after_is_over(string scope, string method, string path, bool wrong)
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        discord.Tolerance = TimeSpan.Zero;
        discord.Rest.Troubles.Next(RestTrouble.RateLimited(1, scope));
        await using var bot = RawBot.Offline(discord);
        Assert.Equal(429, (await bot.CallAsync("GET", "/users/@me")).Status);
        Assert.Equal(wrong ? 429 : 200, (await bot.CallAsync(method, path)).Status);
        Assert.Equal(wrong, discord.Violations.Take().Any(found => found.Rule == "rate-limit"));
        clock.Now += TimeSpan.FromSeconds(1.1);
        Assert.Equal(200, (await bot.CallAsync(method, path)).Status);
    }

    [Fact]
    public async Task Threads_with_wrong_names_durations_and_types()
    {
        await using var discord = await FakeDiscord.StartAsync(clock);
        var channel = discord.Guild("Northfield").TextChannel("general");
        await using var bot = RawBot.Offline(discord);
        await bot.CallAsync("POST", $"/channels/{channel.Id}/threads", Parse("""{"name": "", "type": 11}"""));
        Found(discord, "thread-name");
        await bot.CallAsync("POST", $"/channels/{channel.Id}/threads", Parse("""{"name": "x", "auto_archive_duration": 7, "type": 11}"""));
        Found(discord, "auto-archive");
        await bot.CallAsync("POST", $"/channels/{channel.Id}/threads", Parse("""{"name": "x"}"""));
        Found(discord, "thread-type");
    }

    private static string Message(string key, string character, int times) => $$"""{"{{key}}": "{{string.Concat(Enumerable.Repeat(character, times))}}", QUIET}""";

    private static string Many(int count, string part) => string.Join(", ", Enumerable.Range(0, count).Select(number => part.Replace("#", $"{number}", StringComparison.Ordinal)));

    private static string Embeds(string embeds) => $$"""{"embeds": [{{embeds}}], QUIET}""";

    private static string Components(string components) => $$"""{"content": "x", "components": [{{components}}], QUIET}""";

    private static string Row(string parts) => $$"""{"type": 1, "components": [{{parts}}]}""";

    private static string Button(string id) => $$"""{"type": 2, "style": 2, "label": "x", "custom_id": "{{id}}"}""";

    private static string Menu(int options, bool same = false, string more = "") =>
        $$"""{"type": 3, "custom_id": "menu", "options": [{{Many(options, same ? """{"label": "x#", "value": "x"}""" : """{"label": "x#", "value": "x#"}""")}}]{{more}}}""";

    private static string Options(string options) => $$"""{"name": "ask", "description": "x", "options": [{{options}}]}""";

    private static string Label(string id, string label = "x") => $$"""{"type": 18, "label": "{{label}}", "component": {"type": 4, "style": 1, "custom_id": "{{id}}"} }""";

    private static string Modal(string parts, string title = "x") => $$"""{"custom_id": "form", "title": "{{title}}", "components": [{{parts}}]}""";

    private static JsonNode Parse(string body) => JsonNode.Parse(body.Replace("QUIET", "\"allowed_mentions\": {\"parse\": []}", StringComparison.Ordinal))!;

    private static async Task<(RawBot Bot, JsonObject Interaction)> AskedAsync(FakeDiscord discord)
    {
        var guild = discord.Guild("Northfield");
        var channel = guild.TextChannel("ask");
        discord.Commands[""] = [JsonNode.Parse("""{"id": "1", "name": "ask", "description": "x", "type": 1}""")!.AsObject()];
        var bot = await RawBot.ConnectAsync(discord);
        await guild.Member("Ada").BeginsAsync("ask", place: channel);
        return (bot, await bot.InteractionAsync());
    }

    private static void Found(FakeDiscord discord, string rule) => Assert.Contains(rule, discord.Violations.Take().Select(violation => violation.Rule).Distinct());
}
