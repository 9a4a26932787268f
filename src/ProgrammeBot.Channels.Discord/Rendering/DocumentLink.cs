namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>A link to a source, its host in plain sight: <c>[northfield.example](https://…)</c>.</summary>
internal static class DocumentLink
{
    /// <summary>The link as Discord's Markdown; null where the address is none that may be shown: not http(s), with a name and password, or longer than a button's.</summary>
    public static string? Masked(Uri? address)
    {
        if (!IsShown(address))
        {
            return null;
        }

        // Punycode: a host that only looks like another's is told apart. Brackets would end the link.
        var host = address!.IsDefaultPort ? address.IdnHost : FormattableString.Invariant($"{address.IdnHost}:{address.Port}");
        return $"[{DiscordText.EscapeLine(host, 120)}]({Bare(address)})";
    }

    public static bool IsShown(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Host.Length: > 0 } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && Bare(address).Length <= DiscordLimits.LinkUrl;

    public static string Bare(Uri address) =>
        new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal);
}
