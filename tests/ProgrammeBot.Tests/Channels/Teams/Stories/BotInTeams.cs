using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Moderation;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Channels.Teams.Stories;

/// <summary>The whole host, with the papers of Northfield, in a Teams on the loopback.</summary>
internal sealed class BotInTeams : IAsyncDisposable
{
    private readonly FakeConnector _teams;
    private readonly NorthfieldFolder _folder;
    private readonly List<KeyValuePair<string, string?>> _settings;
    private BotHost? _host;

    private BotInTeams(FakeConnector teams, NorthfieldFolder folder, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Log = new CollectedLog<TeamsChannel> { Least = LogLevel.Information };
        _teams = teams;
        _folder = folder;
        _settings = [new("Web:Urls", "http://127.0.0.1:0"), new("Encoder", "off"), new("Teams:Playground", "on"), .. settings];
    }

    /// <summary>What the host logs.</summary>
    public CollectedLog<TeamsChannel> Log { get; }

    /// <summary>How much waits or is worked on.</summary>
    public int Pending => Service.Pending;

    public ITicketNews TicketNews => Service.TicketNews;

    public IStore Store => _host!.Services.GetRequiredService<IStore>(); // started first

    /// <summary>Somebody comes to the moderators' pages by a link.</summary>
    public async Task<ModeratorBrowser> SignInAsync(string name, string role, params PlaceId[] places)
    {
        var token = TestContext.Current.CancellationToken;
        var link = await Services.GetRequiredService<SignInDesk>().InviteAsync(new Moderator(name, role) { Places = places }, "test", token);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_host!.Addresses.First()) }; // started first
        using var entered = await client.PostAsync(new Uri("/moderate/enter", UriKind.Relative), new FormUrlEncodedContent([new("code", link.Secret.Reveal())]), token);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return new ModeratorBrowser(client);
    }

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => _host!.Services; // started first

    private TeamsService Service => _host!.Services.GetRequiredService<TeamsService>(); // started first

    /// <summary>Starts the bot in a Teams that a story has furnished.</summary>
    public static async Task<BotInTeams> StartAsync(FakeConnector teams, Action<NorthfieldFolder>? furnish = null, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var folder = new NorthfieldFolder();
        furnish?.Invoke(folder);
        var bot = new BotInTeams(teams, folder, settings);
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

    /// <summary>The votes there are, the oldest first.</summary>
    public async Task<IReadOnlyList<Feedback>> VotesAsync()
    {
        await using var unit = await Store.ReadAsync(TestContext.Current.CancellationToken);
        return await unit.Feedback.ListAsync(default, 100, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads what the bot has kept.</summary>
    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read)
    {
        await using var unit = await Store.ReadAsync(TestContext.Current.CancellationToken);
        return await read(unit);
    }

    /// <summary>Waits until what Teams has delivered is dealt with.</summary>
    public Task SettledAsync() => Service.SettledAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        var paths = BotPaths.Resolve(null, null, null, _folder.FullPath, _folder.FullPath);
        _host = await BotHost.StartAsync(paths, TestContext.Current.CancellationToken, _settings, TextWriter.Null, services => services.AddSingleton<ILoggerProvider>(Log));
        _teams.Inbound.Bot = new Uri(new Uri(_host.Addresses.First()), "/api/messages");
    }
}
