using Microsoft.Playwright;
using ProgrammeBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ProgrammeBot.Tests.Web.Moderation;

/// <summary>That everybody can read and use every page: on a phone, on a desk, in the dark, with long and hostile words.</summary>
/// <remarks>With <c>PROGRAMMEBOT_TEST_SCREENSHOTS</c> set to a folder, each page's picture is left there to be looked at.</remarks>
public sealed class ModerationLooksTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_SCREENSHOTS");

    private ModeratedHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await ModeratedHost.StartAsync(settings: new Dictionary<string, string?> { ["Moderation:Roles:registry:Name"] = "Registry" });
        using var ada = await host.SignInAsync();
        await ModeratedWorld.FillAsync(host, ada);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(1280, 860, ColorScheme.Light)]
    [InlineData(390, 780, ColorScheme.Light)]
    [InlineData(320, 640, ColorScheme.Dark)]
    public async Task Every_page_fits_has_names_roles_and_contrast(int width, int height, ColorScheme scheme)
    {
        await using var visit = await chromium.VisitAsync(host.Address, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        var page = visit.Page;
        await page.GotoAsync("/moderate/enter");
        await LookAsync(page, "enter", width);
        await page.GotoAsync((await host.InviteAsync()).PathAndFragment);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        foreach (var (name, path) in await ModeratedWorld.PagesAsync(host))
        {
            var response = await page.GotoAsync(path);
            Assert.True(response!.Ok, $"{path}: {response.Status}");
            await LookAsync(page, name, width);
        }

        await page.GotoAsync("/moderate/test");
        await page.GetByLabel("Question").FillAsync("What is the pass mark of the MSc Robotics?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(page.Locator("#reply .cite").First).ToBeVisibleAsync();
        await LookAsync(page, "test-asked", width);
        await page.GotoAsync("/moderate/new-entry");
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync("What is the pass mark?");
        await page.GetByLabel("Find a passage").FillAsync("modules credits perception");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await LookAsync(page, "entry-find", width);
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await LookAsync(page, "entry-faults", width);
        await page.GotoAsync("/moderate/files");
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "entries.yaml", MimeType = "application/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(ModeratedWorld.File) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the difference" }).ClickAsync();
        await Expect(page.GetByLabel("Take the file’s words").First).ToBeVisibleAsync();
        await LookAsync(page, "files-look", width);
        await page.GotoAsync("/moderate/entries/fees/edit");
        await page.GetByLabel("Follow-ups").FillAsync("More -> nowhere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();
        await LookAsync(page, "edit-fault", width);
        Assert.DoesNotContain(visit.Faults, f => !f.Contains("422", StringComparison.Ordinal));
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
        }

        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{name} at {width} is {wide} px too wide");
        Assert.Empty((await page.EvaluateAsync<string[]>(Accessibility.Checks)).Select(f => $"{name}: {f}"));
    }
}
