using System.Diagnostics;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams;

/// <summary>Foreign programs of <c>tests/peers/teams</c>, on node.</summary>
internal static class TeamsPeers
{
    private static readonly Lazy<string?> Above = new(Find);
    private static readonly Lazy<bool> HasNode = new(() => Runs("node"));

    /// <summary>Their folder; where it, node or a package is missing, the test is skipped with the remedy.</summary>
    public static string Folder(string package)
    {
        Assert.SkipUnless(HasNode.Value, "There is no node: install it (apt install nodejs).");
        Assert.SkipUnless(
            Above.Value is { } folder && Directory.Exists(Path.Combine(folder, "node_modules", package)),
            $"{package} is not installed: run 'npm ci' in tests/peers/teams.");
        return Above.Value!; // else it is skipped
    }

    /// <summary>Runs a script of ours there.</summary>
    public static async Task<Ran> RunAsync(string package, string script, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder(package), script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!; // a program that is not found throws
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return new Ran(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? Find()
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

    private static bool Runs(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true })!; // as above
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
