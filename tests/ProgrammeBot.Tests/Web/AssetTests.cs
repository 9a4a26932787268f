using System.Net;
using System.Text.RegularExpressions;
using ProgrammeBot.App.Web;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed class AssetTests : IAsyncLifetime
{
    private WebBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await WebBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Whatever_the_chat_names_is_there_and_may_be_kept_for_ever()
    {
        var page = await bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var named = Regex.Matches(page, "(?:href|src)=\"(/assets/[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(4, named.Count);
        foreach (var path in named)
        {
            using var answer = await GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task What_the_browser_has_already_is_not_sent_again()
    {
        foreach (var path in new[] { "/", "/assets/x/page.css" })
        {
            using var first = await GetAsync(path);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

            using var second = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Theory]
    [InlineData("/assets/x/chat.html")]
    [InlineData("/assets/x/appsettings.json")]
    [InlineData("/assets/x/..%2fchat.js")]
    public async Task Nothing_else_is_served(string path)
    {
        using var answer = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Suggestions_are_words_whatever_they_hold()
    {
        bot.Questions = ["{{programmes}} <script>alert(1)</script>"];
        bot.Programmes = [new("a\"b", "</option><script>")];

        var page = await bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("{{programmes}} &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("value=\"a&quot;b\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script>", page);
    }

    [Fact]
    public void No_file_of_ours_names_another_host()
    {
        var assembly = typeof(AssetBundle).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Web/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Assert.DoesNotMatch("https?://(?!www\\.w3\\.org/2000/svg)|@import|innerHTML|insertAdjacentHTML|document\\.write|eval\\(", reader.ReadToEnd());
        }
    }

    private Task<HttpResponseMessage> GetAsync(string path) => bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
