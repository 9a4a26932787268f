using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Outbound;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Outbound;

/// <summary>Our client against the fake connector, under a clock that the test turns.</summary>
internal sealed class ConnectorBed : IAsyncDisposable
{
    /// <summary>Where the cloud's hosts are, as far as our client knows.</summary>
    public const string CloudHost = "https://smba.trafficmanager.net";

    /// <summary>Longer than any wait, so that a test that turns the clock does not end attempts.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromMinutes(10);

    // Real time, for a wait that never comes.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(20));

    private ConnectorBed(FakeConnector fake, bool isTestMode, HandClock clock)
    {
        Fake = fake;
        Clock = clock;
        var options = new TeamsConnectorOptions { AppId = isTestMode ? null : fake.AppId, AttemptTime = AttemptTime };
        Secrets = new ClientSecretTokens(TeamsCloud.Public, fake.Tenant, fake.AppId, new ClientSecret(fake.Tokens.Secret), Clock, Log, new ToTheFake(fake));
        Connector = new TeamsConnector(
            options, isTestMode ? new NoAccessTokens() : Secrets, Clock, new Jitter(new SteadyChance(0.5)), Log, isTestMode ? null : new ToTheFake(fake));
        Ana = fake.Person("Ana Smith");
        Chat = fake.Personal(Ana);
    }

    public FakeConnector Fake { get; }

    public TeamsConnector Connector { get; }

    public ClientSecretTokens Secrets { get; }

    public HandClock Clock { get; }

    public CollectedLog<TeamsConnector> Log { get; } = new();

    public FakeUser Ana { get; }

    public FakeConversation Chat { get; }

    /// <summary>The address of <see cref="Chat"/>.</summary>
    public ConversationAddress To => At(Chat.Id);

    public string ServiceUrl { get; private set; } = "";

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Without an app id, straight to the loopback.</summary>
    public static Task<ConnectorBed> TestModeAsync() => StartAsync(isTestMode: true);

    /// <summary>With an app id and tokens; the cloud's host leads to the fake.</summary>
    public static Task<ConnectorBed> CloudAsync() => StartAsync(isTestMode: false);

    public ConversationAddress At(string conversation) => new(ServiceUrl, Fake.Tenant, conversation, Fake.BotId) { BotName = Fake.BotName };

    public Task<string?> SendAsync(string text, bool isAwaited = false) => Connector.SendAsync(To, OutgoingActivity.Says(text), null, isAwaited, Token);

    /// <summary>Turns the clock to the end of a wait that is no time limit of an attempt, and says how many seconds it was.</summary>
    public async Task<double> TurnAsync(double least = 0.1, double most = 120) =>
        (await Clock.TurnToWaitAsync(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most), _limit.Token)).TotalSeconds;

    /// <summary>Turns the clock on from wait to wait until it is done.</summary>
    public async Task<T> TurnUntilAsync<T>(Task<T> done)
    {
        while (!done.IsCompleted)
        {
            // The turning ends in a fault when no wait comes.
            await await Task.WhenAny(done, TurnAsync());
        }

        return await done;
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody waits on after the test.
        Fake.Troubles.End();
        await _limit.CancelAsync();
        await Fake.DisposeAsync();
        var ends = Connector.DisposeAsync().AsTask();
        while (!ends.IsCompleted)
        {
            Clock.Turn(TimeSpan.FromSeconds(30));
            await Task.WhenAny(ends, Task.Delay(1));
        }

        Secrets.Dispose();
        _limit.Dispose();
    }

    private static async Task<ConnectorBed> StartAsync(bool isTestMode)
    {
        var clock = new HandClock();
        var fake = await FakeConnector.StartAsync(clock);
        fake.ChecksTokens = !isTestMode;
        return new ConnectorBed(fake, isTestMode, clock) { ServiceUrl = isTestMode ? fake.ServiceUrl : $"{CloudHost}/amer/{fake.Tenant}/" };
    }
}

/// <summary>Carries what is meant for the cloud to the fake, and notes where it was meant for.</summary>
internal sealed class ToTheFake(FakeConnector fake) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public List<Uri> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        request.RequestUri = new Uri(fake.Address, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
