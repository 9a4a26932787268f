using System.Security.Cryptography;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Moderation;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.App.Channels.Discord;

/// <summary>The bot in Discord as a part of the host: client, channel, and the registration of its commands.</summary>
/// <remarks>That Discord refuses or is away never stops the host: the log and <see cref="Health"/> say it.</remarks>
internal sealed class DiscordService : BackgroundService
{
    private readonly DiscordSettings _settings;
    private readonly CommandRegistration _registration;
    private readonly ILogger<DiscordService> _log;
    private readonly DiscordClient _client;
    private readonly DiscordChannel _channel;
    private readonly AttachedFiles _files = new();

    public DiscordService(DiscordSettings settings, Bot bot, IServiceProvider services)
    {
        _settings = settings;
        _log = services.GetRequiredService<ILogger<DiscordService>>();
        _registration = new CommandRegistration(bot.Paths.Data, bot.Scopes, _log);
        var ledger = new FileIdentifyLedger(bot.Paths.Data, TimeProvider.System, _log);
        _client = ClientOf(settings.Client, ledger, services.GetRequiredService<ILogger<DiscordClient>>());
        _channel = new DiscordChannel(
            new DiscordServices(SharedParts.Of(bot, services), _client.Calls, services.GetRequiredService<ILogger<DiscordChannel>>())
            {
                Download = _files.FetchAsync,
                Wording = bot.Wording.Discord,
            },
            settings.Channel);
    }

    /// <summary>Tells of questions that nobody takes.</summary>
    public ITicketNews TicketNews => _channel.TicketNews;

    /// <summary>Puts right what was said there.</summary>
    public IReplyCorrector Corrector => _channel.Corrector;

    /// <summary>Tells the moderators there.</summary>
    public IModeratorNews News => _channel.News;

    /// <summary>Takes moderators' answers to who asked there.</summary>
    public ITicketAnswers TicketAnswers => _channel.TicketAnswers;

    /// <summary>Tells members what became of what they suggested there.</summary>
    public ISuggestionNews SuggestionNews => _channel.SuggestionNews;

    /// <summary>How the connection is.</summary>
    public DiscordHealth Health => _client.Health;

    /// <summary>A client whose waits are by chance, so that many bots do not come back at once.</summary>
    public static DiscordClient ClientOf(DiscordClientOptions options, IIdentifyLedger ledger, ILogger<DiscordClient> log) =>
        new(options, ledger, TimeProvider.System, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)), log);

    /// <summary>Waits until what was told by Discord is dealt with.</summary>
    public Task SettledAsync() => _channel.DrainAsync();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _channel.DisposeAsync();
        _client.Dispose();
        _files.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var registering = RegisterAsync(stoppingToken);
        var looking = _channel.RunAsync(stoppingToken);
        try
        {
            await _client.RunAsync(_channel, stoppingToken);
        }
        catch (DiscordStoppedException e)
        {
            _log.LogError("Discord: {Message}", e.Message);
        }
#pragma warning disable CA1031 // The web chat goes on without Discord.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.LogError(e, "The Discord client failed; restart the host to connect again.");
        }

        await Task.WhenAll(registering, looking);
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        try
        {
            var application = await _client.Rest.GetCurrentApplicationAsync(cancellationToken);
            if (application.InteractionsEndpointUrl is { Length: > 0 })
            {
                _log.LogError("Discord: the application has an Interactions Endpoint URL, so no command or button reaches this bot. Clear it at discord.com/developers/applications ('General Information').");
            }

            if (_settings.Channel.MessageContent && !application.MayReadMessageContent)
            {
                _log.LogError("Discord: Discord:MessageContent is on, but the intent is off for the application. Switch it on at discord.com/developers/applications ('Bot', 'Message Content Intent').");
            }

            await _registration.RegisterAsync(_client.Calls, application.Id, _settings.TestGuild, cancellationToken);
        }
        catch (DiscordCallException e)
        {
            _log.LogError("Discord: the commands could not be written: {Message}", e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
    }
}
