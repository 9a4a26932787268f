using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels;
using ProgrammeBot.Documents;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed class AskEndpointTests : IAsyncLifetime
{
    private readonly SourceDocument guide = Samples.Guide();
    private readonly TurnedClock clock = new();
    private WebBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = (await WebBot.StartAsync(time: clock)).With(guide).Says("Which IELTS?", Samples.Ielts(guide)).Says("", new SmallTalk("Ask me about the programmes."));
        bot.Programmes = [new("msc-robotics", "MSc Robotics"), new("mres", "MRes")];
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_question_gets_the_reply_of_the_contract()
    {
        var reply = await AskAsync(new { question = "Which IELTS?" });

        Assert.Equal("answer", reply.GetProperty("kind").GetString());
        var citation = reply.GetProperty("citations")[0];
        var quote = guide.Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()];
        Assert.Equal(quote, citation.GetProperty("quote").GetString());
        Assert.True(AnswerId.TryParse(reply.GetProperty("id").GetString(), out _));
    }

    [Fact]
    public async Task What_is_cited_is_kept_once()
    {
        await AskAsync(new { question = "Which IELTS?" });
        await AskAsync(new { question = "Which IELTS?" });

        Assert.Equal([new CitedVersion(guide.Id, guide.Version)], await bot.KeptAsync());
    }

    [Fact]
    public async Task A_blank_question_is_answered_with_help() =>
        Assert.Equal("smalltalk", (await AskAsync(new { question = "" })).GetProperty("kind").GetString());

    [Fact]
    public async Task A_programme_narrows_the_question()
    {
        await AskAsync(new { question = "Which IELTS?", programme = "mres" });

        Assert.Equal("mres", Assert.Single(bot.Asked).Scope);
    }

    [Fact]
    public async Task What_was_asked_before_in_a_conversation_comes_along()
    {
        await AskAsync(new { question = "Which IELTS?", conversation = "c1" });
        await AskAsync(new { question = "And TOEFL?", conversation = "c1" });
        await AskAsync(new { question = "And here?", conversation = "c2" });

        Assert.Equal([[], ["Which IELTS?"], []], bot.Asked.Select(q => q.EarlierTurns));
    }

    [Fact]
    public async Task Turns_given_win_over_turns_remembered()
    {
        await AskAsync(new { question = "Which IELTS?", conversation = "c1" });
        await AskAsync(new { question = "And TOEFL?", conversation = "c1", turns = new[] { "Tell me about the MRes" } });

        Assert.Equal(["Tell me about the MRes"], bot.Asked[^1].EarlierTurns);
    }

    [Fact]
    public async Task A_conversation_is_forgotten_after_half_an_hour()
    {
        await AskAsync(new { question = "Which IELTS?", conversation = "c1" });
        clock.Turn(TimeSpan.FromMinutes(31));
        await AskAsync(new { question = "And TOEFL?", conversation = "c1" });

        Assert.Empty(bot.Asked[^1].EarlierTurns);
    }

    [Theory]
    [InlineData("", 400, "no valid JSON")]
    [InlineData("{", 400, "line 1")]
    [InlineData("null", 400, "null")]
    [InlineData("[]", 400, "no valid JSON")]
    [InlineData("{}", 400, "'question' is missing")]
    [InlineData("""{"question": 7}""", 400, "'question'")]
    [InlineData("""{"question": "a", "question": "b"}""", 400, "no valid JSON")]
    [InlineData("""{"question": "\ud800"}""", 400, "no valid JSON")]
    [InlineData("""{"question": "a", "turns": [null]}""", 400, "'turns'")]
    [InlineData("""{"question": "a", "turns": "b"}""", 400, "'turns'")]
    [InlineData("""{"question": "a", "programme": "mba"}""", 400, "Known: msc-robotics, mres")]
    public async Task What_cannot_be_understood_is_refused_with_the_reason(string body, int status, string reason) =>
        await RefusedAsync(new StringContent(body, Encoding.UTF8, "application/json"), status, reason);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused() =>
        await RefusedAsync(Json([.. "{\"question\": \""u8, 0xff, 0xfe, .. "\"}"u8]), 400, "no valid JSON");

    [Fact]
    public async Task A_too_long_question_is_refused_and_the_longest_allowed_is_not()
    {
        await AskAsync(new { question = new string('a', Question.MaxLength) });
        await RefusedAsync(JsonContent.Create(new { question = new string('a', Question.MaxLength + 1) }), 400, "at most 4000");
    }

    [Fact]
    public async Task A_too_large_body_is_refused_whether_its_length_is_told_or_not()
    {
        var body = Encoding.UTF8.GetBytes($"{{\"question\": \"{new string('a', JsonBody.MaxBytes)}\"}}");

        await RefusedAsync(Json(body), 413, "65536");
        await RefusedAsync(new UntoldLength(body), 413, "65536");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Only_json_is_taken(string type) =>
        await RefusedAsync(new StringContent("""{"question": "a"}""", Encoding.UTF8, type), 415, "application/json");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202Egnp.exe\u202C \u0000 \u001B[31m")]
    [InlineData("' OR 1=1; DROP TABLE answers; --")]
    [InlineData("{{starters}} ${7*7} %s%n ../../etc/passwd")]
    [InlineData("@everyone <@&1> <!channel>")]
    public async Task Hostile_words_arrive_as_they_are_and_do_no_harm(string words)
    {
        await AskAsync(new { question = words });

        Assert.Equal(words, Assert.Single(bot.Asked).Text);
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        using var answer = await bot.Client.GetAsync(new Uri("/api/ask", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_fault_inside_is_told_politely_and_tells_nothing()
    {
        bot.Says("Break", _ => throw new InvalidOperationException("secret path /srv/data"));

        using var answer = await bot.Client.PostAsJsonAsync("/api/ask", new { question = "Break" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new("application/json") } };

    private async Task<JsonElement> AskAsync(object body)
    {
        using var answer = await bot.Client.PostAsJsonAsync("/api/ask", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(HttpContent content, int status, string reason)
    {
        using var answer = await bot.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private sealed class UntoldLength : HttpContent
    {
        private readonly byte[] body;

        public UntoldLength(byte[] body)
        {
            this.body = body;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(body, TestContext.Current.CancellationToken).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
