using Microsoft.Playwright;
using ProgrammeBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>What a moderator does, in a real browser.</summary>
public sealed class ModerationStoryTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ModeratedHost host = null!;

    public async ValueTask InitializeAsync() => host = await ModeratedHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_moderator_comes_in_by_a_link_writes_an_entry_that_answers_at_once_and_takes_a_change_back()
    {
        await using var visit = await chromium.VisitAsync(host.Address);
        var page = visit.Page;
        var link = await host.InviteAsync();
        await page.GotoAsync(link.PathAndFragment);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        Assert.DoesNotContain(link.Secret.Reveal(), page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Write an entry" }).ClickAsync();
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync("Where do I collect my student card?");
        await page.GetByLabel("Other ways to ask it").FillAsync("student card pick up\nwhere is my campus card");
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("At the **front desk**. [1]\n\n<script>alert(1)</script> [x](javascript:alert(1))");
        var preview = page.Locator("#preview");
        await Expect(preview.Locator("strong")).ToHaveTextAsync("front desk");
        await Expect(preview).ToContainTextAsync("<script>alert(1)</script> x");
        await Expect(preview.Locator("a, script")).ToHaveCountAsync(0);
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("At the **front desk**, with Ada. [1]");
        await page.GetByLabel("Find a passage").FillAsync("who leads robotics");
        await page.GetByLabel("Find a passage").PressAsync("Enter");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("lasts one year") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It answers from now on.");

        Assert.Contains("At the **front desk**, with Ada.", await AnswerAsync(visit), StringComparison.Ordinal);

        await page.GotoAsync("/moderate/entries/where-do-i-collect-my-student-card");
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("At the library. [1]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Not saved yet: look at what it would change"); // somebody has just asked it
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish all the same" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It answers from now on.");
        Assert.Contains("At the library.", await AnswerAsync(visit), StringComparison.Ordinal);
        await page.GotoAsync("/moderate/entries/where-do-i-collect-my-student-card");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the latest change" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("undone");
        Assert.Contains("At the **front desk**, with Ada.", await AnswerAsync(visit), StringComparison.Ordinal);

        await page.GotoAsync("/moderate");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/moderate/entries");
        await Expect(page.GetByLabel("Code of your link")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_test_page_shows_the_reply_as_the_chat_does_and_leads_to_what_mends_it()
    {
        await using var visit = await SignedInAsync();
        var page = visit.Page;
        await page.GotoAsync("/moderate/test");
        await page.GetByLabel("Question").FillAsync("What is the pass mark of the MSc Robotics?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();

        await page.Locator("#reply .cite").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("mark").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the passage" }).Or(page.GetByRole(AriaRole.Heading, new() { Name = "Fix this" })).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table).Last).ToContainTextAsync("pass mark");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an entry of it" }).ClickAsync();
        await Expect(page.GetByLabel("Question", new() { Exact = true })).ToHaveValueAsync("What is the pass mark of the MSc Robotics?");
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_scripts_everything_can_be_done_all_the_same()
    {
        await using var visit = await chromium.VisitAsync(host.Address, new() { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.GotoAsync("/moderate/enter");
        await page.GetByLabel("Code of your link").FillAsync((await host.InviteAsync()).Secret.Reveal());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GotoAsync("/moderate/new-entry");
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync("Where can bicycles stand?");
        await page.GetByLabel("Answer", new() { Exact = true }).FillAsync("**Yes.**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        await Expect(page.Locator("#preview strong")).ToHaveTextAsync("Yes.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved as a draft.");
    }

    private async Task<Visit> SignedInAsync()
    {
        var visit = await chromium.VisitAsync(host.Address);
        await visit.Page.GotoAsync((await host.InviteAsync()).PathAndFragment);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        return visit;
    }

    private static async Task<string> AnswerAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/");
        return await (await visit.AskAsync("where is my campus card")).Locator(".words").InnerTextAsync();
    }
}
