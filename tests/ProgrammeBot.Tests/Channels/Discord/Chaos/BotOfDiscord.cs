using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>The program in a fake Discord.</summary>
internal static class BotOfDiscord
{
    /// <summary>Starts it, and waits until its session has begun.</summary>
    public static Task<BotProcess> StartAsync(FakeDiscord discord, NorthfieldFolder folder)
    {
        var sessions = discord.Gateway.Identified;
        return BotProcess.StartAsync(
            folder, _ => discord.Gateway.ReadyAsync(sessions + 1), ("PROGRAMMEBOT_Discord__Token", discord.Token), ("PROGRAMMEBOT_Discord__ApiBase", discord.ApiUrl.ToString()));
    }
}
