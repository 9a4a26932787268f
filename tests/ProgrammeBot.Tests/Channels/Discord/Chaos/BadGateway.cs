using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>Ways in which Discord breaks a connection off and keeps the session; each is followed by a resume.</summary>
internal static class BadGateway
{
    private static readonly Action<FakeGateway>[] Ways =
    [
        gateway => gateway.Drops(),
        gateway => gateway.Closes(4000),
        gateway => gateway.Drops(midFrame: true),
        gateway => gateway.AsksToReconnect(),
        gateway => gateway.Closes(null),
        gateway => gateway.Invalidates(resumable: true),
        gateway => gateway.Closes(1001),
    ];

    /// <summary>Breaks off so many times, each as soon as a further share of the work is done and the session is up again.</summary>
    /// <param name="discord">Where.</param>
    /// <param name="times">How often.</param>
    /// <param name="done">How much is done, of 1.</param>
    public static async Task BreaksAsync(FakeDiscord discord, int times, Func<double> done)
    {
        for (var i = 0; i < times; i++)
        {
            var share = (i + 0.5) / times;
            await discord.UntilAsync(() => done() >= share, $"break number {i}");
            var resumed = discord.Gateway.Resumed;
            Ways[i % Ways.Length](discord.Gateway);
            await discord.Gateway.ResumedAsync(resumed + 1);
        }
    }
}
