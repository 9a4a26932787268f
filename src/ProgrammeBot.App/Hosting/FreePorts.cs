using System.Net;
using System.Net.Sockets;

namespace ProgrammeBot.App.Hosting;

/// <summary>Steps over ports that another program listens on.</summary>
internal static class FreePorts
{
    private const int Tries = 20;

    /// <summary>The addresses (';' between), each with the first free port from the one given; one that names no loopback host stays as it is.</summary>
    public static string StepOver(string urls) => string.Join(';', urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Free));

    private static string Free(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback || address.Port == 0)
        {
            return url;
        }

        for (var port = address.Port; port < address.Port + Tries && port <= IPEndPoint.MaxPort; port++)
        {
            if (IsFree(port))
            {
                return new UriBuilder(address) { Port = port }.Uri.GetLeftPart(UriPartial.Authority);
            }
        }

        return url;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
