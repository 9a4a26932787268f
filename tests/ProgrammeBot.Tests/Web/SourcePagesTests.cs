using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web;

public sealed partial class SourcePagesTests : IAsyncLifetime
{
    private readonly SourceDocument guide = Samples.Guide();
    private WebBot bot = null!;

    public async ValueTask InitializeAsync() => bot = (await WebBot.StartAsync()).With(guide, Samples.Handbook());

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_list_tells_whose_words_each_document_holds()
    {
        var list = Body(await PageAsync("/sources"));

        Assert.Equal(
            """
            Sources
            Every answer is taken word for word from these documents.
            MRes Handbook
            Official: the words of Northfield University.
            Northfield University · as of 2024 · 2 sections
            MSc Robotics: a guide for applicants
            Digest of ‘Programme Specification: MSc Robotics’: not the publisher’s own words.
            Northfield University · 2025-26 entry · as of 2025-01 · 4 sections
            """.ReplaceLineEndings("\n"),
            list);
    }

    [Fact]
    public async Task A_document_shows_headings_lists_and_tables_as_such()
    {
        var page = await PageAsync("/sources/msc-robotics-guide");

        Assert.Contains("<h3 id=\"section-2\" dir=\"auto\">Modules</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" dir=\"auto\">Term</th>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td dir=\"auto\">Perception</td><td dir=\"auto\">Spring</td><td dir=\"auto\">5</td></tr>", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "<li dir=\"auto\">(Transcripts|Two|A statement)"));
        // The footnote in the table's midst comes below it.
        Assert.Matches("(?s)Individual Project.*</table>.*<p class=\"footnote\" dir=\"auto\">\\* Pass or fail.</p>", page);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quote_is_marked_without_any_script()
    {
        var citation = Samples.Credits(guide).Citations[0];
        var spans = string.Join(',', citation.Spans.Select(s => $"{s.Start}-{s.End}"));

        var page = await PageAsync($"/sources/msc-robotics-guide?v={guide.Version}&s={spans}");

        Assert.Equal(["Module", "Term", "ECTS", "Perception", "Spring", "5"], Marks(page));
        Assert.Single(Regex.Matches(page, "id=\"mark\""));
    }

    [Theory]
    [InlineData("s=s3-9")]
    [InlineData("s=3-9&v=nonsense")]
    public async Task A_place_is_read_in_either_form(string query) =>
        Assert.Single(Marks(await PageAsync("/sources/msc-robotics-guide?" + query)));

    [Theory]
    [InlineData("s=1-99999999")]
    [InlineData("s=999999-9999999")]
    [InlineData("s=%22%3E%3Cscript%3E")]
    [InlineData("s=5-1&v=%00")]
    public async Task A_senseless_place_marks_what_it_can_and_breaks_nothing(string query) =>
        Assert.DoesNotContain("<script>", await PageAsync("/sources/msc-robotics-guide?" + query), StringComparison.Ordinal);

