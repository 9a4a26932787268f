using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Discord.Rendering;

/// <summary>Makes the addresses in words of the operator or a moderator links again, without a preview.</summary>
internal static partial class TrustedLinks
{
    /// <param name="escaped">A text as <see cref="DiscordText"/> gives it.</param>
    /// <param name="trusted">Words that may hold addresses; other addresses in the text stay plain.</param>
    public static string In(string escaped, string trusted)
    {
        foreach (var address in Address().Matches(trusted).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')')).Distinct(StringComparer.Ordinal).OrderByDescending(a => a.Length))
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && DocumentLink.IsShown(uri))
            {
                escaped = Regex.Replace(escaped, Regex.Escape(DiscordText.Escaped(address)) + @"(?![\w/])", $"<{address.Replace("$", "$$", StringComparison.Ordinal)}>", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
        }

        return escaped;
    }

    [GeneratedRegex(@"\bhttps?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
