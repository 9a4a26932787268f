using System.Text.RegularExpressions;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels.Wording;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

/// <summary>The chat's own words, from the file to the page.</summary>
public sealed partial class WebWordingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de-AT, en;q=0.5", "de", "Ihre Frage")]
    [InlineData("fr, de;q=0.3, en;q=0.4", "en", "Your question")]
    [InlineData("fr;q=0.9, de;q=0.8", "de", "Ihre Frage")]
    [InlineData("*", "en", "Your question")]
    [InlineData("\"><script>", "en", "Your question")]
    [InlineData("", "en", "Your question")]
    public async Task The_page_speaks_the_language_that_the_browser_asks_for_as_far_as_there_is_one(string asked, string language, string words)
    {
        await using var bot = await WebBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        using var response = await bot.Client.SendAsync(request, Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"placeholder=\"{words}\"", page, StringComparison.Ordinal);
        Assert.Equal(["Accept-Language"], response.Headers.Vary);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy", "de", "Was von Ihnen behalten wird")]
    [InlineData("/privacy", "en", "What is kept of you")]
    [InlineData("/sources", "de", "Jede Antwort ist Wort für Wort aus diesen Dokumenten.")]
    [InlineData("/sources", "en", "Every answer is taken word for word from these documents.")]
    [InlineData("/sources/none", "de", "Dieses Dokument gibt es nicht")]
    public async Task Every_page_that_people_read_speaks_their_language(string path, string language, string words)
    {
        await using var bot = await WebBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using var response = await bot.Client.SendAsync(request, Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(["Accept-Language"], response.Headers.Vary);
        Assert.DoesNotMatch(@"\{\{|\{\d\}", page);
    }

    [Fact]
    public async Task The_pages_of_sources_and_of_what_is_kept_say_what_the_file_says()
    {
        using var folder = new NorthfieldFolder();
        folder.Write("seeds/wording.yaml", "en:\n  privacy:\n    title: 'All about <you>'\n    without-audit: 'Kept {0}: <b>deeds</b>'\n  sources:\n    lead: 'Read & see'\n");
        await using var host = await ModeratedHost.StartAsync(folder: folder);
        using var client = host.Client();

        var privacy = await client.GetStringAsync(new Uri("/privacy", UriKind.Relative), Token);
        Assert.Contains("<h1>All about &lt;you&gt;</h1>", privacy, StringComparison.Ordinal);
        Assert.Matches(@"<li>Kept \d+ days: &lt;b&gt;deeds&lt;/b&gt;</li>", privacy);
        Assert.Contains("Read &amp; see", await client.GetStringAsync(new Uri("/sources", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_file_are_words_on_the_page_whatever_they_hold()
    {
        using var folder = new NorthfieldFolder();
        folder.Write("seeds/wording.yaml", "en:\n  web:\n    title: '<script>alert(1)</script> {{starters}}'\n    ask: 'Go \"now\"'\n    keys-hint: '<b>{0}</b> or {1}'\n");
        await using var host = await ModeratedHost.StartAsync(folder: folder);
        using var client = host.Client();
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Token);

        Assert.Contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; {{starters}}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"send\">Go &quot;now&quot;<", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;<kbd>Enter</kbd>&lt;/b&gt; or <kbd>Shift</kbd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_that_the_page_and_its_scripts_ask_for_is_there_and_every_text_is_used()
    {
        var known = WordingTexts.Of(WebWording.All[0]).Select(t => t.Key).ToHashSet();
        var assembly = typeof(AssetBundle).Assembly;
        var sources = assembly.GetManifestResourceNames().Where(n => n.StartsWith("Web/", StringComparison.Ordinal) && Path.GetExtension(n) is ".js" or ".html").Select(n =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
            return reader.ReadToEnd();
        }).ToList();
        var asked = sources.SelectMany(s => Asked().Matches(s)).Select(m => m.Groups[1].Value).Where(k => !k.EndsWith('-')).ToHashSet();

        Assert.Empty(asked.Except(known));
        var all = string.Join('\n', sources);
        string[] made = ["keys-hint", "reason-wrong", "reason-not-my-programme", "reason-out-of-date", "reason-unclear", "reason-other"];
        Assert.DoesNotContain(known.Except(made), k => !all.Contains($"'{k}'", StringComparison.Ordinal) && !all.Contains($"{{{{w:{k}}}}}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:\bw\('|\{\{w:)([a-z-]+)")]
    private static partial Regex Asked();
}
