using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ProgrammeBot.Channels.Teams.Rendering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

public sealed class TeamsTextTests
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    [Theory]
    [InlineData("The pass mark is 50%.", "The pass mark is 50%.")]
    [InlineData("**bold** _it_ ~~no~~ `c`", @"\*\*bold\*\* \_it\_ \~\~no\~\~ \`c\`")]
    [InlineData("# Head\n> said\n1. one\n    - deep", "\\# Head\n\n&gt; said\n\n1\\. one\n\n\\- deep")]
    [InlineData("[free](http://evil.example) ![x](https://evil.example/x.png)", "\\[free\\](http:\u200b//evil.example) \\!\\[x\\](https:\u200b//evil.example/x.png)")]
    [InlineData("<at>Dean</at> &lt; <b>x</b> [1]", @"&lt;at&gt;Dean&lt;/at&gt; &amp;lt; &lt;b&gt;x&lt;/b&gt; \[1\]")]
    [InlineData("www.evil.example, mailto:a@b.example", "www\u200b.evil.example, mailto:\u200ba@b.example")]
    public void Signs_that_could_begin_something_are_escaped_and_others_stay(string text, string expected) => Assert.Equal(expected, TeamsText.Escape(text));

    [Theory]
    [InlineData("It is so. [1] [2] [3]", 2, @"It is so. [1] [2] \[3\]")]
    [InlineData("[1](http://evil.example)", 1, "[1]\\(http:\u200b//evil.example)")]
    [InlineData("[1]: http://evil.example", 1, "[1]\\: http:\u200b//evil.example")]
    [InlineData("![1] [01] [0]", 1, @"\!\[1\] \[01\] \[0\]")]
    public void A_citations_mark_stays_and_can_begin_no_link(string text, int marks, string expected) => Assert.Equal(expected, TeamsText.Within(text, 200, marks));

    [Fact]
    public void A_foreign_reader_of_Markdown_finds_only_words_in_what_was_escaped_and_exactly_these() => Many(random =>
    {
        var text = HostileTexts.Of(random, unseen: random.Next(2) == 0) + (random.Next(3) == 0 ? " <at>Dean</at> <img src=x onerror=1> &#42;x&#42; [1]: /x [1](/y) ---\n===\n\n***\n    code\n| a | b |\n|---|---|" : "");
        var marks = random.Next(3);

        var read = Markdig.Markdown.Parse(TeamsText.Within(VisibleText.Of(text), 100_000, marks), Everything);

        Assert.All(read, block => Assert.IsType<ParagraphBlock>(block));
        var inlines = read.Descendants<Inline>().ToList();
        Assert.All(inlines, i => Assert.True(i is LiteralInline or HtmlEntityInline or ContainerInline { } and not (LinkInline or EmphasisInline), i.GetType().Name));
        var words = string.Concat(inlines.Select(i => i switch { LiteralInline l => l.Content.ToString(), HtmlEntityInline e => e.Transcoded.ToString(), _ => "" })).Replace("\u200b", "", StringComparison.Ordinal);
        Assert.Equal(Blank(VisibleText.Of(text)), Blank(words));
    });

    [Fact]
    public void The_foreign_reader_finds_what_is_not_escaped()
    {
        var found = HostileTexts.Pieces.SelectMany(p => Markdig.Markdown.Parse(p, Everything).Descendants()).Select(d => d.GetType().Name).ToHashSet();

        Assert.All(new[] { "LinkInline", "EmphasisInline", "CodeInline", "HeadingBlock", "QuoteBlock", "ListBlock" }, kind => Assert.Contains(kind, found));
    }

    [Theory]
    [InlineData("https://northfield.example/guide?a=1&b=(2)#s0-9", "[northfield.example](https://northfield.example/guide?a=1&b=%282%29#s0-9)")]
    [InlineData("https://bücher.example/", "[xn--bcher-kva.example](https://xn--bcher-kva.example/)")]
    [InlineData("http://localhost:5080/x", null)]
    [InlineData("https://good.example@evil.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    public void A_link_shows_its_host_and_only_encrypted_addresses_are_links(string address, string? expected) => Assert.Equal(expected, TeamsText.Link(new Uri(address)));

    [Fact]
    public void Addresses_in_a_moderators_words_are_links_and_the_rest_is_as_written() => Assert.Equal(
        @"See [https://northfield.example/ask\_us](https://northfield.example/ask_us) \*now\*.".Replace("https://northfield.example/ask\\_us]", "https:\u200b//northfield.example/ask\\_us]", StringComparison.Ordinal),
        TeamsText.Trusted("See https://northfield.example/ask_us *now*.", 500));

    [Fact]
    public void Whatever_is_cut_has_room() => Many(random =>
    {
        var max = random.Next(20, 300);

        Assert.InRange(TeamsText.Escape(HostileTexts.Of(random, unseen: true, most: 60), max).Length, 0, max);
    });

    private static string Blank(string text) => Regex.Replace(text, @"\s+", "");

    /// <summary>A few hundred cases; a failure names its seed.</summary>
    private static void Many(Action<Random> check)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            try
            {
                check(new Random(seed));
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new Xunit.Sdk.XunitException($"Seed {seed}: {failure.Message}");
            }
        }
    }
}
