using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Support;

/// <summary>Compares a whole output with a file in <c>Approved/</c> beside its test.</summary>
/// <remarks>To accept what is there now, run the test once with PROGRAMMEBOT_APPROVE=1 and read the difference.</remarks>
internal static class ApprovedFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="json">What came out.</param>
    /// <param name="name">The file's name, without its ending.</param>
    /// <param name="test">The path of the test's source.</param>
    public static void Is(JsonNode json, string name, string test)
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
