using System.Globalization;
using System.Net;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web;
using ProgrammeBot.Channels.Teams;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>Reads the section <c>Teams</c> once, and notes every fault on the way.</summary>
internal sealed class TeamsSettingsReading(IConfiguration configuration)
{
    private static readonly string[] Credentials = ["Secret", "SecretFile", "CertificateFile"];

    private readonly IConfigurationSection _section = configuration.GetSection(TeamsSettings.Section);
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The settings; null where there is no Teams, and of no use where there are faults.</summary>
    public TeamsSettings? Read()
    {
        var playground = OneOf("Playground", BotSettings.Off, [BotSettings.Off, BotSettings.On]) == BotSettings.On;
        if (Value("AppId") is not { } appId)
        {
            return playground ? Playground() : Off();
        }

        if (playground)
        {
            Fault("Playground", "is on beside Teams:AppId: without an app id nobody has to prove anything, so have one or the other.");
        }

        var type = TypeOf(OneOf("AppType", "single-tenant", ["single-tenant", "multi-tenant", "managed-identity"]));
        var tenant = Value("TenantId") is { } own ? IdOf("TenantId", own, "the directory (tenant) id on the overview page of your Entra directory") : null;
        if (tenant is null && type != TeamsAppType.MultiTenant && Value("TenantId") is null)
        {
            Fault("TenantId", "is missing: set it to the directory (tenant) id that the bot is registered in.");
        }

        var cloud = Cloud();
        if (type == TeamsAppType.MultiTenant && cloud.MultiTenant is null && tenant is null)
        {
            Fault("TenantId", $"is missing: in the cloud '{cloud.Name}' it is not known where a multi-tenant bot fetches its tokens.");
        }

        return Common(cloud) with
        {
            AppId = IdOf("AppId", appId, "the application (client) id of the app registration"),
            AppType = type,
            TenantId = tenant,
            Tenants = Tenants(tenant),
            Credential = Credential(type),
            ExtraServiceHosts = Hosts(),
        };
    }

    private TeamsSettings? Off()
    {
        foreach (var key in Credentials.Where(key => Value(key) is not null))
        {
            Fault(key, "is set, but Teams:AppId is not: set it to the application (client) id, or leave both out to be without Teams.");
        }

        return null;
    }

    /// <summary>Without proof, and so for this machine alone.</summary>
    private TeamsSettings Playground()
    {
        var web = configuration.GetSection(WebOptions.Section);
        var urls = WebOptions.Listed(web[nameof(WebOptions.Urls)] ?? new WebOptions().Urls);
        if (!urls.All(IsLoopback) || !string.IsNullOrWhiteSpace(web[nameof(WebOptions.PublicBaseUrl)]))
        {
            Fault("Playground", "is on, but others can reach this host (Web:Urls, Web:PublicBaseUrl): the Playground proves nothing, so listen on http://localhost only, or set Teams:AppId instead.");
        }

        return Common(Cloud());
    }

    private TeamsSettings Common(TeamsCloud cloud) => new()
    {
        Cloud = cloud,
        Moderators = Persons("Moderators"),
        Administrators = Persons("Administrators"),
        OwnFeedbackForm = OneOf("FeedbackForm", "default", ["default", "custom"]) == "custom",
    };

    private TeamsCloud Cloud()
    {
        var name = Value("Cloud") ?? TeamsCloud.Public.Name;
        if (TeamsCloud.Find(name) is { } cloud)
        {
            return cloud;
        }

        Fault("Cloud", $"is '{name}': write {Choice(TeamsCloud.All.Select(c => c.Name))}.");
        return TeamsCloud.Public;
    }

    private IReadOnlyList<string> Tenants(string? own)
    {
        var allowed = Ids("AllowedTenants", "a directory (tenant) id");
        if (allowed.Count == 0 && own is null && Value("TenantId") is null)
        {
            Fault("AllowedTenants", "is missing: name the tenants that are answered, ';' between, or the bot would answer anybody's.");
        }

        return own is null || allowed.Contains(own) ? allowed : [own, .. allowed];
    }

