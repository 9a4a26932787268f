using System.Text.Json;
using ProgrammeBot.Channels.Discord.Client;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

public sealed class DiscordTokenTests
{
    [Fact]
    public void A_token_prints_as_redacted_however_it_is_printed()
    {
        var options = new DiscordClientOptions { Token = SomeToken.Value };
        Assert.Equal("(token, redacted)", $"{options.Token}");
        Assert.DoesNotContain("not-a-real-secret", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-real-secret", JsonSerializer.Serialize(options.Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Space_around_a_token_does_no_harm() => Assert.True(DiscordToken.TryParse($" {SomeToken.Text}\r\n", out _, out _));

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("Bot " + SomeToken.Text, "begins with the word 'Bot'")]
    [InlineData("\"" + SomeToken.Text + "\"", "a character that no token has")]
    [InlineData("MTAw.Gab cde.not-a-real-secret", "a character that no token has")]
    [InlineData("MTAw.Gabcde.not-a-real-secret\u202e", "a character that no token has")]
    [InlineData("qNRyLXKTqZ7lYp0xgQ2bS1cVwHnUeF4d", "client secret or the public key")]
    [InlineData("MTAwMDAwMDAwMDAwMDAwMDAx.Gabcde", "not a whole bot token")]
    [InlineData("MTAwMDAwMDAwMDAwMDAwMDAx..secretsecretsecret", "not a whole bot token")]
    [InlineData("a.b.cqx", "not a whole bot token")]
    public void A_token_of_another_form_is_refused_by_the_setting_s_name_and_without_showing_it(string? text, string said)
    {
        Assert.False(DiscordToken.TryParse(text, out _, out var fault));
        Assert.StartsWith("Discord:Token ", fault, StringComparison.Ordinal);
        Assert.Contains(said, fault, StringComparison.Ordinal);
        if (!string.IsNullOrWhiteSpace(text))
        {
            Assert.DoesNotContain(text.Trim().Split('.')[^1], fault, StringComparison.Ordinal);
        }

        Assert.Equal(fault, Assert.Throws<FormatException>(() => DiscordToken.Parse(text)).Message);
    }
}
