using System.Text;

namespace ProgrammeBot.Tests.Support;

/// <summary>Texts put together from what Discord would make something of, and from ordinary words.</summary>
internal static class HostileTexts
{
    public static readonly string[] Pieces =
    [
        "**bold**", "*it*", "__under__", "_it_", "~~gone~~", "||secret||", "`code`", "```\nblock\n```", "``", "*", "_", "`", "|", "~", "\\", "\\\\",
        "# Head", "## Head", "### Head", "-# small", "> quote", ">>> all", "- item", "* item", "+ item", "1. one", "12) twelve", "  - deep", " # far",
        "[label](http://evil.example)", "](http://evil.example)", "[a](<http://evil.example>)", "<http://evil.example>", "https://evil.example/x_y*z", "steam://run/1", "discord.gg/abc", "DISCORD.COM/invite/abc",
        "<@123>", "<@!123>", "<@&123>", "<#123>", "</ask:123>", "<t:1700000000:R>", "<id:customize>", "<:kappa:123>", "<a:party:123>", "@everyone", "@here", "@Everyone", ":smile:", ":+1:", "10:30:45",
        "mail@here.example", "¯\\_(ツ)_/¯", "[1]", "[12]", "(2)", "75% of the marks.", "IELTS 7.0 overall.", "e.g. this", "Module | Term | ECTS", "a_b_c", "2025-26", "snake_case", "<3", "£38,000", "ﬁ", "naïve", "日本語。",
        "👍", "👩‍👩‍👧‍👦", "🏳️‍🌈", "❤️", "1️⃣", "שָׁלוֹם", "العربية", "می‌خواهم", "é", "\n", "\n\n", " ", " ",
    ];

    /// <summary>Also what nobody sees, or what breaks characters.</summary>
    public static readonly string[] Unseen =
    [
        "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\0", "\u001b[31m", "\r\n", "\r", "\u2028", "\ud800", "\udc00", "\u034f", "\u3164", "\u180e", "a\u200db", "\ufe0f",
        "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "\t", "\ufffe", "\u115f", "*\u200b*b*\u200b*", "@\u200beveryone", "h\u00adttp://evil.example", "\\\u200b*b*",
    ];

    public static string Of(Random random, bool unseen = false, int most = 14)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, most); left > 0; left--)
        {
            var pieces = unseen && random.Next(3) == 0 ? Unseen : Pieces;
            text.Append(pieces[random.Next(pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }
}
