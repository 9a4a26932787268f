using System.Net;
using Microsoft.AspNetCore.Http;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>The rules where no app id is configured: no token is asked for, so everything must stay on this machine.</summary>
/// <remarks>What a client says of itself (the Playground's header <c>x-ms-agents-playground</c>) is never looked at.</remarks>
public static class TestMode
{
    /// <summary>What a proxy or a tunnel adds, and what stays of it once our own host has read it.</summary>
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP"];

    /// <summary>Why the bot must not start in test mode with these listening addresses; null where it may.</summary>
    /// <param name="addresses">The addresses as Kestrel is given them, or names them once it listens: <c>http://localhost:5080</c>.</param>
    public static string? FaultOf(IEnumerable<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var all = addresses.ToList();
        var open = all.Where(address => !IsLoopback(address)).ToList();
        return all.Count > 0 && open.Count == 0
            ? null
            : $"Without Teams:AppId activities are taken without a token, so the bot may listen on this machine alone, but Web:Urls "
                + (open.Count > 0 ? $"holds {string.Join(", ", open.Select(a => $"'{a}'"))}" : "says nothing")
                + ". Set Teams:AppId and its secret, or Web:Urls to http://localhost:5080.";
    }

    internal static Refusal Check(HttpContext request) =>
        !IsLoopback(request.Connection.RemoteIpAddress) || !IsLoopback(request.Connection.LocalIpAddress) || !IsLoopbackName(request.Request.Host.Host)
            ? Refusal.NotLoopback
            : Array.Exists(ProxyHeaders, request.Request.Headers.ContainsKey) ? Refusal.Forwarded : Refusal.None;

    internal static Refusal Check(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && IsLoopbackName(address.Host)
            ? Refusal.None
            : Refusal.RemoteService;

    /// <summary>As Kestrel reads it: any name but localhost is every interface.</summary>
    private static bool IsLoopback(string address)
    {
        try
        {
            return IsLoopbackName(BindingAddress.Parse(address).Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopbackName(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
}
