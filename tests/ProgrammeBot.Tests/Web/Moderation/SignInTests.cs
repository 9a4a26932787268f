using System.Net;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>Who gets in, who does not, and what the pages say to strangers.</summary>
public sealed class SignInTests
{
    private static readonly string[] Pages = ["/moderate", "/moderate/", "/moderate/enter", "/moderate/entries", "/moderate/entries/x", "/moderate/test", "/Moderate/ENTER", "/moderate/nowhere"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_moderator_every_address_answers_as_one_that_is_nowhere()
    {
        await using var host = await ModeratedHost.StartAsync(new Dictionary<string, string?>());
        using var client = host.Client();
        var nowhere = await AnswerAsync(client, HttpMethod.Get, "/nowhere-at-all");

        foreach (var path in Pages)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put })
            {
                Assert.Equal(nowhere, await AnswerAsync(client, method, path));
            }
        }

        Assert.StartsWith("NotFound", nowhere, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_whose_moderators_were_set_up_opens_the_entrance()
    {
        await using var host = await ModeratedHost.StartAsync(new Dictionary<string, string?>());
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { ModeratorRole = "7", ModeratorChannel = "8" }), Token));
        using var client = host.Client();

        Assert.StartsWith("OK", await AnswerAsync(client, HttpMethod.Get, "/moderate/enter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_shown_the_entrance_and_nothing_else()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var client = host.Client();
        foreach (var path in new[] { "/moderate", "/moderate/entries", "/moderate/entries/x/edit", "/moderate/test" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
            Assert.Equal((HttpStatusCode.SeeOther, "/moderate/enter"), (response.StatusCode, response.Headers.Location?.OriginalString));
        }

        using var post = await client.PostAsync(new Uri("/moderate/new-entry", UriKind.Relative), new FormUrlEncodedContent([new("title", "x"), new("do", "publish")]), Token);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Empty(await host.ReadAsync(u => u.Faq.ListAsync(null, Token)));
    }

    [Fact]
    public async Task Looking_at_the_entrance_uses_no_link_up()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var client = host.Client();
        var code = (await host.InviteAsync()).Secret.Reveal();
        for (var n = 0; n < 3; n++)
        {
            Assert.StartsWith("OK", await AnswerAsync(client, HttpMethod.Get, "/moderate/enter?code=" + code), StringComparison.Ordinal);
            await AnswerAsync(client, HttpMethod.Head, "/moderate/enter");
        }

        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync(client, code));
        Assert.Equal(HttpStatusCode.Forbidden, await EnterAsync(client, code));
    }

    [Fact]
    public async Task The_cookie_is_for_these_pages_alone_and_no_script_reads_it()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var client = host.Client();
        var code = (await host.InviteAsync()).Secret.Reveal();
        using var response = await client.PostAsync(new Uri("/moderate/enter", UriKind.Relative), new FormUrlEncodedContent([new("code", code)]), Token);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^moderator=[A-Za-z0-9_-]{43}; path=/moderate; samesite=strict; httponly$", cookie);
        Assert.DoesNotContain(code, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_public_https_address_the_cookie_is_bound_to_the_host()
    {
        await using var host = await ModeratedHost.StartAsync(settings: new Dictionary<string, string?> { ["Web:PublicBaseUrl"] = "https://bot.example.org" });
        using var client = host.Client();
        client.DefaultRequestHeaders.Host = "bot.example.org";
        var code = (await host.InviteAsync()).Secret.Reveal();
        using var response = await client.PostAsync(new Uri("/moderate/enter", UriKind.Relative), new FormUrlEncodedContent([new("code", code)]), Token);

        Assert.Matches("^__Host-moderator=[A-Za-z0-9_-]{43}; path=/; secure; samesite=strict; httponly$", Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_whoever_kept_its_cookie()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        var token = await ada.TokenAsync();

        await ada.PostAsync("/moderate/leave", new FormUrlEncodedContent([new("form", token)]));

        Assert.Equal(HttpStatusCode.SeeOther, (await ada.GetAsync("/moderate")).Status);
        Assert.Empty(await host.ReadAsync(u => u.SignIns.ListAsync(Token)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_form_without_the_sessions_token_changes_nothing(string? token)
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        List<KeyValuePair<string, string>> fields = [new("title", "How long?"), new("do", "publish")];
        if (token is not null)
        {
            fields.Add(new("form", token));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await ada.PostAsync("/moderate/new-entry", new FormUrlEncodedContent(fields))).Status);
        Assert.Empty(await host.ReadAsync(u => u.Faq.ListAsync(null, Token)));
    }

    [Fact]
    public async Task A_form_with_another_sessions_token_changes_nothing()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        using var bob = await host.SignInAsync("Bob");

        var sent = await ada.PostAsync("/moderate/new-entry", new FormUrlEncodedContent([new("title", "x"), new("do", "publish"), new("form", await bob.TokenAsync())]));

        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Empty(await host.ReadAsync(u => u.Faq.ListAsync(null, Token)));
    }

    [Fact]
    public async Task What_another_site_makes_the_browser_send_is_refused()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        var token = await ada.TokenAsync();
        ada.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await ada.PostAsync("/moderate/leave", new FormUrlEncodedContent([new("form", token)]))).Status);
        Assert.Single(await host.ReadAsync(u => u.SignIns.ListAsync(Token)));
    }

    [Fact]
    public async Task Bodies_that_are_no_form_or_too_large_are_refused()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        var token = await ada.TokenAsync();

        // Who is refused before the body is not to be sent it.
        ada.Client.DefaultRequestHeaders.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await ada.PostAsync("/moderate/new-entry", new StringContent("{}", null, "application/json"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await ada.PostAsync("/moderate/new-entry", new StringContent("form=" + token, null, "text/plain"))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ada.PostAsync("/moderate/new-entry", new FormUrlEncodedContent([new("form", token), new("answer", new string('a', 5 << 20))]))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync("/moderate/new-entry", new FormUrlEncodedContent(Enumerable.Range(0, 600).Select(n => new KeyValuePair<string, string>($"f{n}", ""))))).Status);
        using var broken = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n"u8.ToArray());
        broken.Headers.Add("Content-Type", "multipart/form-data; boundary=x");
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync("/moderate/new-entry", broken)).Status);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var client = host.Client();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 12; n++)
        {
            answers.Add(await EnterAsync(client, "guess " + n));
        }

        Assert.Equal(HttpStatusCode.Forbidden, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Pages_are_kept_by_no_cache_and_shown_in_no_frame()
    {
        await using var host = await ModeratedHost.StartAsync();
        using var ada = await host.SignInAsync();
        using var response = await ada.Client.GetAsync(new Uri("/moderate", UriKind.Relative), Token);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> EnterAsync(HttpClient client, string code)
    {
        using var response = await client.PostAsync(new Uri("/moderate/enter", UriKind.Relative), new FormUrlEncodedContent([new("code", code)]), Token);
        return response.StatusCode;
    }

    private static async Task<string> AnswerAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var response = await client.SendAsync(request, Token);
        response.Headers.Date = null;
        return $"{response.StatusCode}\n{response.Headers}{response.Content.Headers}\n{await response.Content.ReadAsStringAsync(Token)}";
    }
}
