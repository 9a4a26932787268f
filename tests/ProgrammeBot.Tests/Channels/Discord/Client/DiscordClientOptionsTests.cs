using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

public sealed class DiscordClientOptionsTests
{
    private static readonly DiscordClientOptions Sound = new() { Token = SomeToken.Value };

    [Fact]
    public void What_is_set_by_itself_is_sound() => Assert.Empty(Sound.Faults());

    [Fact]
    public void Ordinary_intents_need_no_privilege() => Assert.Equal(4609, (int)Sound.Intents);

    [Fact]
    public void Every_fault_is_told_at_once_and_by_its_setting()
    {
        var faulty = Sound with { ApiBase = new Uri("ftp://discord.com"), ShardCount = 0, RefusedCallsCeiling = 10_000, Website = "see here)" };

        Assert.Equal(
            ["Discord:ApiBase", "Discord:ShardCount", "Discord:RefusedCallsCeiling", "Discord:Website"],
            faulty.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Theory]
    [InlineData(null, new[] { 0 }, "Discord:ShardCount must say")]
    [InlineData(2, new int[0], "different numbers")]
    [InlineData(2, new[] { 2 }, "different numbers")]
    [InlineData(2, new[] { -1 }, "different numbers")]
    [InlineData(2, new[] { 1, 1 }, "different numbers")]
    public void Shards_that_do_not_fit_are_refused(int? count, int[] shards, string said) =>
        Assert.Contains(said, Assert.Single((Sound with { ShardCount = count, Shards = shards }).Faults()), StringComparison.Ordinal);

    [Fact]
    public void Without_settings_all_recommended_shards_are_ours()
    {
        Assert.Equal([0, 1, 2], ShardPlan.Of(Sound, 3).Ours);
        Assert.Equal([0], ShardPlan.Of(Sound, 0).Ours);
        var share = ShardPlan.Of(Sound with { ShardCount = 8, Shards = [5, 4] }, 3);
        Assert.Equal(8, share.Count);
        Assert.Equal([4, 5], share.Ours);
    }

    [Theory]
    [InlineData("gone", null)]
    [InlineData("online", "far")]
    public void A_presence_that_Discord_would_refuse_cannot_be_made(string status, string? text) =>
        Assert.Throws<ArgumentException>(() => new Presence(status, text is null ? null : new string('x', 129)));
}
