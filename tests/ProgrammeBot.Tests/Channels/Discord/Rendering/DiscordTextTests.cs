using System.Globalization;
using System.Text.RegularExpressions;
using ProgrammeBot.Channels.Discord.Rendering;
using ProgrammeBot.Channels.Text;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("The pass mark is 50%.", "The pass mark is 50%.")]
    [InlineData("**bold** _it_ ~~no~~", @"\*\*bold\*\* \_it\_ \~\~no\~\~")]
    [InlineData("# Head\n-# small\n> said\n1. one\n  - deep", "\\# Head\n\\-# small\n\\> said\n1\\. one\n\\- deep")]
    [InlineData("2025-26 # > no line start", "2025-26 # > no line start")]
    [InlineData("[free](http://evil.example) [1]", @"\[free](http\://evil.example) \[1]")]
    [InlineData("<@1> <#2> <t:3> @everyone @here, ask@office.example", @"\<@1> \<#2> \<t:3> \@everyone \@here, ask@office.example")]
    [InlineData("at 10:30, :smile: discord.gg/abc", @"at 10:30, \:smile: discord\.gg/abc")]
    [InlineData(@"a\b", @"a\\b")]
    public void Signs_that_could_begin_something_get_a_backslash_and_others_none(string text, string expected) =>
        Assert.Equal(expected.Replace("\n\\- deep", "\n  \\- deep", StringComparison.Ordinal), DiscordText.Escape(text));

    [Theory]
    [InlineData("a\u202eb\u2066c\u200bd\ufeffe\u00adf", "abcdef")]
    [InlineData("a\0b\u001bc", "a b c")]
    [InlineData("a\r\nb\rc\u2028d\n\n\n\ne", "a\nb\nc\nd\n\ne")]
    [InlineData("z\u0300\u0301\u0302\u0303\u0304\u0305", "z\u0300\u0301\u0302\u0303")]
    [InlineData("می‌خواهم 👩‍👩‍👧 ❤️ 1️⃣", "می‌خواهم 👩‍👩‍👧 ❤️ 1️⃣")]
    [InlineData("a\u200db x\ufe0fy", "ab xy")]
    [InlineData("\u200b\u3164\u200e", "")]
    public void What_nobody_sees_is_left_out_and_what_a_script_or_an_emoji_needs_stays(string text, string expected) => Assert.Equal(expected, VisibleText.Of(text));

    [Fact]
    public void Half_a_character_becomes_a_replacement() => Assert.Equal("a\ufffd b\ufffd", VisibleText.Of("a\ud83d b\udc4d"));

    [Fact]
    public void A_reader_of_Discords_markdown_finds_only_words_in_what_was_escaped_and_exactly_these() => Many(random =>
    {
        var text = HostileTexts.Of(random);
        var read = MarkdownReader.Of(DiscordText.Escape(text));

        Assert.Empty(read.Found);
        Assert.Equal(Regex.Replace(text, "\n{2,}", "\n\n").Trim(), Regex.Replace(read.Text, "\n{2,}", "\n\n"));
    });

    [Fact]
    public void What_is_not_seen_cannot_hide_formatting() => Many(random =>
    {
        var text = HostileTexts.Of(random, unseen: true);
        var read = MarkdownReader.Of(DiscordText.Escape(text));

        Assert.Empty(read.Found);
        Assert.Equal(VisibleText.Of(text), read.Text);
    });

    [Fact]
    public void The_reader_finds_every_kind_of_thing_that_is_not_escaped()
    {
        var found = HostileTexts.Pieces.SelectMany(p => MarkdownReader.Of(p).Found).Select(f => f.Split(':')[0]).Distinct().Order();

        Assert.Equal(
            [
                "block quote", "code", "command", "custom emoji", "emoji name", "emphasis", "everyone", "guild place", "header", "invitation", "link", "link in brackets",
                "list", "masked link", "mention", "spoiler", "strong", "struck through", "subtext", "timestamp", "underline",
            ],
            found);
    }

    [Fact]
    public void What_is_too_long_is_cut_behind_a_sentence_with_its_marks() => Assert.Equal(
        @"The thesis counts for 75% of the marks. \[1] …",
        DiscordText.Escape("The thesis counts for 75% of the marks. [1] The examination counts for the rest, see e.g. the handbook. [2]", 70));

    [Fact]
    public void Where_a_sentence_alone_is_too_long_its_marks_stand_behind_the_cut() => Assert.Equal(
        @"The thesis counts for 75% of … \[1] \[2]",
        DiscordText.Escape("The thesis counts for 75% of the marks, and the examination counts for all that is left. [1] [2]", 42));

    [Fact]
    public void Whatever_is_cut_is_a_beginning_in_the_room_with_marks_and_characters_whole() => Many(random =>
    {
        var text = HostileTexts.Of(random, unseen: true, most: 60);
        var max = random.Next(20, 300);

        var cut = DiscordText.Escape(text, max);

        Assert.True(cut.Length <= max, $"{cut.Length} > {max}");
        var read = MarkdownReader.Of(cut);
        Assert.Empty(read.Found);
        var visible = VisibleText.Of(text);
        if (read.Text == visible)
        {
            return;
        }

        var kept = Regex.Replace(read.Text, @" ?…( ?\[\d+\])*$", "");
        Assert.StartsWith(kept, visible, StringComparison.Ordinal);
        Assert.Contains("…", read.Text, StringComparison.Ordinal);
        var ends = StringInfo.ParseCombiningCharacters(visible);
        Assert.True(kept.Length == visible.Length || ends.Contains(kept.Length) || visible[kept.Length..].StartsWith(' '), $"within a character: '{kept}' of '{visible}'");
        Assert.DoesNotMatch(@"\[\d*$", kept);
    });

    [Theory]
    [InlineData("Which modules run in Autumn?", 80, "Which modules run in Autumn?")]
    [InlineData("Which modules run in Autumn?", 20, "Which modules run…")]
    [InlineData("**not** formatted `here`", 80, "**not** formatted `here`")]
    [InlineData("two\nlines", 80, "two lines")]
    [InlineData("\u200b \n", 80, "…")]
    [InlineData("👍👍👍👍", 4, "👍…")]
    public void A_label_is_one_plain_line_cut_behind_a_word(string text, int max, string expected) => Assert.Equal(expected, DiscordText.Label(text, max));

    [Fact]
    public void One_character_longer_than_all_the_room_is_cut_between_its_parts()
    {
        var family = string.Concat(Enumerable.Repeat("👩\u200d", 5000)) + "👩";

        var label = DiscordText.Label(family, 80);

        Assert.InRange(label.Length, 2, 80);
        Assert.False(char.IsHighSurrogate(label[^2]));
        Assert.InRange(DiscordText.Escape(family, 100).Length, 2, 100);
    }

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
