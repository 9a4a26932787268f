namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>The gateway's address with the query that says how we speak, on every connection the same.</summary>
internal static class GatewayAddress
{
    /// <summary>Null: not an address of a gateway.</summary>
    /// <param name="url">What Discord gave.</param>
    /// <param name="isPlainAllowed">Without TLS, where the REST interface is without it too; otherwise the token would cross the net in the open.</param>
    public static Uri? Of(string? url, bool isPlainAllowed) =>
        Uri.TryCreate(url, UriKind.Absolute, out var given) && (given.Scheme == "wss" || (given.Scheme == "ws" && isPlainAllowed)) && given.UserInfo.Length == 0
            ? new UriBuilder(given) { Query = "v=10&encoding=json", Fragment = "" }.Uri
            : null;
}
