using Microsoft.Playwright;
using ProgrammeBot.Answering;
using ProgrammeBot.Documents;
using ProgrammeBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ProgrammeBot.Tests.Web;

/// <summary>That everybody can read and use it: on a phone, in the dark, with hostile words, with a screen reader.</summary>
public sealed class ChatLooksTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=alert(1)> \u202Egnp.exe [1] [9] ";

    private static readonly string Endless = new('W', 600);

    private readonly SourceDocument guide = Samples.Guide();
    private readonly SourceDocument hostile = Sketch.Of(
        new DocumentMetadata("hostile") { Title = "<script>alert('title')</script> " + Endless, Publisher = "</p>" + Endless, Cohort = Hostile },
        $"# <b>{Endless}</b>\n{Hostile}{Endless}\n<td> | {Endless} | <i>c</i>\nrow | {Hostile} | 3");

    private WebBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = (await WebBot.StartAsync()).With(guide, hostile)
            .Says("Which IELTS do I need?", Samples.Ielts(guide))
            .Says("How many credits is Perception?", Samples.Credits(guide))
            .Says("What is the fee?", Samples.Fees(guide))
            .Says("Hostile", new Answer(
                Hostile + Endless + "\n<td> | b\nrow | " + Hostile,
                [hostile.Quote(Hostile.Trim() + " " + Endless), hostile.Quote("<td> | ", "row | ")],
                Confidence.Low)
            { Choices = ["<u>" + Endless, Hostile] });
        bot.Questions = ["Which IELTS do I need?", "<b>" + Endless];
        bot.Programmes = [new("hostile", "<b>" + Endless)];
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task On_a_phone_nothing_needs_scrolling_sideways()
    {
        await using var visit = await chromium.VisitAsync(bot, new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });
        await visit.Page.GotoAsync("/");
        await NotWiderAsync(visit.Page);
        foreach (var question in new[] { "Which IELTS do I need?", "How many credits is Perception?", "What is the fee?", "Hostile", Endless })
        {
            var turn = await visit.AskAsync(question);
            foreach (var summary in await turn.Locator("summary").AllAsync())
            {
                await summary.ClickAsync();
            }

            await NotWiderAsync(visit.Page);
            if (question != Endless)
            {
                await turn.GetByRole(AriaRole.Button, new() { Name = "Suggest an answer" }).ClickAsync();
                await Expect(turn.GetByLabel("Your answer")).ToBeVisibleAsync();
                await NotWiderAsync(visit.Page);
                await PictureAsync(visit.Page, question, "phone");
            }
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Source 1" }).Last.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("mark").First).ToBeVisibleAsync();
        await NotWiderAsync(visit.Page);
        Assert.True(await visit.Page.GetByRole(AriaRole.Dialog).EvaluateAsync<bool>("d => d.matches(':modal') && d.scrollWidth <= d.clientWidth"));
        foreach (var path in new[] { "/sources", "/sources/hostile?s=0-900", "/sources/msc-robotics-guide" })
        {
            await visit.Page.GotoAsync(path);
            await NotWiderAsync(visit.Page);
        }

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        await using var visit = await chromium.VisitAsync(bot);
        await visit.Page.GotoAsync("/");
        var turn = await visit.AskAsync("Hostile");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Source 1" }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("mark").First).ToBeVisibleAsync();

        await Expect(turn.Locator(".words")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await visit.Page.Locator("img, b, i, u, script:not([src])").CountAsync());
        await Expect(turn.Locator(".words")).ToContainTextAsync("[9]");
        Assert.Equal(2, await turn.Locator(".words .cite").CountAsync());
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_has_a_name_a_role_and_enough_contrast(ColorScheme scheme)
    {
        await using var visit = await chromium.VisitAsync(bot, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await visit.Page.GotoAsync("/");
        await PassAsync(visit.Page, "the start");
        await visit.AskAsync("What is the fee?");
        await visit.AskAsync("How many credits is Perception?");
        foreach (var summary in await visit.Page.Locator(".passages summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).Last.ClickAsync();
        await Expect(visit.Page.GetByLabel("In your own words")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Suggest an answer" }).First.ClickAsync();
        await Expect(visit.Page.GetByLabel("Your answer")).ToBeVisibleAsync();
        await PictureAsync(visit.Page, "conversation", $"{scheme}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Source 1" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).Locator("mark").First).ToBeVisibleAsync();
        await PassAsync(visit.Page, "the conversation");
        foreach (var path in new[] { "/sources", "/sources/msc-robotics-guide?s=0-300", "/sources/none" })
        {
            await visit.Page.GotoAsync(path);
            await PassAsync(visit.Page, path);
        }
    }

    [Fact]
    public async Task In_the_dark_the_paper_is_dark()
    {
        await using var visit = await chromium.VisitAsync(bot, new() { ColorScheme = ColorScheme.Dark });
        await visit.Page.GotoAsync("/");

        Assert.Equal("rgb(20, 24, 29)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Who_asked_for_calm_sees_nothing_move()
    {
        bot.Gate.Reset();
        await using var visit = await chromium.VisitAsync(bot, new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.Page.GotoAsync("/");
        await visit.Box.FillAsync("Which IELTS do I need?");
        await visit.Box.PressAsync("Enter");
        await Expect(visit.Log).ToContainTextAsync("Looking it up");

        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    internal static async Task PictureAsync(IPage page, string name, string kind)
    {
        if (Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"chat-{string.Concat(name.Where(char.IsLetter))}-{kind}.png"), FullPage = true });
        }
    }

    private static async Task NotWiderAsync(IPage page)
    {
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth, innerWidth]");
        Assert.True(widths[0] <= widths[1] && widths[2] <= 360, $"{page.Url}: {widths[0]} wide in {widths[1]} ({widths[2]})");
    }

    private static async Task PassAsync(IPage page, string where)
    {
        var faults = await page.EvaluateAsync<string[]>(Accessibility.Checks);
        Assert.True(faults.Length == 0, $"{where}:\n{string.Join('\n', faults)}");
    }
}
