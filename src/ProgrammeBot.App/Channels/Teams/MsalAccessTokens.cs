using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Outbound;

namespace ProgrammeBot.App.Channels.Teams;

/// <summary>Tokens by certificate or managed identity, through Microsoft.Identity.Client, which keeps and renews them.</summary>
public sealed class MsalAccessTokens : IAccessTokens
{
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;
    private volatile string? _dropped;

    private MsalAccessTokens(Func<bool, CancellationToken, Task<AuthenticationResult>> acquire) => _acquire = acquire;

    /// <param name="cloud">Says where tokens are fetched.</param>
    /// <param name="tenant">The bot's own tenant; of a multi-tenant bot <see cref="TeamsCloud.MultiTenant"/>.</param>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="certificate">With its private key.</param>
    /// <param name="http">Carries the requests; null: the package's own.</param>
    public static MsalAccessTokens ByCertificate(TeamsCloud cloud, string tenant, string appId, X509Certificate2 certificate, IMsalHttpClientFactory? http = null)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithAuthority(new Uri(cloud.Authority, Uri.EscapeDataString(tenant)).AbsoluteUri, validateAuthority: false)
            // The authority is one of ours: nobody need be asked about it.
            .WithInstanceDiscovery(false)
            .WithCertificate(certificate);
        var app = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
        string[] scopes = [cloud.Resource + "/.default"];
        return new MsalAccessTokens((isAnew, cancellationToken) => app.AcquireTokenForClient(scopes).WithForceRefresh(isAnew).ExecuteAsync(cancellationToken));
    }

    /// <param name="cloud">Says what the token is for.</param>
    /// <param name="appId">The identity's client id, which is the bot's app id.</param>
    /// <param name="http">Carries the requests; null: the package's own.</param>
    public static MsalAccessTokens ByManagedIdentity(TeamsCloud cloud, string appId, IMsalHttpClientFactory? http = null)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId));
        var app = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
        return new MsalAccessTokens(
            (isAnew, cancellationToken) => app.AcquireTokenForManagedIdentity(cloud.Resource).WithForceRefresh(isAnew).ExecuteAsync(cancellationToken));
    }

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await _acquire(false, cancellationToken);
            if (result.AccessToken == _dropped)
            {
                result = await _acquire(true, cancellationToken);
            }

            return result.AccessToken;
        }
        catch (MsalServiceException fault)
        {
            // Its own message quotes what was sent, so it is not kept as the cause.
            throw EntraFault.Of(fault.StatusCode > 0 ? (HttpStatusCode)fault.StatusCode : null, EntraFault.CodeOf(fault.Message));
        }
        catch (Exception fault) when (fault is MsalException or HttpRequestException)
        {
            throw EntraFault.Of(null, null, fault);
        }
    }

    public void Drop(string token) => _dropped = token;
}
