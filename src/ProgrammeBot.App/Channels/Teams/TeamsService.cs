using System.Security.Cryptography;
using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels;
using ProgrammeBot.Channels.Pacing;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Client.Outbound;
using ProgrammeBot.Moderation;
using ProgrammeBot.Tickets;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>The bot in Teams as a part of the host: the endpoint's receiver, and the client that answers.</summary>
/// <remarks>That Teams refuses or is away never stops the host: the log says it, and what is pending is tried again.</remarks>
internal sealed class TeamsService : BackgroundService
{
    private readonly IAccessTokens _tokens;
    private readonly TeamsConnector _connector;
    private readonly TeamsChannel _channel;

    public TeamsService(TeamsSettings settings, Bot bot, IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<TeamsChannel>>();
        _tokens = TokensOf(settings, log);
        _connector = new TeamsConnector(
            new TeamsConnectorOptions { Cloud = settings.Cloud, AppId = settings.AppId, ExtraHosts = settings.ExtraServiceHosts },
            _tokens,
            TimeProvider.System,
            new Jitter(new Random(RandomNumberGenerator.GetInt32(int.MaxValue))),
            log);
        _channel = new TeamsChannel(
            new TeamsServices(SharedParts.Of(bot, services), _connector, log) { Wording = bot.Wording.Teams },
            new TeamsOptions { Administrators = settings.Administrators, Moderators = settings.Moderators, OwnFeedbackForm = settings.OwnFeedbackForm });
    }

    /// <summary>Tells of questions that nobody takes.</summary>
    public ITicketNews TicketNews => _channel.TicketNews;

    /// <summary>Takes what comes in.</summary>
    public ITeamsReceiver Receiver => _channel;

    /// <summary>Puts right what was said there.</summary>
    public IReplyCorrector Corrector => _channel.Corrector;

    /// <summary>Tells the moderators there.</summary>
    public IModeratorNews News => _channel.News;

    /// <summary>Takes moderators' answers to who asked there.</summary>
    public ITicketAnswers TicketAnswers => _channel.TicketAnswers;

    /// <summary>Tells members what became of what they suggested there.</summary>
    public ISuggestionNews SuggestionNews => _channel.SuggestionNews;

    /// <summary>How much waits or is worked on.</summary>
    public int Pending => _channel.Pending;

    /// <summary>Who may send us something.</summary>
    public static InboundOptions InboundOf(TeamsSettings settings) => new() { AppId = settings.AppId, Cloud = settings.Cloud, Tenants = settings.Tenants };

    /// <summary>Refuses to start where anybody could speak to a bot that asks for no proof.</summary>
    /// <exception cref="CommandException">It listens to more than this machine.</exception>
    public static void CheckAddresses(TeamsSettings settings, IEnumerable<string> addresses)
    {
        if (settings.IsPlayground && TestMode.FaultOf(addresses) is { } fault)
        {
            throw new CommandException(fault);
        }
    }

    /// <summary>Waits until what was told by Teams is dealt with.</summary>
    public Task SettledAsync() => _channel.DrainAsync();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _channel.DisposeAsync();
        await _connector.DisposeAsync();
        (_tokens as IDisposable)?.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _channel.RunAsync(stoppingToken);

    private static IAccessTokens TokensOf(TeamsSettings settings, ILogger log)
    {
        var tenant = settings.TenantId ?? settings.Cloud.MultiTenant ?? (settings.Tenants is [var first, ..] ? first : "");
        return settings.Credential switch
        {
            TeamsCredential.Secret secret => new ClientSecretTokens(settings.Cloud, tenant, settings.AppId ?? "", new ClientSecret(secret.Value), TimeProvider.System, log),
            TeamsCredential.Certificate certificate => MsalAccessTokens.ByCertificate(settings.Cloud, tenant, settings.AppId ?? "", certificate.Value),
            TeamsCredential.ManagedIdentity => MsalAccessTokens.ByManagedIdentity(settings.Cloud, settings.AppId ?? ""),
            _ => new NoAccessTokens(),
        };
    }
}
