using Microsoft.Playwright;

namespace ProgrammeBot.Tests.Support;

/// <summary>One real Chromium for all tests of a class; where there is none, they are skipped with the reason.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Setting = "PROGRAMMEBOT_TEST_CHROMIUM";

    private const string Missing = $"There is no Chromium: install one (apt install chromium), or name it in {Setting}.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Path { get; } = Find();

    /// <summary>A page of its own, with no memory of others, that notes what a visitor must never meet.</summary>
    public Task<Visit> VisitAsync(WebBot bot, BrowserNewContextOptions? options = null) => VisitAsync(bot.Address, options);

    /// <summary>As for a web chat, on whichever host.</summary>
    public async Task<Visit> VisitAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        Assert.SkipUnless(browser is not null, Missing);
        options ??= new();
        options.BaseURL = address.AbsoluteUri;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return await Visit.BeginAsync(context, address);
    }

    /// <summary>A page of its own at an address that is not our web chat.</summary>
    public async Task<IPage> PageAsync(Uri address, int width, int height)
    {
        Assert.SkipUnless(browser is not null, Missing);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }

    private static string? Find() => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
