using System.Runtime.CompilerServices;
using System.Text.Json;
using ProgrammeBot.Channels.Discord.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

/// <summary>Compares what Discord would be sent, as a whole, with a file in <c>Approved/</c> beside the test.</summary>
/// <remarks>See <see cref="ApprovedFile"/>.</remarks>
internal static class Approved
{
    public static void Is(OutgoingMessage message, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(DiscordFaults.In(message));
        ApprovedFile.Is(JsonSerializer.SerializeToNode(message, DiscordJson.Default.OutgoingMessage)!, name, test);
    }

    public static void Is(InteractionCallback callback, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(DiscordFaults.In(callback));
        ApprovedFile.Is(JsonSerializer.SerializeToNode(callback, DiscordJson.Default.InteractionCallback)!, name, test);
    }

    public static void Is(IReadOnlyList<ApplicationCommand> commands, string name, [CallerFilePath] string test = "") =>
        ApprovedFile.Is(JsonSerializer.SerializeToNode(commands, DiscordJson.Default.IReadOnlyListApplicationCommand)!, name, test);
}