    private TeamsCredential? Credential(TeamsAppType type)
    {
        string[] set = [.. Credentials.Where(key => Value(key) is not null)];
        if (type == TeamsAppType.ManagedIdentity)
        {
            foreach (var key in set)
            {
                Fault(key, "is set, but a managed identity has no secret: leave it out, or set Teams:AppType to single-tenant.");
            }

            return new TeamsCredential.ManagedIdentity();
        }

        if (set.Length != 1)
        {
            _faults.Add(set.Length == 0
                ? "Teams has an app id, but nothing to prove it with: set Teams:Secret (in the environment PROGRAMMEBOT_Teams__Secret), Teams:SecretFile or Teams:CertificateFile. docs/teams.md says where they come from."
                : $"{string.Join(" and ", set.Select(key => $"Teams:{key}"))} are set together: leave all out but one.");
        }

        var expires = Expires();
        return set switch
        {
            ["CertificateFile"] => TeamsCertificate.Load(Value("CertificateFile")!, Value("CertificatePasswordFile"), _faults), // it is set
            ["SecretFile"] => SecretOf(SettingFile.Read("Teams:SecretFile", Value("SecretFile")!, "the client secret's value", _faults), "SecretFile", expires), // likewise
            ["Secret"] => SecretOf(Value("Secret"), "Secret", expires),
            _ => null,
        };
    }

    /// <summary>A secret's value is some 40 characters; what is pasted by mistake is its id.</summary>
    private TeamsCredential.Secret? SecretOf(string? value, string key, DateOnly? expires)
    {
        if (value is null)
        {
            return null;
        }

        if (Guid.TryParse(value, out _))
        {
            Fault(key, "holds an id, not a secret: Azure shows a secret's id and its value; copy the value, which is shown once.");
        }
        else if (value.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            Fault(key, "holds a space or a line end within the secret: copy the value alone.");
        }

        return new TeamsCredential.Secret(value, expires);
    }

    private DateOnly? Expires()
    {
        if (Value("SecretExpires") is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault("SecretExpires", $"is '{text}': write the day as in 2027-05-31; Azure shows it beside the secret.");
            return null;
        }

        return day;
    }

    private IReadOnlyList<string> Hosts()
    {
        var hosts = Listed("ExtraServiceHosts");
        foreach (var host in hosts.Where(h => !h.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(h) != UriHostNameType.Dns))
        {
            Fault("ExtraServiceHosts", $"names '{host}': write whole host names such as smba.trafficmanager.net, without https:// and path, ';' between.");
        }

        return [.. hosts.Select(h => h.ToLowerInvariant())];
    }

    private IReadOnlyList<string> Persons(string key) => Ids(key, "the object id on a person's page in Entra");

    private IReadOnlyList<string> Ids(string key, string what) =>
        [.. Listed(key).Select(id => IdOf(key, id, what)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? IdOf(string key, string value, string what)
    {
        if (Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty)
        {
            return id.ToString("D");
        }

        Fault(key, $"is '{value}': write {what}, such as 11111111-2222-3333-4444-555555555555.");
        return null;
    }

    private string OneOf(string key, string otherwise, string[] choices)
    {
        var value = Value(key) ?? otherwise;
        if (choices.FirstOrDefault(c => c.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } chosen)
        {
            return chosen;
        }

        Fault(key, $"is '{value}': write {Choice(choices)}.");
        return otherwise;
    }

    private static TeamsAppType TypeOf(string name) => name switch
    {
        "multi-tenant" => TeamsAppType.MultiTenant,
        "managed-identity" => TeamsAppType.ManagedIdentity,
        _ => TeamsAppType.SingleTenant,
    };

    private static string Choice(IEnumerable<string> choices) => string.Join(", ", choices.SkipLast(1)) + " or " + choices.Last();

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>A list as one text with ';' between, or as a list of JSON.</summary>
    private IReadOnlyList<string> Listed(string key) => WebOptions.Listed(
        string.Join(';', _section.GetSection(key).GetChildren().Select(c => c.Value).Prepend(_section[key])));

    private string? Value(string key) => _section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private void Fault(string key, string words) => _faults.Add($"{TeamsSettings.Section}:{key} {words}");
}
