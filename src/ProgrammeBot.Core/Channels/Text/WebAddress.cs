namespace ProgrammeBot.Channels.Text;

/// <summary>Addresses as they may be shown: what they look like is where they lead.</summary>
public static class WebAddress
{
    /// <summary>Whether it is one of the web, without a name and password, and short enough.</summary>
    public static bool IsShown(Uri? address, int max) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Host.Length: > 0 } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && Bare(address).Length <= max;

    /// <summary>Its host, and the port where it is an unusual one. Punycode: a host that only looks like another's is told apart.</summary>
    public static string HostOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsDefaultPort ? address.IdnHost : FormattableString.Invariant($"{address.IdnHost}:{address.Port}");
    }

    /// <summary>The address without any sign that would end or begin something in Markdown.</summary>
    public static string Bare(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal);
    }
}
