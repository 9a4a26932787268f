using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>The whole host with the papers of Northfield, and a Playground joined to it, for the stories of a class: each start takes seconds.</summary>
/// <remarks>The one who sits in the Playground asks in every story: no more than slow mode allows in each of its chats.</remarks>
public sealed class PlaygroundHost : IAsyncDisposable
{
    /// <summary>A programme whose name would mention everybody, link, load a picture and turn the line round.</summary>
    public const string HostileName = "MRes <at>Everyone</at> [Optics](http://evil.example) <img src=x>";

    private readonly NorthfieldFolder _folder = new();
    private BotHost? _host;
    private PlaygroundServer? _server;

    private IStore Store => _host!.Services.GetRequiredService<IStore>(); // started first

    /// <summary>Starts both with the first story; skipped where they cannot be.</summary>
    internal async Task<PlaygroundVisit> VisitAsync(Chromium chromium)
    {
        if (_server is null)
        {
            Furnish();
            _host = await StartAsync(_folder);
            _server = await PlaygroundServer.StartAsync(Endpoint(_host));
        }

        return await PlaygroundVisit.BeginAsync(chromium, _server);
    }

    internal static Task<BotHost> StartAsync(NorthfieldFolder folder) => BotHost.StartAsync(
        new BotPaths(folder["seeds"], folder["index"], folder["data"], folder["seeds"]),
        TestContext.Current.CancellationToken,
        [new("Web:Urls", "http://127.0.0.1:0"), new("Teams:Playground", "on"), new("Teams:Administrators", PlaygroundIds.AdaObject), new("Encoder", "off")],
        TextWriter.Null);

    internal static Uri Endpoint(BotHost host) => new(host.Addresses.Single() + "/api/messages");

    /// <summary>The votes there are, the oldest first.</summary>
    public async Task<IReadOnlyList<Feedback>> VotesAsync()
    {
        await using var unit = await Store.ReadAsync(TestContext.Current.CancellationToken);
        return await unit.Feedback.ListAsync(default, 100, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? default);
        await (_host?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    private void Furnish()
    {
        _folder.Write("seeds/programmes.yaml", _folder.Read("seeds/programmes.yaml").Replace("name: MRes Optics", $"name: \"{HostileName}\\u202E\"\n    aliases: [MRes Optics]", StringComparison.Ordinal));
        _folder.Write("seeds/faq.yaml", """
            entries:
              - id: robot-at-home
                title: May I take a robot home?
                phrasings:
                  - can I borrow a robot
                answer: |
                  Ask the **workshop**:
                  - by mail,
                  - or at its door.
            """);
        File.Copy(Seeds.Path("care.yaml"), _folder["seeds/care.yaml"]);
    }
}
