using System.Net;
using System.Net.Http.Json;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed class GateTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sources")]
    [InlineData("/sources/none")]
    [InlineData("/api/suggestions")]
    [InlineData("/nowhere")]
    [InlineData("/healthz")]
    public async Task Every_response_tells_the_browser_to_trust_nobody_else(string path)
    {
        await using var bot = await WebBot.StartAsync();

        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var headers = string.Join('\n', answer.Headers.Where(h => h.Key is not ("Date" or "Vary" or "Transfer-Encoding" or "Cache-Control" or "ETag")).OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));
        Assert.Equal(
            """
            Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
            Cross-Origin-Opener-Policy: same-origin
            Cross-Origin-Resource-Policy: same-origin
            Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
            Referrer-Policy: no-referrer
            X-Content-Type-Options: nosniff
            X-Frame-Options: DENY
            """.ReplaceLineEndings("\n"),
            headers);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://bot.example", HttpStatusCode.OK)]
    [InlineData("X-Nothing", "1", HttpStatusCode.OK)]
    public async Task Another_site_cannot_ask_through_a_visitors_browser(string header, string value, HttpStatusCode expected)
    {
        await using var bot = await WebBot.StartAsync(o => o.PublicBaseUrl = "https://bot.example/");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "a" }) };
        request.Headers.Add(header, value);

        using var answer = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:99", HttpStatusCode.OK)]
    [InlineData("bot.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task A_local_bot_answers_only_to_its_own_names(string host, HttpStatusCode expected)
    {
        await using var bot = await WebBot.StartAsync(o => o.PublicBaseUrl = "https://bot.example/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sources") { Headers = { Host = host } };

        using var answer = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Too_many_questions_in_a_minute_are_told_when_to_come_back()
    {
        await using var bot = await WebBot.StartAsync(o => o.AskPerMinute = 3);
        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage answer;
        do
        {
            answer = await bot.Client.PostAsJsonAsync("/api/ask", new { question = "a" }, TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }
        while (answer.StatusCode == HttpStatusCode.OK && statuses.Count < 10);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        Assert.InRange(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 20);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var page = await bot.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_strangers_forwarded_address_is_not_believed()
    {
        await using var bot = await WebBot.StartAsync(o => o.AskPerMinute = 1);
        var statuses = new List<HttpStatusCode>();
        foreach (var claimed in new[] { "198.51.100.1", "198.51.100.2" })
        {
            statuses.Add(await AskFromAsync(bot, claimed));
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task A_trusted_proxys_forwarded_address_is_the_client()
    {
        await using var bot = await WebBot.StartAsync(o => (o.AskPerMinute, o.TrustedProxies) = (1, "127.0.0.1"));
        var statuses = new List<HttpStatusCode>();
        foreach (var claimed in new[] { "198.51.100.1", "198.51.100.2", "198.51.100.2" })
        {
            statuses.Add(await AskFromAsync(bot, claimed));
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    private static async Task<HttpStatusCode> AskFromAsync(WebBot bot, string claimed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "a" }) };
        request.Headers.Add("X-Forwarded-For", claimed);
        using var answer = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
