using System.Net;
using System.Net.Sockets;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>Connections that end only where they may: on the public internet, or in test mode on this machine, whatever a name resolves to.</summary>
internal static class Connections
{
    /// <summary>No redirects, no cookies, no proxy: a proxy would resolve names in our place.</summary>
    public static SocketsHttpHandler Handler(bool isTestMode, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 64,
        // No trace names the addresses: they hold people's ids.
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) =>
            ConnectAsync(context.DnsEndPoint, isTestMode, resolve ?? Dns.GetHostAddressesAsync, cancellationToken),
    };

    /// <summary>Whether the address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var b = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? b[0] is not (0 or 10 or 127 or >= 224)
                && !(b[0] == 100 && b[1] is >= 64 and < 128)
                && !(b[0] == 169 && b[1] == 254)
                && !(b[0] == 172 && b[1] is >= 16 and < 32)
                && !(b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)))
                && !(b[0] == 198 && b[1] is 18 or 19)
            // Global unicast alone, without the ways round to IPv4 (6to4, Teredo) and documentation.
            : (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && ((b[2] == 0 && b[3] == 0) || (b[2] == 0x0D && b[3] == 0xB8)));
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target, bool isTestMode, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellationToken);
        var allowed = all.Where(a => isTestMode ? IPAddress.IsLoopback(a) : IsPublic(a)).ToArray();
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException(isTestMode ? "the name leads away from this machine" : "the name leads into a private network");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads where we do not go.</summary>
internal sealed class ForbiddenAddressException(string message) : Exception(message);
