using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>Somebody at the Playground's page: what they do and see. Every wait is for something that is shown.</summary>
internal sealed class PlaygroundVisit : IAsyncDisposable
{
    private readonly PlaygroundServer _server;
    private readonly string? _screenshots = Environment.GetEnvironmentVariable("PROGRAMMEBOT_TEST_SCREENSHOTS");

    /// <summary>What was recorded before: of other visits.</summary>
    private readonly int _before;

    private PlaygroundVisit(PlaygroundServer server, IPage page, int before) => (_server, Page, _before) = (server, page, before);

    public IPage Page { get; }

    /// <summary>Where the bot answers to.</summary>
    public Uri ServiceUrl => new(_server.Address, "_connector");

    /// <summary>What the bot has said in the chat that is open, oldest first; in a channel, its threads, with what people say in them.</summary>
    public ILocator Replies => Page.Locator(".fai-OutputCard, .fui-Card[role=group]");

    private ILocator Box => Page.Locator("[contenteditable=true][role=textbox]").First;

    /// <summary>Opens the page and waits until it has found the bot. The bot is told of an installation each time.</summary>
    public static async Task<PlaygroundVisit> BeginAsync(Chromium chromium, PlaygroundServer server)
    {
        var before = server.Events().Count;
        var page = await chromium.PageAsync(server.Address, 1300, 1000);
        await page.GetByText("Connected.").WaitForAsync();

        // It shows every text a second time.
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).WaitForAsync();
        var visit = new PlaygroundVisit(server, page, before);
        await visit.EventAsync(e => e.Name == "conversationUpdate", "opening of the page");
        return visit;
    }

    /// <summary>Goes to the group chat or to the channel. Each opening tells the bot of an installation, and so it is seen when the chat is open.</summary>
    public async Task OpenAsync(string chat)
    {
        var conversation = chat switch { PlaygroundIds.GroupChat => PlaygroundIds.Group, PlaygroundIds.ChannelChat => PlaygroundIds.Channel, _ => null };
        var inChannel = chat.Contains(" - ", StringComparison.Ordinal);
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = chat }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = inChannel ? "Post" : "Send Message", Exact = true }).First.WaitForAsync();
        _ = conversation is null ? null : await EventAsync(e => e.Name == "conversationUpdate" && (string?)e.Body!["conversation"]!["id"] == conversation, $"opening of {chat}");
    }

    /// <summary>Writes and sends; in a channel it begins a thread.</summary>
    public async Task SayAsync(string text)
    {
        await Box.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        await SendAsync();
    }

    /// <summary>Mentions the bot, then writes and sends; in a channel it begins a thread, or answers in the newest.</summary>
    public async Task MentionAsync(string text, bool inThread = false)
    {
        var box = inThread ? Page.Locator("[contenteditable=true][role=textbox]").Nth(1) : Box;
        await box.ClickAsync();
        await Page.Keyboard.TypeAsync("@Test");
        var offered = Page.GetByRole(AriaRole.Option).Or(Page.GetByRole(AriaRole.Menuitem)).Filter(new() { HasText = PlaygroundIds.BotName });
        await offered.First.ClickAsync();
        await box.Locator(".mention").WaitForAsync();
        await Page.Keyboard.TypeAsync(" " + text);
        await (inThread ? Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First.ClickAsync() : SendAsync());
    }

    /// <summary>Chooses in a list of a card.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        await Page.GetByRole(AriaRole.Combobox, new() { Name = label }).Last.ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>The bot's next message that holds this, when it has come.</summary>
    public async Task<ILocator> ReplyAsync(string holding)
    {
        var reply = Replies.Filter(new() { HasText = holding }).Last;
        await SeesAsync(reply);
        return reply;
    }

    /// <summary>Waits until this text is shown anywhere.</summary>
    public Task SeesAsync(string text) => SeesAsync(Page.GetByText(text).First);

    /// <summary>Presses a button of a card, or one that is suggested.</summary>
    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    /// <summary>Presses the button of the card that says this.</summary>
    public Task PressOnAsync(string name, string card) =>
        Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = card }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    /// <summary>Fills a field of a card.</summary>
    public Task FillAsync(string label, string text) => Page.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(text);

    /// <summary>What is shown when the pointer is over a citation: the passage, and the source's name.</summary>
    public async Task<string> CitationAsync(ILocator reply, int number)
    {
        await reply.GetByRole(AriaRole.Button, new() { Name = $"{number}", Exact = true }).First.HoverAsync();
        var shown = Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new Regex("Reference") });
        await shown.WaitForAsync();
        var text = await shown.InnerTextAsync();
        await ShotAsync($"citation-{number}");

        // It covers the message's head until the pointer is gone.
        await Page.Mouse.MoveAsync(5, 5);
        await shown.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return text;
    }

    /// <summary>Votes on the last message that can be voted on, and says why.</summary>
    public async Task VoteAsync(bool up, string why)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = up ? "Like" : "Dislike", Exact = true }).Last.ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(why);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Page.GetByText("Thank you!").WaitForAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Searches by the message extension of the compose box; gives the titles found.</summary>
    public async Task<IReadOnlyList<string>> SearchAsync(string term, string command, string parameter)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Search Command" }).ClickAsync();

        // Left out, they are missing from the query: it knows no manifest.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Specify Command ID or Parameter" }).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Command ID" }).FillAsync(command);
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Parameter name" }).FillAsync(parameter);
        await Page.GetByPlaceholder("Enter a search term").FillAsync(term);
        var titles = Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).And(Page.Locator("h1:not(:has-text('Playground'))"));
        await SeesAsync(titles.First);
        return await titles.AllInnerTextsAsync();
    }

    /// <summary>Puts one that was found into the message; it is not sent yet.</summary>
    public async Task PickAsync(string title)
    {
        await Page.GetByRole(AriaRole.Heading, new() { Name = title }).First.ClickAsync();
        await Box.Locator(".ac-adaptiveCard").WaitForAsync();
    }

    /// <summary>Sends what stands in the box.</summary>
    public async Task SendAsync()
    {
        var send = Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).Or(Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }));
        await send.First.ClickAsync();
    }

    /// <summary>Uses an action of the message extension on the latest message.</summary>
    public async Task ActAsync(string command)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show more information" }).Last.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Action Command" }).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Command ID" }).FillAsync(command);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
    }

    /// <summary>Has the Playground send an event by its name in the menu: 'Install application', 'Uninstall application'…; it shows the activity first.</summary>
    public async Task MockAsync(string named)
    {
        await ChooseEventAsync(named);
        await SendShownAsync();
    }

    /// <summary>Sends an activity exactly as it is written here: sender, conversation and serviceUrl are the writer's to add.</summary>
    public async Task CustomAsync(string json)
    {
        await ChooseEventAsync("Custom activity");
        await Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("Editor content") }).FocusAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(json);

        // The editor closes brackets by itself, behind the cursor.
        await Page.Keyboard.PressAsync("Control+Shift+End");
        await Page.Keyboard.PressAsync("Delete");
        await SendShownAsync();
    }

    /// <summary>What was recorded during this visit.</summary>
    public IEnumerable<PlaygroundEvent> Events() => _server.Events().Skip(_before);

    /// <summary>Waits for something recorded; gives it.</summary>
    public async Task<PlaygroundEvent> EventAsync(Func<PlaygroundEvent, bool> wanted, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            do
            {
                if (Events().LastOrDefault(wanted) is { } found)
                {
                    return found;
                }
            }
            while (await beat.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            await ShotAsync("missing");
        }

        throw new TimeoutException($"There was no {what}. Recorded:\n{string.Join('\n', Events())}");
    }

    private async Task ChooseEventAsync(string named)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Mock an Activity" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = named }).First.ClickAsync();
    }

    private async Task SendShownAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send activity" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Waits for what should be shown; where it is not, tells what went over the wire instead.</summary>
    public async Task SeesAsync(ILocator shown)
    {
        try
        {
            await shown.WaitForAsync();
        }
        catch (TimeoutException e)
        {
            await ShotAsync("missing");
            throw new TimeoutException($"{e.Message}\nRecorded:\n{string.Join('\n', Events())}", e);
        }
    }

    /// <summary>Keeps a picture in the folder that PROGRAMMEBOT_TEST_SCREENSHOTS names, where it names one.</summary>
    public async Task ShotAsync(string name)
    {
        if (_screenshots is { Length: > 0 })
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(_screenshots, $"teams-{name}.png") });
        }
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());
}
