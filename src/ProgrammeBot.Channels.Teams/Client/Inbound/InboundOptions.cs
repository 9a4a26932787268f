namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>From whom activities are taken.</summary>
/// <remarks>
/// There is no setting that takes the checks away. Without an app id the bot is in test mode: it asks for no token, but listens to this machine alone,
/// see <see cref="TestMode"/>.
/// </remarks>
public sealed record InboundOptions
{
    /// <summary>The bot's app id in Entra, which tokens are made out to; null for test mode.</summary>
    public string? AppId { get; init; }

    /// <summary>The cloud whose tokens are taken.</summary>
    public TeamsCloud Cloud { get; init; } = TeamsCloud.Public;

    /// <summary>The ids of the tenants that are served; at least one, but in test mode none means any.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    public bool IsTest => AppId is null;

    /// <summary>Everything that is wrong, each with the name of its setting; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (AppId is not null && !Guid.TryParseExact(AppId, "D", out _))
        {
            faults.Add("Teams:AppId is no app id such as 00000000-aaaa-bbbb-cccc-000000000000: it is 'Application (client) ID' in the app registration. "
                + "Leave it out to try the bot on this machine alone.");
        }

        if (IsTest)
        {
            return faults;
        }

        if (Tenants.Count == 0)
        {
            faults.Add("Teams:Tenants is empty, so nobody could ask: list the ids of the tenants that are served ('Directory (tenant) ID' in Entra).");
        }

        faults.AddRange(Tenants.Where(tenant => !Guid.TryParseExact(tenant, "D", out _)).Select(tenant =>
            $"Teams:Tenants lists '{tenant}', which is no tenant's id such as 00000000-aaaa-bbbb-cccc-000000000000 ('Directory (tenant) ID' in Entra)."));
        return faults;
    }
}
