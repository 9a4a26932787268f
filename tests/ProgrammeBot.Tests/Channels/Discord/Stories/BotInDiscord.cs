using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>The whole host, with the papers of Northfield, in a Discord on the loopback; ends by finding that no rule of Discord was broken.</summary>
internal sealed class BotInDiscord : IAsyncDisposable
{
    private readonly NorthfieldFolder _folder;
    private readonly List<KeyValuePair<string, string?>> _settings;
    private BotHost? _host;

    private BotInDiscord(FakeDiscord discord, NorthfieldFolder folder, bool messageContent, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Discord = discord;
        _folder = folder;
        Discord.Gateway.GrantsMessageContent = messageContent;
        _settings =
        [
            new("Web:Urls", "http://127.0.0.1:0"),
            new("Encoder", "off"),
            new("Discord:Token", discord.Token),
            new("Discord:ApiBase", discord.ApiUrl.ToString()),
            new("Discord:MessageContent", messageContent ? "on" : "off"),
            .. settings,
        ];
    }

    public FakeDiscord Discord { get; }

    /// <summary>Starts the bot in a Discord that a story has furnished.</summary>
    public static async Task<BotInDiscord> StartAsync(FakeDiscord discord, bool messageContent = false, Action<NorthfieldFolder>? furnish = null, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var folder = new NorthfieldFolder();
        furnish?.Invoke(folder);
        var bot = new BotInDiscord(discord, folder, messageContent, settings);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>Stops the bot, as for an update, and starts it again over the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        await (_host?.DisposeAsync() ?? default);
        _host = null;
    }

    /// <summary>Whether the client has stopped until somebody acts.</summary>
    public bool HasFailed => Service.Health.HasFailed;

    /// <summary>What somebody should do.</summary>
    public string Notes => string.Join('\n', Service.Health.Notes);

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _host!.Services; // started first

    private DiscordService Service => _host!.Services.GetRequiredService<DiscordService>();

    public async Task<bool> AnswersOnTheWebAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_host!.Addresses.First()) };
        using var reply = await http.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
        return reply.IsSuccessStatusCode;
    }

    /// <summary>Waits until what Discord has told the bot is dealt with.</summary>
    public async Task SettledAsync()
    {
        await Discord.Gateway.BeatAsync();
        await Service.SettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        var paths = BotPaths.Resolve(null, null, null, _folder.FullPath, _folder.FullPath);
        var sessions = Discord.Gateway.Identified;
        _host = await BotHost.StartAsync(paths, TestContext.Current.CancellationToken, _settings, TextWriter.Null);
        await Discord.Gateway.ReadyAsync(sessions + 1);
    }
}
