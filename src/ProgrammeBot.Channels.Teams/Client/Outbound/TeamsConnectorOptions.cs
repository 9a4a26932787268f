namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>How the connector is called.</summary>
public sealed record TeamsConnectorOptions
{
    public TeamsCloud Cloud { get; init; } = TeamsCloud.Public;

    /// <summary>The bot's app id; null: test mode, where only this machine is called, and without a token.</summary>
    public string? AppId { get; init; }

    /// <summary>Hosts that are called besides those of the cloud, whole names. For the day Microsoft adds one.</summary>
    public IReadOnlyList<string> ExtraHosts { get; init; } = [];

    /// <summary>The language of our messages where a message names none.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <summary>How long an attempt may take.</summary>
    public TimeSpan AttemptTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what was begun may still take when the program ends.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    internal bool IsTestMode => AppId is null;
}
