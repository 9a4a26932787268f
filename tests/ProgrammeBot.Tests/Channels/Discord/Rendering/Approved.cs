using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Tests.Channels.Discord.Rendering;

/// <summary>Compares what Discord would be sent, as a whole, with a file in <c>Approved/</c> beside the test.</summary>
/// <remarks>To accept what is there now, run the test once with PROGRAMMEBOT_APPROVE=1 and read the difference.</remarks>
internal static class Approved
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Is(OutgoingMessage message, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(DiscordFaults.In(message));
        Compare(JsonSerializer.Serialize(message, DiscordJson.Default.OutgoingMessage), name, test);
    }

    public static void Is(InteractionCallback callback, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(DiscordFaults.In(callback));
        Compare(JsonSerializer.Serialize(callback, DiscordJson.Default.InteractionCallback), name, test);
    }

    public static void Is(IReadOnlyList<ApplicationCommand> commands, string name, [CallerFilePath] string test = "") =>
        Compare(JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListApplicationCommand), name, test);

    private static void Compare(string json, string name, string test)
    {
        var actual = JsonNode.Parse(json)!.ToJsonString(Readable) + "\n"; // our own JSON is never a lone null
        var folder = Path.Combine(Path.GetDirectoryName(test) ?? "", "Approved");
        Assert.SkipUnless(Directory.Exists(Path.GetDirectoryName(test)), "The test runs away from its sources.");
        var file = Path.Combine(folder, name + ".json");
        if (Environment.GetEnvironmentVariable("PROGRAMMEBOT_APPROVE") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no {file}. To approve what is there now, run with PROGRAMMEBOT_APPROVE=1:\n{actual}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
