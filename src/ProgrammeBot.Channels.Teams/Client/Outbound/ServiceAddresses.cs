using System.Net;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Which addresses a conversation may be reached at: only hosts that are listed whole, so that our token goes nowhere else.</summary>
/// <remarks>In test mode only this machine. Anybody can register a name that ends like Microsoft's, so no ending is ever compared.</remarks>
internal sealed class ServiceAddresses
{
    private readonly HashSet<string> _hosts;
    private readonly bool _isTestMode;

    public ServiceAddresses(TeamsConnectorOptions options)
    {
        _isTestMode = options.IsTestMode;
        _hosts = options.Cloud.ServiceHosts.Concat(options.ExtraHosts).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The address without a slash at its end; throws for what may not be called.</summary>
    public string Checked(string serviceUrl) => TryRead(serviceUrl, out var address)
        ? address
        : throw new TeamsCallException(
            _isTestMode
                ? "Nothing was sent: without an app id (Teams:AppId) only addresses of this machine are called, and the conversation's is not one."
                : "Nothing was sent: the conversation's address is not a host of the cloud in use. If Microsoft has a new one, add it to Teams:ServiceHosts.",
            HttpStatusCode.Forbidden,
            TeamsErrors.InvalidBotApiHost);

    public bool TryRead(string serviceUrl, out string address)
    {
        address = "";
        // What two readers of addresses might read differently is not read at all.
        if (serviceUrl.Length > 2048
            || serviceUrl.Any(c => c is <= ' ' or > '~' or '\\' or '?' or '#' or '@')
            || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0
            || !(_isTestMode ? IsThisMachine(uri) : uri.Scheme == "https" && uri.IsDefaultPort && _hosts.Contains(uri.Host)))
        {
            return false;
        }

        address = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return true;
    }

    private static bool IsThisMachine(Uri uri) =>
        uri.Scheme is "http" or "https"
        && (uri.Host.Equals("localhost", StringComparison.Ordinal) || (IPAddress.TryParse(uri.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip)));
}
