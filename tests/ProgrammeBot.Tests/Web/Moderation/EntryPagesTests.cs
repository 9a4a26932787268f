using System.Net;
using System.Text.RegularExpressions;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

public sealed class EntryPagesTests : IAsyncLifetime
{
    private const string Pass = "The pass mark is 50%.";

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
    public async Task An_empty_list_says_what_to_do() => Assert.Contains("There is no entry yet.", await ada.PageAsync("/moderate/entries"), StringComparison.Ordinal);

    [Fact]
    public async Task A_new_entry_is_written_with_a_passage_found_by_searching()
    {
        var found = await ada.SendAsync("/moderate/new-entry", ("title", "What is the pass mark?"), ("find", "pass mark"), ("do", "find"));
        var cite = WebUtility.HtmlDecode(Regex.Match(found.Html, "name=\"cite\" value=\"([^\"]+)\"> <span dir=\"auto\">Examinations carry 40%").Groups[1].Value);

        var saved = await ada.SendAsync(
            "/moderate/new-entry", ("title", "What is the pass mark?"), ("phrasings", "pass mark?\n\n how many per cent to pass\npass mark?"), ("answer", "It is **50%**. [1]"), ("cite", cite),
            ("scope", "msc-robotics"), ("tags", "marks, exams"), ("from", "2025-09-01"), ("until", "2099-08-31"), ("note", "asked often"), ("do", "publish"));

        Assert.Equal((HttpStatusCode.SeeOther, "/moderate/entries/what-is-the-pass-mark?done=published"), (saved.Status, saved.Location));
        var entry = (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("what-is-the-pass-mark"), Token)))!;
        Assert.Equal(["pass mark?", "how many per cent to pass"], entry.Content.Phrasings);
        Assert.Equal(["marks", "exams"], entry.Content.Tags);
        Assert.Equal((FaqStatus.Live, "msc-robotics", "Ada Winter"), (entry.Content.Status, entry.Content.Scope, entry.UpdatedBy));
        Assert.Contains(Pass, Assert.Single(entry.Content.Citations).Quote, StringComparison.Ordinal);
        var page = await ada.PageAsync(saved.Location!);
        Assert.Contains("<strong>50%</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Saved. It answers from now on.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_pasted_are_quoted_where_they_stand_and_others_are_refused()
    {
        await ada.SendAsync("/moderate/new-entry", ("title", "Pass mark"), ("quotedocument", "robotics"), ("quotewords", Pass), ("do", "publish"));
        var refused = await ada.SendAsync("/moderate/new-entry", ("title", "Fail mark"), ("quotedocument", "robotics"), ("quotewords", "The pass mark is 12%."), ("answer", "typed & kept"), ("do", "publish"));

        Assert.Equal(Pass, Assert.Single((await EntryAsync("pass-mark")).Content.Citations).Quote);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("stand nowhere in that document", refused.Html, StringComparison.Ordinal);
        Assert.Contains("typed &amp; kept", refused.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("robotics|sha256:0000|s1-5")]
    [InlineData("../../etc/passwd|x|s1-2")]
    [InlineData("nothing")]
    [InlineData("robotics|{version}|s1-999999")]
    [InlineData("robotics|{version}|s5-1")]
    public async Task A_citation_that_was_forged_is_taken_out_and_told(string cite)
    {
        var version = Regex.Match(WebUtility.HtmlDecode((await ada.SendAsync("/moderate/new-entry", ("title", "x"), ("find", "pass mark"), ("do", "find"))).Html), "sha256:[0-9a-f]{64}").Value;

        var sent = await ada.SendAsync("/moderate/new-entry", ("title", "x"), ("cite", cite.Replace("{version}", version, StringComparison.Ordinal)), ("do", "publish"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("choose it anew", sent.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        var sent = await ada.SendAsync(
            "/moderate/new-entry", ("title", " "), ("phrasings", new string('p', 501)), ("answer", "kept"), ("from", "2025-02-30"), ("tags", new string('t', 51)), ("do", "publish"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("The question is blank.", sent.Html, StringComparison.Ordinal);
        Assert.Contains("Number 1 has 501 characters, at most 500 are kept.", sent.Html, StringComparison.Ordinal);
        Assert.Contains("The first day is no day: write it as 2025-09-30.", sent.Html, StringComparison.Ordinal);
        Assert.Contains(">\nkept</textarea>", sent.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_slower_is_shown_both_and_loses_nothing()
    {
        await WriteAsync("When does it begin?", "In October.");
        using var bob = await host.SignInAsync("Bob");
        await bob.SendAsync("/moderate/entries/when-does-it-begin/edit", ("title", "When does it begin?"), ("answer", "In late September."), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));

        var slower = await ada.SendAsync("/moderate/entries/when-does-it-begin/edit", ("title", "When does it begin?"), ("answer", "In early October."), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));

        Assert.Equal(HttpStatusCode.Conflict, slower.Status);
        Assert.Contains("<bdi>Bob</bdi> saved revision 2", slower.Html, StringComparison.Ordinal);
        Assert.Contains("<del>late September</del><ins>early October</ins>", slower.Html, StringComparison.Ordinal);
        Assert.Contains(">\nIn early October.</textarea>", slower.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"basedon\" value=\"2\"", slower.Html, StringComparison.Ordinal);
        Assert.Equal("In late September.", (await EntryAsync("when-does-it-begin")).Content.Answer);
    }

    [Fact]
    public async Task A_likeness_is_told_once_and_can_be_overruled()
    {
        await WriteAsync("What is the pass mark of the exams?", "50%.");
        var warned = await ada.SendAsync("/moderate/new-entry", ("title", "What is the pass mark of the exams"), ("answer", "Fifty."), ("do", "publish"));
        Assert.Contains("already.</p>", warned.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"tried\" value=\"seen\"", warned.Html, StringComparison.Ordinal);

        var saved = await ada.SendAsync("/moderate/new-entry", ("title", "What is the pass mark of the exams"), ("answer", "Fifty."), ("tried", "seen"), ("do", "publish"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
    }

    [Fact]
    public async Task The_history_tells_what_changed_and_undo_takes_it_back()
    {
        await WriteAsync("When does it begin?", "In October.");
        await ada.SendAsync("/moderate/entries/when-does-it-begin/edit", ("title", "When does it begin?"), ("answer", "In September."), ("note", "new calendar"), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));

        var history = await ada.PageAsync("/moderate/entries/when-does-it-begin/history");
        Assert.Contains("new calendar", history, StringComparison.Ordinal);
        Assert.Contains("In <del>October</del><ins>September</ins>.", history, StringComparison.Ordinal);
        Assert.Equal("/moderate/entries/when-does-it-begin?done=undone", (await ada.SendAsync("/moderate/entries/when-does-it-begin/undo", ("basedon", "2"))).Location);
        Assert.Equal("In October.", (await EntryAsync("when-does-it-begin")).Content.Answer);
        Assert.Equal("/moderate/entries/when-does-it-begin?done=meanwhile", (await ada.SendAsync("/moderate/entries/when-does-it-begin/undo", ("basedon", "2"))).Location);
        await ada.SendAsync("/moderate/entries/when-does-it-begin/retire", ("basedon", "3"));
        Assert.Equal(FaqStatus.Retired, (await EntryAsync("when-does-it-begin")).Content.Status);
        await ada.SendAsync("/moderate/entries/when-does-it-begin/restore", ("basedon", "4"));
        Assert.Equal(FaqStatus.Live, (await EntryAsync("when-does-it-begin")).Content.Status);
    }

    [Fact]
    public async Task An_entry_of_another_role_is_seen_and_not_changed()
    {
        await ada.SendAsync("/moderate/new-entry", ("title", "Fees"), ("answer", "See the fees page."), ("owner", "office"), ("do", "publish"));
        using var staff = await host.StaffAsync();

        Assert.Contains("for the role ‘office’ to change", await staff.PageAsync("/moderate/entries/fees"), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", await staff.PageAsync("/moderate/entries/fees/edit"), StringComparison.Ordinal);
        foreach (var act in new[] { "edit", "retire", "undo", "restore" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.SendAsync("/moderate/entries/fees/" + act, ("title", "Mine"), ("basedon", "1"), ("tried", "seen"), ("do", "publish"))).Status);
        }

        Assert.Equal(1, (await EntryAsync("fees")).Revision);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_paged()
    {
        for (var n = 1; n <= 30; n++)
        {
            await WriteAsync($"Question number {n}", "Answer", n % 2 == 0 ? "mres-optics" : "");
        }

        var first = await ada.PageAsync("/moderate/entries");
        Assert.Contains("30 entries, 1 to 25 shown", first, StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", await ada.PageAsync("/moderate/entries?page=2"), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", await ada.PageAsync("/moderate/entries?page=99999"), StringComparison.Ordinal);
        Assert.Contains("15 entries", await ada.PageAsync("/moderate/entries?scope=mres-optics"), StringComparison.Ordinal);
        Assert.Contains("1 entry", await ada.PageAsync("/moderate/entries?q=number+17"), StringComparison.Ordinal);
        Assert.Contains("No entry fits.", await ada.PageAsync("/moderate/entries?status=draft"), StringComparison.Ordinal);
        Assert.Contains("30 entries", await ada.PageAsync("/moderate/entries?flag=no+source"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    [InlineData("</textarea></form><script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Hostile_words_are_words_on_every_page(string words)
    {
        var saved = await ada.SendAsync(
            "/moderate/new-entry", ("title", words), ("phrasings", words), ("answer", words), ("tags", words.Replace(",", "", StringComparison.Ordinal)), ("note", words), ("tried", "seen"), ("do", "publish"));
        Assert.True(saved.Status is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity, saved.Html);
        var path = saved.Location?.Split('?')[0] ?? "/moderate/entries";
        var query = Uri.EscapeDataString(words);
        foreach (var page in new[] { path, path + "/edit", path + "/history", "/moderate/entries", "/moderate/entries?q=" + query + "&status=" + query + "&page=" + query, "/moderate/test?q=" + query + "&done=" + query, "/moderate/new-entry?title=" + query })
        {
            var (_, html) = await ada.GetAsync(page);
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onerror=alert(1)>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_way_to_ask_from_the_test_page_waits_in_review_where_a_second_person_is_asked_for()
    {
        await WriteAsync("What is the pass mark?", "50%.");
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { SecondPerson = true }), Token));
        using var staff = await host.StaffAsync();

        var added = await staff.SendAsync("/moderate/test", ("question", "pass at what mark"), ("entry", "what-is-the-pass-mark"), ("do", "phrasing"));

        Assert.EndsWith("done=review", added.Location, StringComparison.Ordinal);
        Assert.Equal((FaqStatus.Review, 1), await EntryAsync("what-is-the-pass-mark") is var entry ? (entry.Content.Status, entry.LiveRevision) : default);
    }

    [Fact]
    public async Task Ask_and_explain_shows_reply_steps_and_ways_to_mend()
    {
        await WriteAsync("What is the pass mark?", "50%.");
        var page = (await ada.SendAsync("/moderate/test", ("question", "What is the pass mark?"), ("do", "ask"))).Html;

        Assert.Contains("Edit the entry it came from", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">", page, StringComparison.Ordinal);
        Assert.Contains("data-reply=\"{&quot;id&quot;", page, StringComparison.Ordinal);

        var rejected = await ada.SendAsync("/moderate/test", ("question", "What is the pass mark?"), ("entry", "what-is-the-pass-mark"), ("do", "reject"));
        Assert.Equal("/moderate/entries/what-is-the-pass-mark?done=rejected", rejected.Location);
        var added = await ada.SendAsync("/moderate/test", ("question", "pass at what mark"), ("entry", "what-is-the-pass-mark"), ("do", "phrasing"));
        Assert.EndsWith("done=phrasing", added.Location, StringComparison.Ordinal);
        Assert.Equal(["pass at what mark"], (await EntryAsync("what-is-the-pass-mark")).Content.Phrasings);
    }

    [Fact]
    public async Task An_entry_begun_from_a_reply_carries_its_words_and_passages()
    {
        var asked = await ada.SendAsync("/moderate/test", ("question", "How long is the MSc Robotics?"), ("do", "ask"));
        var cite = WebUtility.HtmlDecode(Regex.Match(asked.Html, "name=\"cite\" value=\"([^\"]+)\"").Groups[1].Value);

        var begun = await ada.SendAsync("/moderate/new-entry/begin", ("title", "How long is the MSc Robotics?"), ("cite", cite));

        Assert.Contains("value=\"How long is the MSc Robotics?\"", begun.Html, StringComparison.Ordinal);
        Assert.Contains("[1] The MSc Robotics lasts one year", begun.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_ups_are_written_a_line_each_shown_and_kept_by_a_form_without_them()
    {
        await WriteAsync("Fees", "See the fees page.");
        await WriteAsync("Rooms", "Ask.");
        const string Path = "/moderate/entries/rooms/edit";

        await ada.SendAsync(Path, ("title", "Rooms"), ("answer", "Ask."), ("followups", "What does it <b>cost</b>? -> fees\r\n\r\nfees\n"), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));

        Assert.Equal(["What does it <b>cost</b>? -> fees", "fees"], (await EntryAsync("rooms")).Content.FollowUps.Select(f => f.ToString()));
        Assert.Contains("What does it &lt;b&gt;cost&lt;/b&gt;? → <a href=\"/moderate/entries/fees\">fees</a>", await ada.PageAsync("/moderate/entries/rooms"), StringComparison.Ordinal);
        Assert.Contains("What does it <b>cost</b>? -> fees\nfees</textarea>", WebUtility.HtmlDecode(await ada.PageAsync(Path)), StringComparison.Ordinal);
        await ada.SendAsync(Path, ("title", "Rooms"), ("answer", "Ask us."), ("basedon", "2"), ("tried", "seen"), ("do", "publish"));
        Assert.Equal(2, (await EntryAsync("rooms")).Content.FollowUps.Count);
        await ada.SendAsync(Path, ("title", "Rooms"), ("answer", "Ask us."), ("followups", " "), ("basedon", "3"), ("tried", "seen"), ("do", "publish"));
        Assert.Empty((await EntryAsync("rooms")).Content.FollowUps);
    }

    [Theory]
    [InlineData("More -> nowhere", "Number 1 leads to the entry &#x27;nowhere&#x27;, which there is not.")]
    [InlineData("rooms", "Number 1 leads to the entry itself.")]
    [InlineData("fees\nMore -> </textarea><script>", "Number 2 names no entry: write &#x27;label -&gt; entry-id&#x27;.")]
    [InlineData("a\nb\nc\nd\ne\nf\ng", "The list of follow-ups has 7 items, at most 6 are kept.")]
    public async Task A_follow_up_that_cannot_be_kept_is_told_beside_its_field(string typed, string fault)
    {
        await WriteAsync("Fees", "See the fees page.");
        await WriteAsync("Rooms", "Ask.");

        var sent = await ada.SendAsync("/moderate/entries/rooms/edit", ("title", "Rooms"), ("answer", "Ask."), ("followups", typed), ("basedon", "1"), ("tried", "seen"), ("do", "publish"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains(fault, sent.Html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(typed.Split('\n')[0].Split('<')[0]).Trim(), sent.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", sent.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await EntryAsync("rooms")).Revision);
    }

    private async Task<FaqEntry> EntryAsync(string id) => (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId(id), Token)))!;

    private async Task WriteAsync(string title, string answer, string scope = "")
    {
        var saved = await ada.SendAsync("/moderate/new-entry", ("title", title), ("answer", answer), ("scope", scope), ("tried", "seen"), ("do", "publish"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
    }
}
