using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>Microsoft's botframework-connector in a process of its own, asked for its judgement of requests.</summary>
internal static class TokenOracle
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <summary>Skips the test where node or its packages are not installed.</summary>
    public static void SkipUnlessThere() =>
        Assert.SkipUnless(
            Folder() is { } folder && Directory.Exists(Path.Combine(folder, "node_modules", "botframework-connector")) && HasNode(),
            "botframework-connector is not installed: '.ci/run' installs it, or run 'npm ci' in tests/peers/teams.");

    public static async Task<IReadOnlyList<Verdict>> JudgeAsync(
        Uri metadata, DateTimeOffset now, IReadOnlyList<(string Name, string Authorization, JsonObject Activity)> cases, CancellationToken cancellationToken)
    {
        var asked = new JsonObject
        {
            ["metadata"] = metadata.ToString(),
            ["now"] = now.ToUnixTimeSeconds(),
            ["appId"] = SomeTokens.AppId,
            ["cases"] = new JsonArray([.. cases.Select(c => new JsonObject { ["name"] = c.Name, ["authorization"] = c.Authorization, ["activity"] = c.Activity })]),
        };
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder()!, "token-oracle.mjs")]) // it was there when skipping was decided
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(asked.ToJsonString().AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, await error);
            return JsonSerializer.Deserialize<List<Verdict>>(await output, Reading)!;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "tests", "peers", "teams") is var peers && Directory.Exists(peers))
            {
                return peers;
            }
        }

        return null;
    }

    private static bool HasNode()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The oracle's judgement.</summary>
    internal sealed record Verdict(string Name, bool IsAccepted, string Reason);
}
