using System.Text.RegularExpressions;
using ProgrammeBot.Ingestion.Markup;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Ingestion.Markup;

public sealed partial class SafeMarkdownTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\nscript:alert(1))",
        "[x](java&#x0A;script:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](\tjavascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](vbscript:msgbox(1))",
        "[x](file:///etc/passwd)",
        "[x](//evil.example/a)",
        "[x](/moderate/leave)",
        "[x](https://user:pass@evil.example)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "![x](https://evil.example/pixel.png)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml;base64,AAAA)",
        "[![x](https://evil.example/a.png)](https://evil.example)",
        "[x](https://ok.example \"a\\\" onmouseover=alert(1) \")",
        "[x](https://ok.example/\"onmouseover=\"alert(1))",
        "```<script>\nalert(1)\n```",
        "``` \" onclick=\"alert(1)\nx\n```",
        "<!-- --><iframe src=//evil.example>",
        "<style>*{display:none}</style>",
        "<form action=/moderate/leave method=post><button>x",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "a | b\n--|--\n<b onclick=alert(1)> | [x](javascript:1)",
        "x {onclick=alert(1)}",
        "# <script>x</script> {#id .class}",
        "\u202E[x](javascript:alert(1))\u0000",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    [MemberData(nameof(SomeFaq.HostileWords), MemberType = typeof(SomeFaq))]
    public void Nothing_hostile_survives(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);

        foreach (Match tag in Tag().Matches(html))
        {
            Assert.Matches("^</?(p|a|strong|em|code|pre|ul|ol|li|br|hr|h[1-6]|blockquote|table|thead|tbody|tr|th|td|del)\\b", tag.Value);
            Assert.DoesNotMatch("(?i)\\son[a-z]+\\s*=(?=([^\"]*\"[^\"]*\")*[^\"]*$)", tag.Value);
        }

        foreach (Match link in Link().Matches(html))
        {
            Assert.Matches("^(https?://(?!user)|mailto:)", link.Groups[1].Value);
        }
    }

    [Theory]
    [InlineData("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>\n")]
    [InlineData("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n")]
    [InlineData("Applies to 2025. [1]", "<p>Applies to 2025. [1]</p>\n")]
    [InlineData("[page](https://example.org/a?b=1&c=2)", "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">page</a></p>\n")]
    [InlineData("[us](mailto:office@example.org)", "<p><a href=\"mailto:office@example.org\" rel=\"noopener noreferrer nofollow\">us</a></p>\n")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>\n")]
    [InlineData("![a plan](https://example.org/plan.png)", "<p>a plan</p>\n")]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n")]
    [InlineData("one\ntwo", "<p>one<br />\ntwo</p>\n")]
    [InlineData("", "")]
    public void What_people_write_is_shown(string markdown, string html) => Assert.Equal(html, SafeMarkdown.ToHtml(markdown));

    [Fact]
    public void What_is_nested_without_end_or_too_long_is_shown_as_words()
    {
        foreach (var deep in new[] { new string('>', 5000), string.Concat(Enumerable.Repeat("[", 5000)), string.Concat(Enumerable.Repeat("- ", 5000)), new string('*', 9000), new string('<', SafeMarkdown.MaxLength + 1) })
        {
            Assert.DoesNotContain("<<", SafeMarkdown.ToHtml(deep), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
