using System.Net;
using System.Text.RegularExpressions;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Web.Moderation;

public sealed class FilesPagesTests : IAsyncLifetime
{
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
    public async Task Entries_come_in_after_a_look()
    {
        var (looked, upload) = await LookAsync(ada, Entry("added", "Yes."));
        Assert.Contains("1 new, 0 changed", looked.Html, StringComparison.Ordinal);
        Assert.Null(await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("added"), Token)));

        Assert.Equal("/moderate/entries?done=imported", (await ada.SendAsync("/moderate/files/import", ("upload", upload))).Location);

        Assert.Equal("Yes.", await AnswerAsync("added"));
        Assert.Contains("bring it again", (await ada.SendAsync("/moderate/files/import", ("upload", upload))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_that_leads_nowhere_is_named_and_nothing_is_imported()
    {
        var text = Entry("added", "Yes.") + "    follow_ups: ['More -> nowhere']\n" + Entry("other", "No.").Replace("entries:\n", "", StringComparison.Ordinal);

        var (looked, upload) = await LookAsync(ada, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, looked.Status);
        Assert.Contains("leads to &#x27;nowhere&#x27;, which there is not", looked.Html, StringComparison.Ordinal);
        Assert.Equal("", upload);
        var kept = Path.GetFileName(Directory.GetFiles(Path.Combine(host.Folder["data"], "uploads")).Single());
        var forced = await ada.SendAsync("/moderate/files/import", ("upload", kept));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains("Nothing was imported", forced.Html, StringComparison.Ordinal);
        Assert.Null(await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("other"), Token)));
    }

    [Fact]
    public async Task What_people_changed_here_stays_unless_the_file_s_words_are_chosen()
    {
        await BringAsync(Entry("hours", "Nine to five."));
        await EditAsync("hours", "Nine to six.", 1);
        var (looked, upload) = await LookAsync(ada, Entry("hours", "Ten to five.") + Entry("added", "Yes.").Replace("entries:\n", "", StringComparison.Ordinal));

        Assert.Contains("1 in conflict with what people wrote", looked.Html, StringComparison.Ordinal);
        Assert.Contains("Nine to <del>five</del><ins>six</ins>.", looked.Html, StringComparison.Ordinal);
        Assert.Contains("<del>Nine</del><ins>Ten</ins> to <del>six</del><ins>five</ins>.", looked.Html, StringComparison.Ordinal);
        Assert.Equal("/moderate/entries?done=imported", (await ada.SendAsync("/moderate/files/import", ("upload", upload))).Location);
        Assert.Equal(("Nine to six.", "Yes."), (await AnswerAsync("hours"), await AnswerAsync("added")));

        var (again, second) = await LookAsync(ada, Entry("hours", "Ten to five."));
        await ada.SendAsync("/moderate/files/import", ("upload", second), ("take", Box(again.Html)));
        Assert.Equal("Ten to five.", await AnswerAsync("hours"));
    }

    [Theory]
    [InlineData("hours@99")]
    [InlineData("hours")]
    [InlineData("hours@-2")]
    [InlineData("../../etc@2")]
    [InlineData("@2")]
    public async Task A_forged_choice_overwrites_nothing(string take)
    {
        await BringAsync(Entry("hours", "Nine to five."));
        await EditAsync("hours", "Nine to six.", 1);
        var (_, upload) = await LookAsync(ada, Entry("hours", "Ten to five."));

        await ada.SendAsync("/moderate/files/import", ("upload", upload), ("take", take));

        Assert.Equal("Nine to six.", await AnswerAsync("hours"));
    }

    [Fact]
    public async Task Another_role_s_entry_is_refused_by_name_on_the_look_and_at_the_import()
    {
        await ada.SendAsync("/moderate/new-entry", ("title", "Fees"), ("answer", "See the fees page."), ("owner", "office"), ("tried", "seen"), ("do", "publish"));
        using var staff = await host.StaffAsync();
        const string File = "entries:\n  - id: fees\n    title: Fees\n    answer: Free!\n    owner: office\n  - id: ours\n    title: Ours?\n    answer: Yes.\n";
        // Written by hand, so a conflict: it can be left, but not taken.
        var (looked, upload) = await LookAsync(staff, File);
        Assert.Contains("the entry &#x27;fees&#x27; is for the role &#x27;office&#x27; to change", looked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"take\"", looked.Html, StringComparison.Ordinal);

        var forced = await staff.SendAsync("/moderate/files/import", ("upload", upload), ("take", "fees@1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Equal("See the fees page.", await AnswerAsync("fees"));
        Assert.Null(await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("ours"), Token)));
    }

    [Fact]
    public async Task A_place_that_asks_for_a_second_person_takes_nothing_live_from_a_file()
    {
        Assert.True(PlaceId.TryParse(ModeratedHost.Guild, out var guild));
        await host.WriteAsync(async unit => await unit.Places.SaveAsync(new Place(guild, new PlaceSettings { SecondPerson = true }), Token));
        using var staff = await host.StaffAsync();

        var (refused, _) = await LookAsync(staff, Entry("added", "Yes."));
        var (_, upload) = await LookAsync(staff, Entry("added", "Yes.") + "    status: review\n");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("the entry &#x27;added&#x27; would go live", refused.Html, StringComparison.Ordinal);
        await staff.SendAsync("/moderate/files/import", ("upload", upload));
        Assert.Equal(FaqStatus.Review, (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId("added"), Token)))!.Content.Status);
    }

    [Fact]
    public async Task Words_of_a_file_are_words_on_the_page()
    {
        await BringAsync(Entry("hours", "Nine."));
        await EditAsync("hours", "<script>alert(1)</script>", 1);
        var (looked, _) = await LookAsync(ada, Entry("hours", "\"<img src=x onerror=alert(1)>\"") + "  - id: next\n    title: '=cmd <script>'\n    answer: '<script>'\n");

        Assert.Contains("&lt;script&gt;", looked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", looked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", looked.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_go_out_and_no_cell_of_a_table_is_a_formula()
    {
        await ada.SendAsync("/moderate/new-entry", ("title", "=cmd|' /C calc'!A0"), ("phrasings", "+1\n-1\n@x"), ("answer", "=HYPERLINK(\"http://x\")"), ("do", "publish"));
        using var yaml = await ada.Client.GetAsync(new Uri("/moderate/files/entries.yaml", UriKind.Relative), Token);
        using var csv = await ada.Client.GetAsync(new Uri("/moderate/files/entries.csv", UriKind.Relative), Token);
        var text = await csv.Content.ReadAsStringAsync(Token);

        Assert.Contains("cmd|", await yaml.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)(^|,)\"?[=+@-]", text);
        Assert.Contains("cmd|", text, StringComparison.Ordinal);
    }

    private static string Entry(string id, string answer) => $"entries:\n  - id: {id}\n    title: About {id}?\n    answer: {answer}\n";

    private static string Box(string html) => WebUtility.HtmlDecode(Regex.Match(html, "name=\"take\" value=\"([^\"]+)\"").Groups[1].Value);

    private static async Task<((HttpStatusCode Status, string Html, string? Location) Looked, string Upload)> LookAsync(ModeratorBrowser browser, string yaml)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await browser.TokenAsync()), "form" }, { new StringContent(yaml), "file", "entries.yaml" } };
        var looked = await browser.PostAsync("/moderate/files/look", content);
        return (looked, Regex.Match(looked.Html, "name=\"upload\" value=\"([^\"]+)\"").Groups[1].Value);
    }

    private async Task BringAsync(string yaml) => Assert.EndsWith("imported", (await ada.SendAsync("/moderate/files/import", ("upload", (await LookAsync(ada, yaml)).Upload))).Location, StringComparison.Ordinal);

    private async Task EditAsync(string id, string answer, int basedOn) => Assert.Equal(
        HttpStatusCode.SeeOther, (await ada.SendAsync($"/moderate/entries/{id}/edit", ("title", $"About {id}?"), ("answer", answer), ("basedon", $"{basedOn}"), ("tried", "seen"), ("do", "publish"))).Status);

    private async Task<string> AnswerAsync(string id) => (await host.ReadAsync(u => u.Faq.FindAsync(new FaqId(id), Token)))!.Content.Answer;
}
