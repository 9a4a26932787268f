using ProgrammeBot.Channels.Text;

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

        // Brackets would end the link.
        return $"[{DiscordText.EscapeLine(WebAddress.HostOf(address!), 120)}]({WebAddress.Bare(address!)})";
    }

    /// <summary>An address in words that are trusted, without a preview.</summary>
    public static string? Plain(Uri address, string written) => IsShown(address) ? $"<{written}>" : null;

    public static bool IsShown(Uri? address) => WebAddress.IsShown(address, DiscordLimits.LinkUrl);
}
