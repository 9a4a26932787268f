using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Client.Gateway;

public sealed class GatewayRulesTests
{
    private const DiscordIntents WithContent = DiscordIntents.Ordinary | DiscordIntents.MessageContent;

    [Theory]
    [InlineData(null, "Resume")]
    [InlineData(1000, "Resume")]
    [InlineData(1001, "Resume")]
    [InlineData(1006, "Resume")]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(4002, "Resume")]
    [InlineData(4003, "Identify")]
    [InlineData(4004, "Stop")]
    [InlineData(4005, "Identify")]
    [InlineData(4006, "Resume")]
    [InlineData(4007, "Identify")]
    [InlineData(4008, "Resume")]
    [InlineData(4009, "Identify")]
    [InlineData(4010, "Stop")]
    [InlineData(4011, "Stop")]
    [InlineData(4012, "Stop")]
    [InlineData(4013, "Stop")]
    [InlineData(4014, "Stop")]
    [InlineData(4015, "Resume")]
    [InlineData(4999, "Resume")]
    public void Every_close_code_has_its_rule(int? code, string next) =>
        Assert.Equal(next, GatewayRules.After(new ConnectionEnd.Closed(code), DiscordIntents.Ordinary, goOnWithoutContent: true).GetType().Name);

    [Fact]
    public void Ends_without_a_code_have_theirs()
    {
        Assert.IsType<NextStep.Resume>(After(new ConnectionEnd.Lost("x")));
        Assert.IsType<NextStep.Resume>(After(new ConnectionEnd.Silent("x")));
        Assert.IsType<NextStep.Resume>(After(new ConnectionEnd.AskedToReconnect()));
        Assert.IsType<NextStep.Resume>(After(new ConnectionEnd.SessionInvalid(MayResume: true)));
        Assert.IsType<NextStep.Identify>(After(new ConnectionEnd.SessionInvalid(MayResume: false)));
        Assert.True(Assert.IsType<NextStep.Resume>(After(new ConnectionEnd.Closed(4008))).IsAfterPause);

        static NextStep After(ConnectionEnd end) => GatewayRules.After(end, WithContent, true);
    }

    [Fact]
    public void A_refused_intent_is_left_out_once_or_stops_and_either_says_which_to_switch_on()
    {
        var end = new ConnectionEnd.Closed(4014);

        Assert.Contains("'Message Content Intent'", Assert.IsType<NextStep.IdentifyWithoutContent>(GatewayRules.After(end, WithContent, true)).Remedy, StringComparison.Ordinal);
        Assert.Contains("'Message Content Intent'", Assert.IsType<NextStep.Stop>(GatewayRules.After(end, WithContent, false)).Remedy, StringComparison.Ordinal);
        Assert.Contains("'Server Members Intent' and 'Presence Intent'",
            Assert.IsType<NextStep.Stop>(GatewayRules.After(end, DiscordIntents.GuildMembers | DiscordIntents.GuildPresences, true)).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:ShardCount")]
    [InlineData(4012, "newer ProgrammeBot")]
    [InlineData(4013, "Discord:Intents")]
    public void What_stops_names_its_remedy(int code, string remedy) =>
        Assert.Contains(remedy, Assert.IsType<NextStep.Stop>(GatewayRules.After(new ConnectionEnd.Closed(code), WithContent, true)).Remedy, StringComparison.Ordinal);
}
