using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Console;
using ProgrammeBot.App.Channels;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Channels.Teams;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Desks;
using ProgrammeBot.App.Faq;
using ProgrammeBot.App.Faq.Life;
using ProgrammeBot.App.Indexing;
using ProgrammeBot.App.Meanings;
using ProgrammeBot.App.Privacy;
using ProgrammeBot.App.Protection;
using ProgrammeBot.App.Web;
using ProgrammeBot.App.Web.Moderation;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Faq;
using ProgrammeBot.Faq.Impact;
using ProgrammeBot.Faq.Importing;
using ProgrammeBot.Privacy;
using ProgrammeBot.Searching;
using ProgrammeBot.Stores;

namespace ProgrammeBot.App.Hosting;

/// <summary>The running host: index in step with its sources, web chat, store. Tests and <c>run</c> start it the same way.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Bot _bot;
    private readonly IStore _store;

    private BotHost(WebApplication app, Bot bot, IStore store)
    {
        _app = app;
        _bot = bot;
        _store = store;
    }

    /// <summary>The addresses it listens on.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _app.Urls];

    internal IServiceProvider Services => _app.Services;

    /// <summary>What it answers from.</summary>
    public ICorpusSource Corpora => _bot.Corpora;

    /// <summary>Starts everything; when it returns, questions are answered.</summary>
    /// <param name="paths">Where it reads and writes.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <param name="settings">Settings that go before those of the file and the environment, for tests.</param>
    /// <param name="output">Where it says what it does; standard output by default.</param>
    /// <param name="before">Adds services that go before the host's own, for tests.</param>
    /// <exception cref="CommandException">A setting or settings file is wrong, or there is nothing to answer from; says which and what to do.</exception>
    public static async Task<BotHost> StartAsync(
        BotPaths paths, CancellationToken cancellationToken, IEnumerable<KeyValuePair<string, string?>>? settings = null, TextWriter? output = null,
        Action<IServiceCollection>? before = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        BotSettings.AddTo(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(settings);
        var web = BotSettings.Web(builder.Configuration);
        var discord = DiscordSettings.Read(builder.Configuration);
        var teams = TeamsSettings.Read(builder.Configuration);
        var keeps = PrivacySettings.Read(builder.Configuration);
        var moderation = ModerationOptions.Read(builder.Configuration);
        var life = LifeSettings.Read(builder.Configuration);
        var desks = DeskSettings.Read(builder.Configuration, keeps);
        LogToStandardError(builder.Logging);
        before?.Invoke(builder.Services);
        var bot = Bot.Assemble(paths, TimeProvider.System, BotSettings.Encoder(builder.Configuration));
        IStore? store = null;
        WebApplication? app = null;
        try
        {
            store = await FaqStore.OpenAsync(paths, builder.Configuration, cancellationToken);
            var firstStart = bot.Indexer.Open() is not null;
            var places = firstStart ? null : await PlacesAsync(bot, store, cancellationToken);
            await bot.UpdateAsync(cancellationToken);
            await bot.ReadFaqAsync(store, cancellationToken);
            await SeedFaq.TellAsync(store, new FaqImportDesk(store, NobodyWatches.Instance), paths.Faq, TimeProvider.System, Console.Error.WriteLine, cancellationToken);
            await bot.FillAsync(whateverItTakes: false, cancellationToken);
            builder.WebHost.UseUrls(FreePorts.StepOver(web.Urls).Split(';'));
            Compose(builder.Services, bot, store, web, keeps);
            builder.Services.AddFaqLife(bot, store, life, places);
            builder.Services.AddDesks(bot, desks);
            builder.Services.AddModeration(bot, moderation);
            if (discord is not null)
            {
                builder.Services.AddSingleton(s => new DiscordService(discord, bot, s));
                builder.Services.AddSingleton<IReplyCorrector>(s => s.GetRequiredService<DiscordService>().Corrector);
                builder.Services.AddHostedService(s => s.GetRequiredService<DiscordService>());
                builder.Services.AddSingleton(s => s.GetRequiredService<DiscordService>().News);
                builder.Services.AddSingleton(s => s.GetRequiredService<DiscordService>().TicketAnswers);
                builder.Services.AddSingleton(s => s.GetRequiredService<DiscordService>().SuggestionNews);
            }

            if (teams is not null)
            {
                TeamsService.CheckAddresses(teams, FreePorts.StepOver(web.Urls).Split(';'));
                builder.Services.AddTeamsInbound(TeamsService.InboundOf(teams));
                builder.Services.AddSingleton(s => new TeamsService(teams, bot, s));
                builder.Services.AddSingleton(s => s.GetRequiredService<TeamsService>().Receiver);
                builder.Services.AddSingleton<IReplyCorrector>(s => s.GetRequiredService<TeamsService>().Corrector);
                builder.Services.AddHostedService(s => s.GetRequiredService<TeamsService>());
                builder.Services.AddSingleton(s => s.GetRequiredService<TeamsService>().News);
                builder.Services.AddSingleton(s => s.GetRequiredService<TeamsService>().TicketAnswers);
                builder.Services.AddSingleton(s => s.GetRequiredService<TeamsService>().SuggestionNews);
            }

            app = await BuildAsync(builder);
            app.MapProgrammeBot();
            if (teams is not null)
            {
                app.MapTeamsMessages();
            }

            await ListenAsync(app, web, cancellationToken);
            bot.Meanings?.FillInBackground(app.Services.GetRequiredService<ILogger<MeaningfulCorpora>>());
            Greet(output ?? Console.Out, app, bot, web, firstStart);
            return new BotHost(app, bot, store);
        }
        catch
        {
            await EndAsync(app);
            await bot.DisposeAsync();
            await (store?.DisposeAsync() ?? default);
            throw;
        }
    }

    /// <summary>Where cited words stand in the index of the last run: what changed while the host was away is told too.</summary>
    private static async Task<CitedPlaces> PlacesAsync(Bot bot, IStore store, CancellationToken cancellationToken)
    {
        await using var unit = await store.ReadAsync(cancellationToken);
        var entries = (await unit.Faq.ListLiveAsync(cancellationToken)).Concat(await unit.Faq.ListAsync(null, cancellationToken));
        return CitedPlaces.Of(bot.Indexer.Current, bot.Scopes, entries.Select(e => e.Content));
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(_app);
        await _bot.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>With all that runs beside it made already: stopped before that, the host would hide why one of them could not be.</summary>
    private static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        try
        {
            _ = app.Services.GetServices<IHostedService>().ToList();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it before it is disposed of: what is still running when its services go would be logged as their fault.</summary>
    private static async Task EndAsync(WebApplication? app)
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>Standard output is for what the host tells its user.</summary>
    private static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);

        // That a start failed is told in a sentence, by whoever started it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    /// <exception cref="CommandException">An address cannot be listened on; says why.</exception>
    private static async Task ListenAsync(WebApplication app, WebOptions web, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            throw new CommandException($"Web:Urls is '{web.Urls}', which cannot be listened on ({e.Message.TrimEnd('.')}): set it to an address of this machine such as http://localhost:5080.", e);
        }
    }

    private static void Compose(IServiceCollection services, Bot bot, IStore store, WebOptions web, Retention keeps)
    {
        services.AddSingleton(keeps);
        services.AddSingleton<PersonMemories>();
        services.AddSingleton(new RetentionRound(store, keeps, TimeProvider.System));
        services.AddHostedService(s => new RetentionService(s.GetRequiredService<RetentionRound>(), TimeProvider.System, s.GetRequiredService<ILogger<RetentionService>>()));
        services.AddSingleton<IStore>(store);
        services.AddSingleton(bot.Corpora);
        services.AddSingleton(bot.Scopes);
        services.AddSingleton(bot.Answerer);
        services.AddSingleton<IStarterQuestions, StarterQuestions>();
        services.AddSingleton<IProgrammeChoices, ProgrammeChoices>();
        services.AddSingleton(new SourceWatcherOptions());
        services.AddHostedService(s => new SourceWatcher(
            bot.Indexer, s.GetRequiredService<SourceWatcherOptions>(), TimeProvider.System, s.GetRequiredService<ILogger<SourceWatcher>>()));
        services.AddSingleton(bot.Faq);
        services.AddSingleton(new UlidSource(TimeProvider.System, RandomNumberGenerator.Fill));
        services.AddSingleton<IFaqChanges>(s => new LiveFaqChanges(bot.Faq, store, s.GetRequiredService<ILogger<LiveFaqChanges>>()));
        services.AddSingleton(s => new FaqDesk(store, bot.Faq, s.GetRequiredService<IFaqChanges>(), s.GetRequiredService<UlidSource>()));
        services.AddSingleton<IPersonProtection>(_ => DataProtectionPersons.Open(bot.Paths.Keys));
        services.AddHostedService(s => new FaqWatcher(bot.Faq, store, TimeProvider.System, s.GetRequiredService<ILogger<FaqWatcher>>()));
        services.AddSingleton(bot.Wording.Web);
        services.AddProgrammeBotWeb(web);
    }

    /// <summary>Says where it is to be found; the first time also shows what it does.</summary>
    private static void Greet(TextWriter output, WebApplication app, Bot bot, WebOptions web, bool firstStart)
    {
        if (firstStart && app.Services.GetRequiredService<IStarterQuestions>().Questions is [var question, ..])
        {
            output.WriteLine($"> {question}\n\n{ConsoleRendering.Of(bot.Answerer.Answer(new Question(question)).Reply, bot.Links)}\n");
        }

        var corpus = bot.Corpora.Current;
        output.WriteLine($"Answering from {corpus.Documents.Count} documents in {bot.Paths.Sources}");
        foreach (var address in app.Urls)
        {
            output.WriteLine($"Web chat: {address}");
        }

        if (web.PublicBase is null)
        {
            output.WriteLine("Only this machine can reach it; docs/web.md says how to publish it. Ctrl+C ends.");
        }
    }
}
