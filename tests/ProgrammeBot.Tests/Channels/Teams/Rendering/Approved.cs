using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Rendering;

/// <summary>Compares what Teams would be sent, as a whole, with a file in <c>Approved/</c> beside the test.</summary>
/// <remarks>To accept what is there now, run the test once with PROGRAMMEBOT_APPROVE=1 and read the difference.</remarks>
internal static class Approved
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Is(IReadOnlyList<OutgoingActivity> activities, string name, [CallerFilePath] string test = "")
    {
        Assert.All(activities, a => Assert.Empty(TeamsFaults.In(a)));
        Compare(new JsonArray([.. activities.Select(JsonOf)]), name, test);
    }

    public static void Is(OutgoingActivity activity, string name, [CallerFilePath] string test = "") => Is([activity], name, test);

    public static void Is(JsonObject card, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(TeamsFaults.InCard(card));
        Compare(card, name, test);
    }

    public static void Body(JsonObject body, string name, [CallerFilePath] string test = "") => Compare(body, name, test);

    private static JsonNode JsonOf(OutgoingActivity activity) => JsonSerializer.SerializeToNode(activity, TeamsJson.Default.OutgoingActivity)!;

    private static void Compare(JsonNode json, string name, string test)
    {
        var actual = json.ToJsonString(Readable) + "\n";
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
