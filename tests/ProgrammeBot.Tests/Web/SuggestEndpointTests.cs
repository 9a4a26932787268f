using System.Net;
using System.Net.Http.Json;
using System.Text;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

/// <summary>Answers suggested on the web, through the real host, to the moderators' page.</summary>
public sealed class SuggestEndpointTests : IAsyncLifetime
{
    private ModeratedHost host = null!;
    private HttpClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ModeratedHost.StartAsync();
        client = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_somebody_suggests_comes_to_the_operator_and_to_no_places_moderator_and_names_nobody()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(new { question = "Where is the <b>gym</b>?", answer = "Behind the hall.<script>alert(1)</script>", programme = "mres-optics" }));

        var suggestion = Assert.Single(await host.ReadAsync(u => u.Suggestions.ListAsync(SuggestionState.Open, Token)));
        Assert.Equal(("Where is the <b>gym</b>?", "mres-optics", null, null), (suggestion.Question, suggestion.Scope, suggestion.Within, suggestion.By));
        using var ada = await host.SignInAsync();
        using var staff = await host.StaffAsync();
        var page = await ada.PageAsync("/moderate/suggestions/" + suggestion.Id);
        Assert.Contains("Behind the hall.&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("gym", await staff.PageAsync("/moderate/suggestions"), StringComparison.Ordinal);
        Assert.EndsWith("done=accepted", (await ada.SendAsync("/moderate/suggestions/" + suggestion.Id, ("title", "Where is the gym?"), ("answer", "Behind the hall."), ("do", "accept"))).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":\"q\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":\" \",\"answer\":\"a\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":\"q\",\"answer\":\" \"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":\"q\",\"answer\":\"a\",\"programme\":\"msc-nothing\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":{\"$ne\":1},\"answer\":\"a\"}", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("'", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_kept_is_refused(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/suggest", UriKind.Relative), content, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await host.ReadAsync(u => u.Suggestions.ListAsync(null, Token)));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_the_limit()
    {
        using var response = await client.PostAsJsonAsync("/api/suggest", new { question = new string('q', FaqContent.MaxTitleLength + 1), answer = "a" }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("300", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(new { question = "q", answer = new string('a', 70_000) }));
    }

    [Fact]
    public async Task Another_site_s_page_and_a_form_and_a_flood_are_refused()
    {
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/suggest") { Content = JsonContent.Create(new { question = "q", answer = "a" }) };
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await client.SendAsync(forged, Token);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var form = await client.PostAsync(new Uri("/api/suggest", UriKind.Relative), new FormUrlEncodedContent([new("question", "q"), new("answer", "a")]), Token);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add(await SendAsync(new { question = "q", answer = "a" }));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.InRange((await host.ReadAsync(u => u.Suggestions.ListAsync(null, Token))).Count, 1, 3);
    }

    [Fact]
    public async Task More_of_nobody_s_than_anybody_reads_are_not_taken()
    {
        await host.WriteAsync(async unit =>
        {
            for (var i = 1; i <= SuggestionDesk.MostUnnamed; i++)
            {
                await unit.Suggestions.SaveAsync(new Suggestion(new SuggestionId(SomePlaces.Id(i)), "q", "a", TimeProvider.System.GetUtcNow()), Token);
            }
        });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SendAsync(new { question = "q", answer = "a" }));
    }

    private async Task<HttpStatusCode> SendAsync(object body)
    {
        using var response = await client.PostAsJsonAsync("/api/suggest", body, Token);
        return response.StatusCode;
    }
}
