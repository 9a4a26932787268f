using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using ProgrammeBot.App.Channels.Discord;
using ProgrammeBot.App.Hosting;
using ProgrammeBot.Channels.Discord.Client;
using ProgrammeBot.Channels.Discord.Client.Gateway;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Stories;

/// <summary>An operator tries the bot on the service before people do.</summary>
public sealed class SelfTestStories : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_is_well_and_one_private_message_came_and_went()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Guild("Northfield");

        var report = await ReportAsync(discord);

        Assert.True(report.Healthy, report.ToString());
        Assert.Equal(["token", "delivery", "intents", "gateway", "rights", "message"], report.Findings.Select(f => f.About));
        Assert.All(discord.Operator.DirectMessages.All, m => Assert.True(m.Deleted));
        Assert.DoesNotContain(discord.Token, report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_ends_it_with_the_remedy()
    {
        await using var discord = await FakeDiscord.StartAsync();

        var report = await ReportAsync(discord, token: "another-token.of.somebody");

        Assert.False(report.Healthy);
        Assert.Contains("Reset Token", Assert.Single(report.Findings).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_that_the_portal_lacks_is_named()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Guild("Northfield");

        var report = await ReportAsync(discord, content: "on");

        Assert.Contains(report.Findings, f => f is { About: "intents", Health: Health.Broken } && f.Words.Contains("Message Content Intent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_invitation_is_printed_with_exactly_the_rights_that_are_needed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = new NorthfieldFolder();

        var ran = await TheProgram.RunAsync(folder.FullPath, ["discord", "invite"], "", ("PROGRAMMEBOT_Discord__Token", discord.Token), ("PROGRAMMEBOT_Discord__ApiBase", discord.ApiUrl.ToString()));

        Assert.Equal((0, $"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=bot+applications.commands&permissions=309237730304\n", ""), (ran.ExitCode, ran.Output, ran.Error));
    }

    [Fact]
    public async Task Without_a_token_it_says_which_setting_to_set()
    {
        using var folder = new NorthfieldFolder();

        var ran = await TheProgram.RunAsync(folder.FullPath, ["discord", "invite"], "");

        Assert.Equal((1, "There is no token: set Discord:Token (in the environment PROGRAMMEBOT_Discord__Token) or Discord:TokenFile. docs/discord.md says where it comes from.\n"), (ran.ExitCode, ran.Error));
    }

    private async Task<DoctorReport> ReportAsync(FakeDiscord discord, string? token = null, string content = "off")
    {
        var settings = DiscordSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Discord:Token", token ?? discord.Token),
            new("Discord:ApiBase", discord.ApiUrl.ToString()),
            new("Discord:MessageContent", content),
        ]).Build())!; // there is a token
        var ledger = new FileIdentifyLedger(_folder.FullPath, TimeProvider.System, NullLogger.Instance);
        using var client = DiscordService.ClientOf(settings.Client with { GoOnWithoutMessageContent = false }, ledger, NullLogger<DiscordClient>.Instance);
        return await DiscordSelfTest.RunAsync(client, settings, TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
