using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.Answering;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Protection;
using ProgrammeBot.Asking;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Commands;
using ProgrammeBot.Channels.Discord.Places;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Gate;
using ProgrammeBot.Faq.Review;
using ProgrammeBot.Moderation;
using ProgrammeBot.Storage.Sqlite;
using ProgrammeBot.Stores;
using ProgrammeBot.Tests.Channels.Discord.Client.Gateway;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.Tests.Channels.Discord.Moderation;

/// <summary>A server with moderators and a bot of ours in it: our client, the whole channel and a store on disk, against the fake Discord.</summary>
internal sealed class ModeratedGuild : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Northfield _papers = Northfield.WithAllPapers();
    private readonly CancellationTokenSource _stop = new();
    private readonly Relay _events = new();
    private DiscordClient _client = null!; // set by StartAsync
    private Task _run = Task.CompletedTask;

    private ModeratedGuild(FakeDiscord discord)
    {
        Discord = discord;
        Guild = discord.Guild("Northfield");
        Ask = Guild.TextChannel("ask");
        Moderators = Guild.TextChannel("moderators");
        Role = Guild.Role("Moderators", Right.ManageMessages);
        Ada = Guild.Member("Ada");
        Mo = Guild.Member("Mo", Role);
        Ida = Guild.Member("Ida", Role);
        // Shown moderators' commands by a careless administrator, but no moderator.
        Eve = Guild.Member("Eve", Guild.Role("Helpers", Right.ManageMessages));
        Live = new LiveFaq(Northfield.Scopes, _papers, null);
    }

    public FakeDiscord Discord { get; }

    public FakeGuild Guild { get; }

    public FakeChannel Ask { get; }

    public FakeChannel Moderators { get; }

    public FakeRole Role { get; }

    /// <summary>A student.</summary>
    public FakePerson Ada { get; }

    /// <summary>A moderator.</summary>
    public FakePerson Mo { get; }

    /// <summary>Another moderator.</summary>
    public FakePerson Ida { get; }

    /// <summary>Somebody who sees what moderators see, and is none.</summary>
    public FakePerson Eve { get; }

    public LiveFaq Live { get; }

    public SqliteStore Store { get; private set; } = null!; // set by StartAsync

    public FaqDesk Desk { get; private set; } = null!; // set by StartAsync

    public IPersonProtection Protection { get; private set; } = null!; // set by StartAsync

    public ITicketNews TicketNews => _events.Now!.TicketNews; // begun by StartAsync

    public UlidSource Ids { get; } = new(TimeProvider.System, RandomNumberGenerator.Fill);

    public TestFiles Files { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="settings">What is set for the server beside its moderators.</param>
    /// <param name="withModerators">Whether a role and a channel for them are set.</param>
    public static async Task<ModeratedGuild> StartAsync(PlaceSettings? settings = null, bool withModerators = true)
    {
        var guild = new ModeratedGuild(await FakeDiscord.StartAsync());
        guild.Store = await SqliteStore.OpenAsync(guild._folder["programmebot.db"], TimeProvider.System, Token);
        guild.Protection = DataProtectionPersons.Open(guild._folder["keys"]);
        guild.Desk = new FaqDesk(guild.Store, guild.Live, new LiveFaqChanges(guild.Live, guild.Store, NullLogger<LiveFaqChanges>.Instance), guild.Ids);
        await guild.Live.RefreshAsync(guild.Store, Token);
        settings ??= PlaceSettings.None;
        await guild.WriteAsync(unit => unit.Places.SaveAsync(
            new Place(DiscordPlaces.GuildPlace(IdOf(guild.Guild.Id)), withModerators ? settings with { ModeratorRole = guild.Role.Id, ModeratorChannel = guild.Moderators.Id } : settings, null), Token));
        guild._client = new DiscordClient(
            new DiscordClientOptions { Token = DiscordToken.Parse(guild.Discord.Token), ApiBase = guild.Discord.ApiUrl }, new MemoryLedger(), TimeProvider.System, new SteadyChance(0.5), NullLogger<DiscordClient>.Instance);
        guild.Begin();
        guild._run = guild._client.RunAsync(guild._events, guild._stop.Token);
        await guild.Discord.Gateway.ReadyAsync();
        await guild._client.Calls.OverwriteCommandsAsync(IdOf(guild.Discord.ApplicationId), null, CommandSet.All(Northfield.Scopes), Token);
        return guild;
    }

    public static Snowflake IdOf(string id) => Snowflake.TryParse(id, out var read) ? read : throw new ArgumentException($"'{id}' is no id.", nameof(id));

    /// <summary>What was remembered in memory alone is gone.</summary>
    public async Task RestartsAsync()
    {
        await _events.Now!.DisposeAsync(); // it was begun
        Begin();
    }

    /// <summary>Asks by command in the channel for it, and waits until the reply is delivered and noted.</summary>
    public async Task<Shown> AskAsync(FakePerson person, string question)
    {
        var reply = await person.UsesAsync("ask", new { question }, Ask);
        await _events.Now!.DrainAsync(); // it was begun
        return reply;
    }

    /// <summary>What is said to whoever did it, and not what changes in the message they did it on.</summary>
    public static async Task<Shown> ReportAsync(Task<Shown> first)
    {
        var shown = await first;
        while (shown.IsEdit)
        {
            shown = await shown.NextAsync();
        }

        return shown;
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read)
    {
        await using var unit = await Store.ReadAsync(Token);
        return await read(unit);
    }

    public async Task WriteAsync(Func<IUnitOfWork, ValueTask> write)
    {
        await using var unit = await Store.WriteAsync(Token);
        await write(unit);
        await unit.CommitAsync(Token);
    }

    /// <summary>The only ticket there is that is not closed.</summary>
    public async Task<Ticket> OpenTicketAsync() => Assert.Single(await ReadAsync(unit => unit.Tickets.ListOpenAsync(DiscordPlaces.GuildPlace(IdOf(Guild.Id)), Token)));

    public Task<IReadOnlyList<FaqEntry>> EntriesAsync() => Desk.ListAsync(null, Token);

    /// <summary>A live entry, written elsewhere. Its id.</summary>
    public async Task<string> AddAsync(string title, string answer, params FaqCitation[] citations)
    {
        var content = new FaqContent { Title = title, Answer = answer, Citations = citations, Status = FaqStatus.Live };
        return Assert.IsType<FaqOutcome.Saved>(await Desk.AddAsync(content, new FaqAuthor("console:local:ada"), null, Token)).Entry.Id.ToString();
    }

    public Task ImportManyAsync(int count) => Desk.ImportAsync(
        Enumerable.Range(0, count).Select(i => new FaqImportedEntry(new FaqId($"q{i}"), new FaqContent { Title = $"Question number {i}?", Answer = "Yes.", Status = FaqStatus.Live })),
        new FaqAuthor("import"),
        onlyIntoEmpty: false,
        Token);

    public async Task<(string Answer, int Revision)> AnswerOfAsync(string id) =>
        await Desk.FindAsync(new FaqId(id), Token) is { } entry ? (entry.Content.Answer, entry.Revision) : ("", 0);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_events.Now is { } channel)
        {
            await channel.DisposeAsync();
        }

        _client.Dispose();
        await Store.DisposeAsync();
        Live.Dispose();
        _stop.Dispose();
        _folder.Dispose();
        await Discord.DisposeAsync();
    }

    private void Begin() => _events.Begin(new DiscordChannel(
        new DiscordServices
        {
            Calls = _client.Calls,
            Answerer = new Answerer(_papers, new Knowledge(Northfield.Scopes) { Faq = Live }, TimeProvider.System),
            Scopes = Northfield.Scopes,
            Faq = Live,
            Store = Store,
            Protection = Protection,
            Ids = Ids,
            Time = TimeProvider.System,
            Log = NullLogger.Instance,
            Desk = Desk,
            Review = new FaqReviewDesk(Desk, news: new BoardOfNow(_events)),
            Gate = new PublishGate(new GateParts
            {
                Corpora = _papers,
                Knowledge = new Knowledge(Northfield.Scopes) { Faq = Live },
                Trials = Live,
                Store = Store,
                Time = TimeProvider.System,
                Recent = new RecentQuestions(TimeProvider.System),
            }),
            FaqFiles = Files,
            Download = Files.DownloadAsync,
            NotFound = content => [.. content.Citations.Where(c => c.Cited.DocumentId == "nowhere")],
        },
        new DiscordOptions { QuestionsPerWindow = 100 }));

    /// <summary>Tells moderators through the channel that runs now.</summary>
    private sealed class BoardOfNow(Relay events) : IModeratorNews
    {
        public Task TellAsync(Notice notice, CancellationToken cancellationToken) => events.Now!.News.TellAsync(notice, cancellationToken); // begun before the client
    }

    /// <summary>Hands events to the channel that runs now, and tells a new one what a session begins with.</summary>
    private sealed class Relay : IDiscordEvents
    {
        private readonly List<Action<IDiscordEvents>> _lasting = [];

        public DiscordChannel? Now { get; private set; }

        public void Begin(DiscordChannel channel)
        {
            lock (_lasting)
            {
                Now = channel;
                _lasting.ForEach(tell => tell(channel));
            }
        }

        public void Ready(User self, Snowflake application) => Lasting(to => to.Ready(self, application));

        public void GuildAvailable(Guild guild) => Lasting(to => to.GuildAvailable(guild));

        public void ChannelChanged(Channel channel) => Lasting(to => to.ChannelChanged(channel));

        public void ChannelDeleted(Channel channel) => Lasting(to => to.ChannelDeleted(channel));

        public void InteractionCreated(Interaction interaction) => Now!.InteractionCreated(interaction); // begun before the client

        public void MessageCreated(Message message) => Now!.MessageCreated(message); // begun before the client

        public void MessageUpdated(Message message) => Now!.MessageUpdated(message); // begun before the client

        public void MessagesDeleted(Snowflake channel, IReadOnlyList<Snowflake> messages) => Now!.MessagesDeleted(channel, messages); // begun before the client

        public void GuildLeft(Snowflake guild) => Now!.GuildLeft(guild); // begun before the client

        private void Lasting(Action<IDiscordEvents> tell)
        {
            lock (_lasting)
            {
                _lasting.Add(tell);
                tell(Now!); // begun before the client
            }
        }
    }
}
