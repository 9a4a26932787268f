using Microsoft.Extensions.Configuration;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Commands;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord;

public sealed class DiscordSettingsTests : IDisposable
{
    private const string Token = "MTAwMDAwMDAwMDAwMDAwMDAx.GabcdE.a-secret-that-nobody-may-see";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_token_there_is_no_Discord() => Assert.Null(Read([("Discord:Shards", "auto")]));

    [Fact]
    public void What_is_not_said_is_as_little_as_works()
    {
        var settings = Read([("Discord:Token", Token)])!; // there is a token

        Assert.Equal((DiscordIntents.Ordinary, (int?)null, false), (settings.Client.Intents, settings.Client.ShardCount, settings.Channel.MessageContent));
        Assert.Null(settings.TestGuild);
        Assert.Equal("https://discord.com/api/v10", settings.Client.ApiBase.ToString());
    }

    [Fact]
    public void A_token_may_stand_in_a_file_and_shards_in_shares()
    {
        var file = _folder["token.txt"];
        File.WriteAllText(file, Token + "\n");

        var settings = Read([("Discord:TokenFile", file), ("Discord:Shards", "4-7/16"), ("Discord:MessageContent", "on"), ("Discord:TestGuild", "123")])!; // there is a token

        Assert.Equal(16, settings.Client.ShardCount);
        Assert.Equal([4, 5, 6, 7], settings.Client.Shards!); // they are named
        Assert.True(settings.Client.Intents.HasFlag(DiscordIntents.MessageContent));
        Assert.Equal("123", settings.TestGuild.ToString());
    }

    [Theory]
    [InlineData("Discord:Shards", "7-4/16", "Discord:Shards is '7-4/16': write auto, or this process's share")]
    [InlineData("Discord:Shards", "16/16", "Discord:Shards is '16/16'")]
    [InlineData("Discord:Shards", "99999999999/3", "Discord:Shards is '99999999999/3'")]
    [InlineData("Discord:MessageContent", "maybe", "Discord:MessageContent is 'maybe': write on or off.")]
    [InlineData("Discord:TestGuild", "Northfield", "Discord:TestGuild is 'Northfield': a server's id is a number")]
    [InlineData("Discord:ApiBase", "discord", "Discord:ApiBase is 'discord', which is no address")]
    [InlineData("Discord:ApiBase", "ftp://discord.com/", "Discord:ApiBase is not an address")]
    [InlineData("Discord:TokenFile", "/nowhere/token", "Discord:Token and Discord:TokenFile are both set")]
    [InlineData("Discord:Token", "Bot MTAw.a.b-secret", "Discord:Token begins with the word 'Bot'")]
    public void A_wrong_setting_is_told_with_its_key_and_the_remedy_and_never_the_token(string key, string value, string told)
    {
        var e = Assert.Throws<CommandException>(() => Read([("Discord:Token", Token), (key, value)]));

        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var e = Assert.Throws<CommandException>(() => Read([("Discord:TokenFile", _folder["none.txt"])]));

        Assert.StartsWith($"Discord:TokenFile: '{_folder["none.txt"]}' cannot be read", e.Message, StringComparison.Ordinal);
    }

    private static DiscordSettings? Read(IEnumerable<(string Key, string Value)> settings) => DiscordSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Reverse().DistinctBy(s => s.Key).Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());
}
