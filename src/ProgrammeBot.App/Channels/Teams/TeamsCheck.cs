using ProgrammeBot.App.Commands;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.App.Web;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>What the doctor can tell about Teams without asking Microsoft.</summary>
internal static class TeamsCheck
{
    private const string About = "teams";
    private const int DaysAhead = 30;

    /// <summary>The findings; none where the settings are wrong, which is told among the settings.</summary>
    public static IReadOnlyList<DoctorFinding> Examine(IConfiguration configuration, DateTimeOffset now)
    {
        try
        {
            return TeamsSettings.Read(configuration) switch
            {
                null => [new(About, Health.Well, "off: no app id (docs/teams.md says how to get one)")],
                { IsPlayground: true } => [new(About, Health.Lacking, "open to the Playground on this machine, without any proof: for trying it out only. Take Teams:Playground out when you are done")],
                { } settings => [Registration(settings), .. Proof(settings.Credential, now), .. Keepers(settings), Address(configuration)],
            };
        }
        catch (CommandException)
        {
            return [];
        }
    }

    private static DoctorFinding Registration(TeamsSettings settings) => new(About, Health.Well,
        $"the bot {settings.AppId} in the cloud {settings.Cloud.Name}, answering {(settings.Tenants is [var only] ? $"the tenant {only}" : $"{settings.Tenants.Count} tenants")}");

    private static IEnumerable<DoctorFinding> Proof(TeamsCredential? credential, DateTimeOffset now) => credential switch
    {
        TeamsCredential.Secret { Expires: null } =>
            [new(About, Health.Lacking, "a secret is set, but not the day it ends: set Teams:SecretExpires (Azure shows it beside the secret), to be warned before the bot falls silent")],
        TeamsCredential.Secret { Expires: { } day } => [Lasts("secret", day, now)],
        TeamsCredential.Certificate { Value: var certificate } => certificate.NotBefore.ToUniversalTime() > now.UtcDateTime
            ? [new(About, Health.Broken, $"the certificate {certificate.Thumbprint} is not valid before {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}: use one that is, or set this machine's clock")]
            : [Lasts($"certificate {certificate.Thumbprint}", DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()), now)],
        _ => [],
    };

    private static DoctorFinding Lasts(string what, DateOnly until, DateTimeOffset now)
    {
        var days = until.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        return days switch
        {
            < 0 => new(About, Health.Broken, $"the {what} ended on {until:yyyy-MM-dd}: Microsoft gives no tokens for it, so the bot cannot answer. Make a new one (docs/teams.md, 'Renewing the secret')"),
            < DaysAhead => new(About, Health.Lacking, $"the {what} ends on {until:yyyy-MM-dd}, in {days} days: make a new one before (docs/teams.md, 'Renewing the secret')"),
            _ => new(About, Health.Well, $"the {what} lasts until {until:yyyy-MM-dd}"),
        };
    }

    private static IEnumerable<DoctorFinding> Keepers(TeamsSettings settings) => settings.Administrators.Count + settings.Moderators.Count > 0 ? [] :
    [
        new(About, Health.Lacking, "nobody may keep the FAQ from Teams, nor name moderators: set Teams:Administrators to the object ids of those who may (docs/teams.md, 'Tell the bot')"),
    ];

    private static DoctorFinding Address(IConfiguration configuration)
    {
        var web = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        return web.PublicBase switch
        {
            null => new(About, Health.Lacking, $"Web:PublicBaseUrl is not set: Teams calls the bot by https, so publish {web.Urls} behind a reverse proxy and set its address"),
            { Scheme: "http" } => new(About, Health.Lacking, $"Web:PublicBaseUrl is {web.PublicBaseUrl}: Teams calls https only, so give the address a certificate"),
            var address => new(About, Health.Well, $"the messaging endpoint to enter in Azure is {address.AbsoluteUri.TrimEnd('/')}/api/messages"),
        };
    }
}
