using System.Text.RegularExpressions;

namespace ProgrammeBot.Gaps.Scrubbing;

/// <summary>Addresses of the net, and the markup by which platforms name people and places.</summary>
internal static partial class Addresses
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static string Out(string text)
    {
        text = PersonMarkup().Replace(text, "[name]");
        text = PlaceMarkup().Replace(text, "[id]");
        text = Emoji().Replace(text, "");
        text = Link().Replace(text, link => HostOnly().IsMatch(link.Value) ? link.Value : "[link]");
        text = Mail().Replace(text, "[mail]");
        text = SpelledMail().Replace(text, "[mail]");
        text = Handle().Replace(text, "[name]");
        text = Guid().Replace(text, "[id]");
        text = FourParts().Replace(text, "[id]");
        return EightParts().Replace(text, parts => parts.Value.Contains("::", StringComparison.Ordinal) || parts.Value.Count(c => c == ':') >= 5 ? "[id]" : parts.Value);
    }

    /// <summary>Discord's and Teams' mentions of people, and Discord's old names.</summary>
    [GeneratedRegex(@"<@!?\d+>|<at\b[^<>]*>[^<>]*</at>|(?<![\p{L}\d#&])[\p{L}\d_.]{2,32}#\d{4}(?!\d)", Options)]
    private static partial Regex PersonMarkup();

    [GeneratedRegex(@"<(?:@&|#|id:)\w+>|</[^<>:]{1,100}:\d+>|</?at\b[^<>]*>", Options)]
    private static partial Regex PlaceMarkup();

    [GeneratedRegex(@"<a?:\w{1,64}:\d+>", Options)]
    private static partial Regex Emoji();

    /// <summary>With a scheme, or a host of a common ending with a path behind it.</summary>
    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,20}://[^\s<>""]+|\bmailto:[^\s<>""]+|(?<![\p{L}\d@.-])(?:[a-z0-9-]{2,63}\.){1,6}(?:com|org|net|edu|gov|info|app|dev|gg|io|me|uk|de|eu|at|ch|fr|in|cn|co|ac)/[^\s<>""]+", Options)]
    private static partial Regex Link();

    /// <summary>The mere name of a site points at nobody.</summary>
    [GeneratedRegex(@"^https?://[a-z0-9.-]+/?[.,;:!?)]*$", Options)]
    private static partial Regex HostOnly();

    [GeneratedRegex(@"[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}", Options)]
    private static partial Regex Mail();

    /// <summary>'anna (at) mail (dot) example', as people write who know that addresses are collected.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d._-])[\p{L}\d._-]{1,64} ?(?:\(at\)|\[at\]|\{at\}|\(ät\)) ?[\p{L}\d-]{1,63}(?: ?(?:\.|\(dot\)|\[dot\]|\{dot\}|\(punkt\)| dot | punkt ) ?[\p{L}\d-]{2,63}){1,4}|(?<![\p{L}\d._-])[\p{L}\d._-]{1,64} at [\p{L}\d-]{1,63} dot [\p{L}]{2,24}(?: dot [\p{L}]{2,24})?", Options)]
    private static partial Regex SpelledMail();

    /// <summary>'@anna.smith': the crowd's names point at nobody.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d@/])@(?!everyone\b|here\b)[\p{L}\d_][\p{L}\d_.-]{0,40}", Options)]
    private static partial Regex Handle();

    [GeneratedRegex(@"(?<![\p{L}\d])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![\p{L}\d])", Options)]
    private static partial Regex Guid();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\d]|\.\d)", Options)]
    private static partial Regex FourParts();

    [GeneratedRegex(@"(?<![\p{L}\d:])(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{0,4}(?![\p{L}\d:])", Options)]
    private static partial Regex EightParts();
}
