using ProgrammeBot.Tests.Channels.Teams.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Chaos;

/// <summary>The program in a fake Teams.</summary>
internal static class BotOfTeams
{
    /// <summary>Starts it, and tells Teams where it listens.</summary>
    public static async Task<BotProcess> StartAsync(FakeConnector teams, NorthfieldFolder folder)
    {
        var bot = await BotProcess.StartAsync(
            folder,
            async bot => await bot.Address.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken),
            ("PROGRAMMEBOT_Teams__Playground", "on"));
        teams.Inbound.Bot = new Uri(await bot.Address, "/api/messages");
        return bot;
    }
}
