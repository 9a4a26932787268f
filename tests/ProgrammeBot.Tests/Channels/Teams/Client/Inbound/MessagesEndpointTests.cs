using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private readonly HandClock _clock = new();
    private ReceivingBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await ReceivingBot.StartAsync(SomeTokens.Options, _clock);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_message_with_a_good_token_is_handed_over()
    {
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        await EmptyAsync(answer, 202);
        Assert.Equal("When is the deadline?", Assert.Single(_bot.Received).Text);
    }

    [Fact]
    public async Task What_is_sent_again_with_its_token_reaches_the_receiver_again()
    {
        for (var i = 0; i < 3; i++)
        {
            using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        Assert.Equal(3, _bot.Received.Count(a => a.Id == "1763728000000"));
        Assert.Equal(1, _bot.Source.Fetches);
    }

    [Fact]
    public async Task The_answer_to_an_invoke_is_written()
    {
        _bot.Reception = _ => Reception.Of(new JsonObject { ["task"] = new JsonObject { ["value"] = "Grüße «x»" } });
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal("""{"task":{"value":"Grüße «x»"}}""", await answer.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(501)]
    [InlineData(503)]
    public async Task What_the_receiver_says_is_answered(int status)
    {
        _bot.Reception = _ => new Reception(status);
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        await EmptyAsync(answer, status);
        Assert.Equal(status == 503 ? TimeSpan.FromSeconds(5) : null, answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_unknown_type_reaches_the_receiver()
    {
        var message = ReceivingBot.Message();
        message["type"] = "weather";
        message["new"] = new JsonArray(1, new JsonObject());
        using var answer = await PostAsync(message.ToJsonString());

        Assert.Equal("weather", Assert.Single(_bot.Received).Type);
    }

    [Fact]
    public async Task Replies_are_not_put_into_the_answer()
    {
        var message = ReceivingBot.Message();
        message["deliveryMode"] = "expectReplies";
        using var answer = await PostAsync(message.ToJsonString());

        await EmptyAsync(answer, 202);
    }

    [Fact]
    public async Task A_fault_of_the_receiver_is_told_to_the_log_without_the_body()
    {
        _bot.Reception = _ => throw new InvalidOperationException("a bug");
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        await EmptyAsync(answer, 500);
        var logged = string.Join('\n', _bot.Log.Lines);
        Assert.Contains("a bug", logged, StringComparison.Ordinal);
        Assert.DoesNotContain("deadline", logged, StringComparison.Ordinal);
        Assert.DoesNotContain(SomeTokens.Valid(_clock.GetUtcNow())[..40], logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_a_fault_too()
    {
        _bot.Reception = _ => Reception.Of(new JsonObject { ["x"] = JsonValue.Create(double.NaN) });
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        await EmptyAsync(answer, 500);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_taken()
    {
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString(), authorization: null);

        await EmptyAsync(answer, 401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_the_body()
    {
        using var answer = await PostAsync("no JSON", authorization: "Bearer a.b.c");

        await EmptyAsync(answer, 401);
    }

    [Fact]
    public async Task The_playgrounds_header_opens_nothing()
    {
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString(), authorization: null, header: ("x-ms-agents-playground", "true"));

        await EmptyAsync(answer, 401);
    }

    [Fact]
    public async Task Two_headers_are_one_too_many()
    {
        var valid = "Bearer " + SomeTokens.Valid(_clock.GetUtcNow());
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString(), valid, header: ("Authorization", valid));

        await EmptyAsync(answer, 401);
    }

    [Theory]
    [InlineData("channelId", "\"webchat\"")]
    [InlineData("channelId", "null")]
    [InlineData("serviceUrl", "\"https://evil.example/\"")]
    [InlineData("conversation", "{\"id\":\"a:1\",\"tenantId\":\"other\"}")]
    public async Task What_the_token_does_not_cover_is_forbidden(string field, string value)
    {
        var message = ReceivingBot.Message();
        message[field] = JsonNode.Parse(value);
        using var answer = await PostAsync(message.ToJsonString());

        await EmptyAsync(answer, 403);
        Assert.Empty(answer.Headers.WwwAuthenticate);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"text\":7}")]
    [InlineData("{\"type\":\"a\",\"type\":\"b\"}")]
    public async Task What_is_no_activity_is_bad(string body)
    {
        using var answer = await PostAsync(body);

        await EmptyAsync(answer, 400);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json", "gzip")]
    [InlineData(null, null)]
    public async Task Only_JSON_in_UTF_8_is_taken(string? type, string? encoding)
    {
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString(), type: type, encoding: encoding);

        await EmptyAsync(answer, 415);
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json;charset=\"utf-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task JSON_may_be_said_in_several_ways(string type)
    {
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString(), type: type);

        await EmptyAsync(answer, 202);
    }

    [Theory]
    [InlineData(0, 202, false)]
    [InlineData(0, 202, true)]
    [InlineData(1, 413, false)]
    [InlineData(1, 413, true)]
    [InlineData(1500 * 1024, 413, true)]
    public async Task A_body_has_1_MB_at_most(int more, int status, bool isChunked)
    {
        var text = ReceivingBot.Message().ToJsonString();
        using var answer = await PostAsync(text + new string(' ', 1024 * 1024 + more - text.Length), isChunked: isChunked);

        await EmptyAsync(answer, status);
    }

    [Fact]
    public async Task Only_POST_is_known()
    {
        using var answer = await _bot.Client.GetAsync(new Uri(TeamsInbound.Path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Without_keys_the_sender_may_try_again()
    {
        _bot.Source.Fails();
        using var answer = await PostAsync(ReceivingBot.Message().ToJsonString());

        await EmptyAsync(answer, 503);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_flood_of_refused_requests_is_few_lines()
    {
        for (var i = 0; i < 50; i++)
        {
            using var answer = await PostAsync("{}", authorization: null);
        }

        Assert.Single(_bot.Log.Lines);
        _clock.Turn(TimeSpan.FromMinutes(1));
        Assert.EndsWith("49 NoToken", _bot.Log.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_test_mode_this_machine_needs_no_token()
    {
        await using var bot = await ReceivingBot.StartAsync(new InboundOptions(), _clock);
        var message = ReceivingBot.Message();
        message["serviceUrl"] = "http://localhost:56150/_connector";
        using var taken = await PostAsync(message.ToJsonString(), authorization: null, bot: bot);
        await EmptyAsync(taken, 202);

        using var remote = await PostAsync(ReceivingBot.Message().ToJsonString(), authorization: null, bot: bot);
        await EmptyAsync(remote, 403);
        using var forwarded = await PostAsync(message.ToJsonString(), authorization: null, header: ("X-Forwarded-For", "127.0.0.1"), bot: bot);
        await EmptyAsync(forwarded, 403);
        using var rebound = await PostAsync(message.ToJsonString(), authorization: null, header: ("Host", "evil.example"), bot: bot);
        await EmptyAsync(rebound, 403);
        Assert.Single(bot.Received);
    }

    private static async Task EmptyAsync(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Token));
    }

    private Task<HttpResponseMessage> PostAsync(string body, ReceivingBot? bot = null) =>
        PostAsync(body, "Bearer " + SomeTokens.Valid(_clock.GetUtcNow()), bot: bot);

    private Task<HttpResponseMessage> PostAsync(string body, string? type, string? encoding) =>
        PostAsync(body, "Bearer " + SomeTokens.Valid(_clock.GetUtcNow()), type, encoding);

    private Task<HttpResponseMessage> PostAsync(string body, bool isChunked) =>
        PostAsync(body, "Bearer " + SomeTokens.Valid(_clock.GetUtcNow()), isChunked: isChunked);

    private Task<HttpResponseMessage> PostAsync(string body, string type) => PostAsync(body, type, encoding: null);

    private async Task<HttpResponseMessage> PostAsync(
        string body,
        string? authorization,
        string? type = "application/json",
        string? encoding = null,
        (string Name, string Value)? header = null,
        bool isChunked = false,
        ReceivingBot? bot = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsInbound.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type is null ? [] : [type]);
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding is null ? [] : [encoding]);
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        request.Headers.TryAddWithoutValidation("Authorization", authorization is null ? [] : [authorization]);
        if (header is { } more)
        {
            request.Headers.TryAddWithoutValidation(more.Name, more.Value);
        }

        return await (bot ?? _bot).Client.SendAsync(request, Token);
    }
}
