using System.Net;

namespace ProgrammeBot.App.Web;

/// <summary>Refuses requests that name a host which is not ours: a foreign page must not reach a local bot by a name it controls.</summary>
/// <remarks>A bot that listens beyond this machine and is told no names takes any: its names are then not known here.</remarks>
public sealed class HostGuard
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _any;

    public HostGuard(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _names.UnionWith(WebOptions.Listed(options.AllowedHosts));
        if (options.PublicBase is { } address)
        {
            _names.Add(address.Host);
        }

        _any = _names.Contains("*") || (_names.Count == 0 && !WebOptions.Listed(options.Urls).All(IsLoopback));
    }

    public bool Allows(HostString host) => _any || _names.Contains(host.Host) || IsLoopbackName(host.Host);

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && IsLoopbackName(address.Host);

    private static bool IsLoopbackName(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
