using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ProgrammeBot.Tests.Support;

/// <summary>A visitor's page, and what went wrong behind it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> faults = new();

    private Visit(IBrowserContext context, IPage page, Uri home)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        context.Request += (_, request) => Note(
            !request.Url.StartsWith(home.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal),
            $"request to another host: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Console errors, broken policies, requests to other hosts; a test that provokes one expects it.</summary>
    public IReadOnlyList<string> Faults => [.. faults];

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Box => Page.GetByLabel("Your question");

    public static async Task<Visit> BeginAsync(IBrowserContext context, Uri home) => new(context, await context.NewPageAsync(), home);

    /// <summary>Asks by keyboard and waits for the reply.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        var turn = Log.Locator(".turn").Nth(await Log.Locator(".turn").CountAsync());
        await Box.FillAsync(question);
        await Box.PressAsync("Enter");
        await turn.Locator(".words, .trouble").First.WaitForAsync();
        return turn;
    }

    public ValueTask DisposeAsync() => new(context.CloseAsync());

    private void Note(bool isFault, string words)
    {
        if (isFault)
        {
            faults.Enqueue(words);
        }
    }
}