    [Fact]
    public async Task A_cited_text_that_has_changed_since_is_shown_as_it_was()
    {
        const string old = "Fees\nThe fee is 9,000 pounds.\nItem | Price\nDeposit | 500";
        var version = await bot.KeepAsync("msc-robotics-guide", old);

        var page = await PageAsync($"/sources/msc-robotics-guide?v={version}&s=5-29");

        Assert.Contains("This document has changed since it was cited", page, StringComparison.Ordinal);
        Assert.Equal(["The fee is 9,000 pounds."], Marks(page));
        Assert.Contains("<td dir=\"auto\">Deposit</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_the_beginning_of_a_version_finds_it()
    {
        var version = await bot.KeepAsync("msc-robotics-guide", "As it was.");

        Assert.Equal(["As it"], Marks(await PageAsync($"/sources/msc-robotics-guide?s=s0-5.{version[7..19]}")));
    }

    [Fact]
    public async Task What_an_answer_cites_can_be_read_after_the_document_has_changed()
    {
        bot.Says("Which IELTS?", Samples.Ielts(guide));
        using var answer = await bot.Client.PostAsJsonAsync("/api/ask", new { question = "Which IELTS?" }, TestContext.Current.CancellationToken);
        var span = Samples.Ielts(guide).Citations[0].Spans[0];
        bot.With(Sketch.Of(guide.Metadata, "# Admission\nIELTS 7.5 is asked for."));

        var page = await PageAsync($"/sources/msc-robotics-guide?s={span.Start}-{span.End}&v={guide.Version}");

        Assert.Equal(["IELTS 7.0 overall is the language requirement, with at least 6.5 in each element."], Marks(page));
        Assert.Contains("has changed since it was cited", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cited_text_that_is_not_kept_is_said_to_be_gone_and_nothing_wrong_is_marked()
    {
        var page = await PageAsync("/sources/msc-robotics-guide?s=s5-29.0123456789ab");

        Assert.Contains("the earlier text is not kept", page, StringComparison.Ordinal);
        Assert.Empty(Marks(page));
    }

    [Fact]
    public async Task Hostile_documents_are_words_and_nothing_else()
    {
        var hostile = Sketch.Of(
            new DocumentMetadata("hostile") { Title = "<script>alert('title')</script>", Publisher = "\" onload=\"x", Cohort = "</title>", Link = new Uri("https://x.example/\"><script>") },
            "# <img src=x onerror=alert(1)>\n</article><script>alert(2)</script> {0} {{x}} &amp; \u202Eevil\n<td> | <b>b</b>");
        bot.With(hostile);

        foreach (var path in new[] { "/sources", "/sources/hostile", "/sources/hostile?s=0-60" })
        {
            var page = await PageAsync(path);
            Assert.DoesNotMatch("<script>|<img|<b>|onload=\"x|</article><script", page);
        }
    }

    [Theory]
    [InlineData("/sources/none")]
    [InlineData("/sources/..%2f..%2fetc%2fpasswd")]
    [InlineData("/sources/none?v=0123456789abcdef&s=1-2")]
    public async Task What_is_not_there_is_said_in_a_page(string path)
    {
        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("no such document", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_comes_with_its_context_and_its_marks()
    {
        var span = guide.Quote("IELTS 7.0 overall is the language requirement").Spans[0];

        var passage = await bot.Client.GetFromJsonAsync<JsonElement>($"/api/passages/msc-robotics-guide?s={span.Start}-{span.End}", TestContext.Current.CancellationToken);

        Assert.Equal(["Programme overview", "Admission"], passage.GetProperty("heading_path").EnumerateArray().Select(h => h.GetString()));
        Assert.Equal("current", passage.GetProperty("edition").GetString());
        var shown = passage.GetProperty("pieces").EnumerateArray().ToList();
        Assert.Equal(["paragraph", "paragraph", "list"], shown.Select(p => p.GetProperty("kind").GetString()));
        Assert.True(shown[1].GetProperty("lines")[0][0][0].GetProperty("marked").GetBoolean());
        Assert.StartsWith($"/sources/msc-robotics-guide?v={guide.Version[7..19]}&s={span.Start}-{span.End}#mark", passage.GetProperty("page_url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_of_a_table_brings_its_header_and_what_stands_above()
    {
        var span = guide.Quote("Perception | Spring | 5").Spans[0];

        var passage = await bot.Client.GetFromJsonAsync<JsonElement>($"/api/passages/msc-robotics-guide?s={span.Start}-{span.End}", TestContext.Current.CancellationToken);

        var shown = passage.GetProperty("pieces").EnumerateArray().ToList();
        Assert.Equal(["paragraph", "table", "footnote"], shown.Select(p => p.GetProperty("kind").GetString()));
        Assert.Equal(1, shown[1].GetProperty("header_lines").GetInt32());
        Assert.Equal(5, shown[1].GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task A_quoted_heading_brings_what_follows_it()
    {
        var at = guide.Text.IndexOf("Fees", StringComparison.Ordinal);

        var passage = await bot.Client.GetFromJsonAsync<JsonElement>($"/api/passages/msc-robotics-guide?s={at}-{at + 4}", TestContext.Current.CancellationToken);

        Assert.Equal("The guide names no fees.", passage.GetProperty("pieces")[0].GetProperty("lines")[0][0][0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_quote_of_everything_is_answered_in_part()
    {
        bot.With(Sketch.Of(new DocumentMetadata("long"), string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"row {i} | {i}"))));

        var passage = await bot.Client.GetStringAsync(new Uri("/api/passages/long?s=0-999999999", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.InRange(passage.Length, 1_000, 20_000);
    }

    [Fact]
    public async Task A_documents_text_is_served_by_its_version_and_no_other()
    {
        var text = await PageAsync($"/api/documents/msc-robotics-guide/{guide.Version}");

        Assert.Equal(guide.Text, text);
        foreach (var version in new[] { guide.Version[..20], "sha256:" + new string('0', 64), "latest", "sha256:" })
        {
            using var answer = await bot.Client.GetAsync(new Uri($"/api/documents/msc-robotics-guide/{version}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_kept_text_is_served_when_the_document_is_gone()
    {
        var version = await bot.KeepAsync("gone", "As it was.");

        Assert.Equal("As it was.", await PageAsync($"/api/documents/gone/{version}"));
    }

    private static IEnumerable<string> Marks(string page) => MarkForm().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    private static string Body(string page) => string.Join(
        '\n',
        TagForm().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], "").Split('\n').Select(l => WebUtility.HtmlDecode(l.Trim())).Where(l => l.Length > 0));

    private async Task<string> PageAsync(string path)
    {
        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<mark[^>]*>([^<]*)</mark>")]
    private static partial Regex MarkForm();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagForm();
}
