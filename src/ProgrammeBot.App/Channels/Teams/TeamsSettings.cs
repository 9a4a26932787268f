using ProgrammeBot.App.Commands;
using ProgrammeBot.Channels.Teams;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>The settings under <c>Teams:</c>, checked.</summary>
internal sealed record TeamsSettings
{
    public const string Section = "Teams";

    /// <summary>The bot's id in Entra: a GUID in lower case. Null for the Playground only, where nobody proves anything.</summary>
    public string? AppId { get; init; }

    public TeamsAppType AppType { get; init; }

    /// <summary>The tenant the bot is registered in, where its tokens are fetched; null where the cloud's common one is used.</summary>
    public string? TenantId { get; init; }

    /// <summary>The tenants that are answered; empty only for the Playground, which has tenants of its own making.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    public required TeamsCloud Cloud { get; init; }

    /// <summary>What it proves itself with; null for the Playground only.</summary>
    public TeamsCredential? Credential { get; init; }

    /// <summary>Hosts of the connector beside the cloud's own, in lower case.</summary>
    public IReadOnlyList<string> ExtraServiceHosts { get; init; } = [];

    /// <summary>The Entra object ids of those who are moderators everywhere.</summary>
    public IReadOnlyList<string> Moderators { get; init; } = [];

    /// <summary>The Entra object ids of those who may set up every place.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];

    /// <summary>Whether a vote is asked about by our own form instead of the platform's.</summary>
    public bool OwnFeedbackForm { get; init; }

    /// <summary>Whether the Playground on this machine may talk to it, without any proof. Never together with <see cref="AppId"/>, nor on an address that others reach.</summary>
    public bool IsPlayground => AppId is null;

    /// <summary>As configured; null where there is no app id, and so no Teams.</summary>
    /// <exception cref="CommandException">A setting is wrong; names every fault with its key and the remedy, and never shows a secret.</exception>
    public static TeamsSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var reading = new TeamsSettingsReading(configuration);
        var settings = reading.Read();
        return reading.Faults.Count > 0 ? throw new CommandException(string.Join('\n', reading.Faults)) : settings;
    }
}
