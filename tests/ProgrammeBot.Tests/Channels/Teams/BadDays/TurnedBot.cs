using Microsoft.Extensions.DependencyInjection;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Client.Outbound;
using ProgrammeBot.Faq;
using ProgrammeBot.Scopes;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;
using CollectedLog = ProgrammeBot.Tests.Support.CollectedLog<ProgrammeBot.Channels.Teams.TeamsChannel>;

namespace ProgrammeBot.Tests.Channels.Teams.BadDays;

/// <summary>Channel, client and store as the host has them, beside a Teams on the loopback, under a clock that the test turns.</summary>
internal sealed class TurnedBot : IAsyncDisposable
{
    // Rounds turn the clock on by hours while a call is under way.
    private static readonly TimeSpan Never = TimeSpan.FromDays(40);

    // Real time, for a wait that never comes.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private readonly CancellationTokenSource _ending = new();
    private readonly NorthfieldFolder _folder;
    private readonly BotHost _host;
    private readonly TeamsConnector _connector;
    private Task _running = Task.CompletedTask;

    private TurnedBot(FakeConnector teams, HandClock clock, NorthfieldFolder folder, BotHost host, TeamsOptions options, TimeSpan attemptTime)
    {
        (Teams, Clock, _folder, _host) = (teams, clock, folder, host);
        Ada = teams.Person("Ada Asker");
        Chat = teams.Group("Flatmates", Ada);
        Store = new StoreWithTroubles(Get<IStore>());
        Answerer = new AnswererWithTroubles(Get<IAnswerer>());
        _connector = new TeamsConnector(new TeamsConnectorOptions { AttemptTime = attemptTime }, new NoAccessTokens(), clock, new Jitter(new SteadyChance(0.5)), Log);
        var shared = new ChannelServices
        {
            Answerer = Answerer,
            Scopes = Get<ScopeCatalog>(),
            Faq = Get<LiveFaq>(),
            Desk = Get<FaqDesk>(),
            Store = Store,
            Protection = Get<IPersonProtection>(),
            Ids = Get<UlidSource>(),
            Time = clock,
        };
        Channel = new TeamsChannel(new TeamsServices(shared, _connector, Log), options);
    }

    /// <summary>Nothing is said to take long, unless a test wants it.</summary>
    public static TeamsOptions Patient { get; } = new() { BeforeStillLooking = Never };

    public FakeConnector Teams { get; }

    public HandClock Clock { get; }

    public TeamsChannel Channel { get; }

    public StoreWithTroubles Store { get; }

    public AnswererWithTroubles Answerer { get; }

    public CollectedLog Log { get; } = new() { Least = Microsoft.Extensions.Logging.LogLevel.Information };

    public FakeUser Ada { get; }

    public FakeConversation Chat { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TurnedBot> StartAsync(TeamsOptions? options = null, TimeSpan? attemptTime = null)
    {
        var clock = new HandClock();
        clock.WallClockIsOffBy = TimeProvider.System.GetUtcNow() - clock.GetUtcNow(); // the store has its own
        var folder = new NorthfieldFolder();
        var host = await BotHost.StartAsync(
            BotPaths.Resolve(null, null, null, folder.FullPath, folder.FullPath), Token, [new("Web:Urls", "http://127.0.0.1:0"), new("Encoder", "off")], TextWriter.Null);
        return new TurnedBot(await FakeConnector.StartAsync(clock), clock, folder, host, options ?? Patient, attemptTime ?? Never);
    }

    /// <summary>Ada asks in <see cref="Chat"/>: what Teams is told.</summary>
    public Task<Reception> AsksAsync(string text = "what is the pass mark on the msc robotics?") => TakesAsync(Teams.Make.Mention(Ada, Chat, text));

    public Task<Reception> TakesAsync(System.Text.Json.Nodes.JsonObject activity) =>
        Channel.ReceiveAsync(ActivityReader.Read(System.Text.Encoding.UTF8.GetBytes(activity.ToJsonString()))!, Token); // an activity

    /// <summary>Begins the rounds that look after what is left.</summary>
    public void Runs() => _running = Channel.RunAsync(_ending.Token);

    /// <summary>Turns the clock on from wait to wait until it has come about.</summary>
    public Task TurnUntilAsync(Func<bool> holds, string what) => TurnUntilAsync(Teams.UntilAsync(holds, what));

    public async Task TurnUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            await await Task.WhenAny(done, TurnToAsync(_ => true));
        }

        await done;
    }

    /// <summary>Turns the clock on from wait to wait for so long.</summary>
    public async Task TurnForAsync(TimeSpan time)
    {
        for (var end = Clock.Passed + time; Clock.Passed < end;)
        {
            await TurnToAsync(_ => true);
        }
    }

    /// <summary>Waits for this wait, and turns the clock to its end.</summary>
    public Task TurnToAsync(Func<TimeSpan, bool> wait) => Clock.TurnToWaitAsync(left => left >= TimeSpan.FromSeconds(0.1) && left <= TimeSpan.FromMinutes(2) && wait(left), _limit.Token);

    /// <summary>What is kept of questions without a reply.</summary>
    public async Task<IReadOnlyList<PendingReply>> LeftAsync()
    {
        await using var unit = await Store.ReadAsync(Token);
        return await unit.Outbox.ListAsync("teams", Token);
    }

    public async ValueTask DisposeAsync()
    {
        Teams.Troubles.End();
        Answerer.Goes();
        await _ending.CancelAsync();
        await EndAsync(_running);
        await EndAsync(Channel.DisposeAsync().AsTask());
        await EndAsync(_connector.DisposeAsync().AsTask());
        await Teams.DisposeAsync();
        await _host.DisposeAsync();
        Answerer.Dispose();
        _folder.Dispose();
        await _limit.CancelAsync();
        _limit.Dispose();
        _ending.Dispose();
    }

    private async Task EndAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Clock.Turn(TimeSpan.FromSeconds(30));
            await Task.WhenAny(task, Task.Delay(1));
        }

        await task;
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}

/// <summary>A store whose writes fail while it is told so.</summary>
internal sealed class StoreWithTroubles(IStore inner) : IStore
{
    public bool Fails { get; set; }

    public ValueTask<IUnitOfWork> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    public ValueTask<IUnitOfWork> WriteAsync(CancellationToken cancellationToken) => Fails ? throw new StoreException("The disk is full.") : inner.WriteAsync(cancellationToken);

    public ValueTask<long> ChangedAsync(long seen, TimeSpan most, CancellationToken cancellationToken) => inner.ChangedAsync(seen, most, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // the host's
}

/// <summary>An answerer that may be held, or fail.</summary>
internal sealed class AnswererWithTroubles(IAnswerer inner) : IAnswerer, IDisposable
{
    private readonly ManualResetEventSlim _goes = new(initialState: true);

    public bool Fails { get; set; }

    /// <summary>Called before each answer.</summary>
    public Action Before { get; set; } = () => { };

    /// <summary>From now on it is at every question until it is let go.</summary>
    public void Stops() => _goes.Reset();

    public void Goes() => _goes.Set();

    public void Dispose() => _goes.Dispose();

    public Answered Answer(Question question, CancellationToken cancellationToken = default)
    {
        Before();
        _goes.Wait(cancellationToken);
        return Fails ? throw new InvalidOperationException("A bug.") : inner.Answer(question, cancellationToken);
    }
}
