using System.Text.RegularExpressions;

namespace ProgrammeBot.Channels.Text;

/// <summary>Makes the addresses in words of the operator or a moderator links again.</summary>
public static partial class TrustedLinks
{
    /// <param name="escaped">A text as the platform's escaping gives it.</param>
    /// <param name="trusted">Words that may hold addresses; other addresses in the text stay plain.</param>
    /// <param name="escape">The platform's escaping.</param>
    /// <param name="link">An address as a link of the platform; null where it may not be one.</param>
    public static string In(string escaped, string trusted, Func<string, string> escape, Func<Uri, string, string?> link)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        ArgumentNullException.ThrowIfNull(trusted);
        ArgumentNullException.ThrowIfNull(escape);
        ArgumentNullException.ThrowIfNull(link);
        var addresses = Address().Matches(trusted).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')')).Distinct(StringComparer.Ordinal).OrderByDescending(a => a.Length)
            .Select(a => (Escaped: escape(a), Link: Uri.TryCreate(a, UriKind.Absolute, out var uri) ? link(uri, a) : null)).Where(a => a.Link is not null).ToList();
        if (addresses.Count == 0)
        {
            return escaped;
        }

        // In one pass, the longest first: what has become a link is never looked into again.
        var links = addresses.ToDictionary(a => a.Escaped, a => a.Link!, StringComparer.Ordinal);
        var any = string.Join('|', addresses.Select(a => Regex.Escape(a.Escaped)));
        return Regex.Replace(escaped, $@"(?:{any})(?![\w/])", m => links[m.Value], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\bhttps?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
