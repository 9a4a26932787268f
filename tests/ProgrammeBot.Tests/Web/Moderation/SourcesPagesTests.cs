using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>Files that are brought to the pages, honest and hostile.</summary>
public sealed class SourcesPagesTests : IAsyncLifetime
{
    private const string Paper = "---\ntitle: Rooms\n---\n# Rooms\n\nThe robotics laboratory is room 4.12.\n";

    private ModeratedHost host = null!;
    private ModeratorBrowser ada = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await ModeratedHost.StartAsync();
        ada = await host.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ada.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_looked_at_then_put_in_place_and_answers()
    {
        var looked = await BringAsync("rooms.md", Paper);
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        Assert.False(File.Exists(host.Folder["seeds/rooms.md"]));

        var placed = await ada.SendAsync("/moderate/sources/place", ("upload", UploadIn(looked.Html)), ("target", "rooms.md"), ("replaces", ""), ("do", "place"));

        Assert.Equal("/moderate/sources?done=uploaded", placed.Location);
        Assert.Equal(Paper, host.Folder.Read("seeds/rooms.md"));
        Assert.Contains("room 4.12", (await ada.SendAsync("/moderate/test", ("question", "Which room is the robotics laboratory?"), ("do", "ask"))).Html, StringComparison.Ordinal);
        Assert.Contains("source added", await ada.PageAsync("/moderate/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_replaced_or_retired_is_kept_and_what_rests_on_it_is_told_before()
    {
        await ada.SendAsync("/moderate/new-entry", ("title", "Laboratory book"), ("quotedocument", "optics"), ("quotewords", "The laboratory book is due on 4 September."), ("tried", "seen"), ("do", "publish"));
        var before = host.Folder.Read("seeds/optics.md");
        var looked = await BringAsync("anything.md", before.Replace("4 September", "7 October", StringComparison.Ordinal), "optics.md");
        Assert.Contains("would not be served any more", looked.Html, StringComparison.Ordinal);

        await ada.SendAsync("/moderate/sources/place", ("upload", UploadIn(looked.Html)), ("target", "optics.md"), ("replaces", "optics.md"), ("do", "place"));
        Assert.Contains("7 October", host.Folder.Read("seeds/optics.md"), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Assert.Single(Directory.GetFiles(host.Folder["data/former-sources"]))));

        await ada.PageAsync("/moderate/sources/retire?file=optics.md");
        Assert.Equal("/moderate/sources?done=sourceretired", (await ada.SendAsync("/moderate/sources/retire", ("file", "optics.md"))).Location);
        Assert.False(File.Exists(host.Folder["seeds/optics.md"]));
        Assert.Equal(2, Directory.GetFiles(host.Folder["data/former-sources"]).Length);
    }

    [Theory]
    [InlineData("../evil.md")]
    [InlineData("..\\evil.md")]
    [InlineData("/etc/cron.d/evil.md")]
    [InlineData("C:\\evil.md")]
    [InlineData(".hidden.md")]
    [InlineData("a/b.md")]
    [InlineData("evil.exe")]
    [InlineData("evil.md.sh")]
    [InlineData("evil")]
    [InlineData("programmes.yaml")]
    [InlineData("robotics.md")]
    [InlineData("evil\0.md")]
    [InlineData("a<script>.md")]
    public async Task No_name_leads_anywhere_else(string name)
    {
        var before = Files();

        var sent = await BringAsync(name, Paper);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.DoesNotContain("<script>", sent.Html, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("../../x.md", "rooms.md", "")]
    [InlineData("{upload}", "../../rooms.md", "")]
    [InlineData("{upload}", "rooms.txt", "")]
    [InlineData("{upload}", "rooms.md", "../../../etc/passwd")]
    [InlineData("{upload}", "rooms.md", "nothing.md")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV.md", "rooms.md", "")]
    public async Task No_forged_place_is_written_to(string upload, string target, string replaces)
    {
        var kept = UploadIn((await BringAsync("rooms.md", Paper)).Html);
        var before = Files();

        var sent = await ada.SendAsync("/moderate/sources/place", ("upload", upload == "{upload}" ? kept : upload), ("target", target), ("replaces", replaces), ("do", "place"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Moderators_of_a_place_bring_and_retire_nothing()
    {
        using var staff = await host.StaffAsync();
        Assert.DoesNotContain("Bring a file", await staff.PageAsync("/moderate/sources"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await BringAsync("rooms.md", Paper, by: staff)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.SendAsync("/moderate/sources/retire", ("file", "optics.md"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/moderate/words")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/moderate/words/synonyms.yaml")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.SendAsync("/moderate/words/synonyms.yaml", ("text", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/moderate/sign-ins")).Status);
        Assert.True(File.Exists(host.Folder["seeds/optics.md"]));
    }

    [Fact]
    public async Task Synonyms_are_checked_kept_and_the_former_ones_stay_beside_them()
    {
        var page = await ada.PageAsync("/moderate/words/synonyms.yaml");
        var was = Regex.Match(page, "name=\"was\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        var wrong = await ada.SendAsync("/moderate/words/synonyms.yaml", ("was", was), ("text", "synonyms:\n  - same: [one]\n"), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("synonyms.yaml, line 2", wrong.Html, StringComparison.Ordinal);
        Assert.False(File.Exists(host.Folder["seeds/synonyms.yaml"]));

        Assert.Equal("/moderate/words/synonyms.yaml?done=started", (await ada.SendAsync("/moderate/words/synonyms.yaml", ("was", was), ("text", "synonyms:\n  - [fee, tuition]\n"), ("do", "save"))).Location);
        Assert.Equal(HttpStatusCode.Conflict, (await ada.SendAsync("/moderate/words/synonyms.yaml", ("was", was), ("text", "synonyms:\n  - [cost, tuition]\n"), ("do", "save"))).Status);
        var now = Regex.Match(await ada.PageAsync("/moderate/words/synonyms.yaml"), "name=\"was\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        await ada.SendAsync("/moderate/words/synonyms.yaml", ("was", now), ("text", "synonyms:\n  - [cost, tuition]\n"), ("do", "save"));
        Assert.Equal("synonyms:\n  - [cost, tuition]\n", host.Folder.Read("seeds/synonyms.yaml"));
        Assert.Equal("synonyms:\n  - [fee, tuition]\n", host.Folder.Read("seeds/synonyms.yaml.before"));
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync("/moderate/words/..%2Fprogrammes.yaml")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync("/moderate/words/programmes.yaml")).Status);
    }

    private static string UploadIn(string html) => Regex.Match(html, "name=\"upload\" value=\"([^\"]+)\"").Groups[1].Value;

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(host.Folder.FullPath, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/data/", StringComparison.Ordinal) && !f.Contains("/index/", StringComparison.Ordinal)).Select(f => f + File.ReadAllText(f).Length).Order(StringComparer.Ordinal)];

    private async Task<(HttpStatusCode Status, string Html, string? Location)> BringAsync(string name, string text, string replaces = "", ModeratorBrowser? by = null)
    {
        var browser = by ?? ada;
        var body = new StringBuilder();
        foreach (var (field, value) in new[] { ("form", await browser.TokenAsync()), ("replaces", replaces) })
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"--boundary\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        }

        // Written by hand: a client of ours would mend the name.
        body.Append(System.Globalization.CultureInfo.InvariantCulture, $"--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name.Replace("\0", "%00", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)}\"\r\nContent-Type: text/markdown\r\n\r\n{text}\r\n--boundary--\r\n");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=boundary");
        return await browser.PostAsync("/moderate/sources/bring", content);
    }
}
