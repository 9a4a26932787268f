namespace ProgrammeBot.Channels.Teams;

/// <summary>A cloud that Teams runs in: who signs what comes in, where tokens are fetched, and which hosts are called.</summary>
/// <remarks>Microsoft's documents and SDKs as of November 2026; hosts are compared whole, never by their ending.</remarks>
public sealed record TeamsCloud
{
    private TeamsCloud(string name) => Name = name;

    /// <summary>As the setting names it: <c>public</c>, <c>gcc-high</c>, <c>dod</c>, <c>china</c>.</summary>
    public string Name { get; }

    /// <summary>The OpenID metadata of the service that signs activities.</summary>
    public required Uri Metadata { get; init; }

    /// <summary>The issuer of its tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>Entra's host of this cloud, where tokens are fetched.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The connector, as the resource of a token: the scope is this with <c>/.default</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The tenant in whose name a multi-tenant bot fetches tokens; null where it is not known.</summary>
    public string? MultiTenant { get; init; }

    /// <summary>The connector's hosts.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    /// <summary>The public cloud, GCC with it.</summary>
    public static TeamsCloud Public { get; } = new("public")
    {
        Metadata = new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        Issuer = "https://api.botframework.com",
        Authority = new Uri("https://login.microsoftonline.com/"),
        Resource = "https://api.botframework.com",
        MultiTenant = "botframework.com",
        ServiceHosts = ["smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
    };

    /// <summary>US Government, GCC-High.</summary>
    public static TeamsCloud GccHigh { get; } = Government("gcc-high");

    /// <summary>US Government, Department of Defense.</summary>
    public static TeamsCloud DoD { get; } = Government("dod");

    /// <summary>China, run by 21Vianet.</summary>
    public static TeamsCloud China { get; } = new("china")
    {
        Metadata = new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        Issuer = "https://api.botframework.azure.cn",
        Authority = new Uri("https://login.partner.microsoftonline.cn/"),
        Resource = "https://api.botframework.azure.cn",
        ServiceHosts = ["frontend.botapi.msg.infra.teams.microsoftonline.cn"],
    };

    public static IReadOnlyList<TeamsCloud> All { get; } = [Public, GccHigh, DoD, China];

    /// <summary>The cloud of that name; null where there is none.</summary>
    public static TeamsCloud? Find(string name) => All.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static TeamsCloud Government(string name) => new(name)
    {
        Metadata = new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        Issuer = "https://api.botframework.us",
        Authority = new Uri("https://login.microsoftonline.us/"),
        Resource = "https://api.botframework.us",
        MultiTenant = "MicrosoftServices.onmicrosoft.us",
        ServiceHosts = ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"],
    };
}
