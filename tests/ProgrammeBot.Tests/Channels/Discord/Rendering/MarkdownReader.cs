using System.Text;
using System.Text.RegularExpressions;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

/// <summary>Reads a text as Discord's clients do, and says what in it is more than words. Knows nothing of how ours escape.</summary>
/// <remarks>Rules tried in this order at every place; where clients differ, the one that finds more.</remarks>
internal sealed partial class MarkdownReader
{
    private static readonly (string What, Regex Rule)[] AtLineStart =
    [
        ("header", Header()),
        ("subtext", Subtext()),
        ("block quote", BlockQuote()),
        ("list", ListItem()),
    ];

    private static readonly (string What, Regex Rule)[] Anywhere =
    [
        ("code", Code()),
        ("mention", Mention()),
        ("everyone", Everyone()),
        ("custom emoji", CustomEmoji()),
        ("timestamp", Timestamp()),
        ("command", Command()),
        ("guild place", GuildPlace()),
        ("link in brackets", AngleLink()),
        ("masked link", MaskedLink()),
        ("link", BareLink()),
        ("invitation", Invitation()),
        ("emoji name", EmojiName()),
        ("strong", Strong()),
        ("underline", Underline()),
        ("emphasis", Emphasis()),
        ("struck through", Struck()),
        ("spoiler", Spoiler()),
    ];

    private MarkdownReader(string source)
    {
        var text = new StringBuilder();
        var lineStart = true;
        for (var at = 0; at < source.Length;)
        {
            if (Escape().Match(source, at) is { Success: true } escape)
            {
                text.Append(escape.Value, 1, escape.Length - 1);
                at += escape.Length;
                lineStart = false;
                continue;
            }

            foreach (var (what, rule) in lineStart ? AtLineStart.Concat(Anywhere) : Anywhere)
            {
                if (rule.Match(source, at) is { Success: true } match)
                {
                    Found.Add($"{what}: {match.Value}");
                }
            }

            lineStart = source[at] == '\n';
            text.Append(source[at]);
            at++;
        }

        Text = text.ToString();
    }

    /// <summary>Formatting, mentions and links, as 'what: the words'.</summary>
    public List<string> Found { get; } = [];

    /// <summary>What a reader sees, as far as it is words.</summary>
    public string Text { get; }

    public static MarkdownReader Of(string source) => new(source);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(@"\G\\[^0-9A-Za-z\s]", Options)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G[^\S\n]*#{1,3}[^\S\n]+[^\n]", Options)]
    private static partial Regex Header();

    [GeneratedRegex(@"\G[^\S\n]*-#[^\S\n]+[^\n]", Options)]
    private static partial Regex Subtext();

    [GeneratedRegex(@"\G[^\S\n]*>(>>)?[^\S\n]", Options)]
    private static partial Regex BlockQuote();

    [GeneratedRegex(@"\G[^\S\n]*([*+-]|[0-9]+[.)])[^\S\n]+[^\n]", Options)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\G(`+)(.+?)\1", Options)]
    private static partial Regex Code();

    [GeneratedRegex(@"\G<(@[!&]?|#)[0-9]+>", Options)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G@(everyone|here)", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Everyone();

    [GeneratedRegex(@"\G<a?:\w+:[0-9]+>", Options)]
    private static partial Regex CustomEmoji();

    [GeneratedRegex(@"\G<t:-?[0-9]+(:[A-Za-z])?>", Options)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\G</[^\n>]+:[0-9]+>", Options)]
    private static partial Regex Command();

    [GeneratedRegex(@"\G<id:\w+>", Options)]
    private static partial Regex GuildPlace();

    [GeneratedRegex(@"\G<[A-Za-z][A-Za-z0-9+.-]*:[^\s>]+>", Options)]
    private static partial Regex AngleLink();

    [GeneratedRegex(@"\G\[(\\.|[^\\\]])*\]\([^)\n]*\)", Options)]
    private static partial Regex MaskedLink();

    [GeneratedRegex(@"\G[A-Za-z][A-Za-z0-9+.-]*://[^\s<]", Options)]
    private static partial Regex BareLink();

    [GeneratedRegex(@"\Gdiscord(app)?\.(gg|com/invite)/\w", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\G:[^\s:\\]+:", Options)]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"\G\*\*.+?\*\*", Options)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\G__.+?__", Options)]
    private static partial Regex Underline();

    [GeneratedRegex(@"\G(\*(?=\S).+?\*|_.+?_)", Options)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\G~~.+?~~", Options)]
    private static partial Regex Struck();

    [GeneratedRegex(@"\G\|\|.+?\|\|", Options)]
    private static partial Regex Spoiler();
}
