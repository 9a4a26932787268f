using System.Diagnostics;

namespace ProgrammeBot.Tests.Support;

/// <summary>The program as its users run it: a process, with its streams and its exit code.</summary>
/// <remarks>The assemblies are those of the tests, so that an index it builds is one the tests can open.</remarks>
internal static class TheProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Process Start(string folder, IEnumerable<string> arguments, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "programmebot.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    public static Task<Ran> RunAsync(string folder, params string[] arguments) => RunAsync(folder, arguments, "");

    public static async Task<Ran> RunAsync(string folder, IEnumerable<string> arguments, string input, params (string Key, string Value)[] environment)
    {
        using var process = Start(folder, arguments, environment);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new Ran(process.ExitCode, Lines(await output), Lines(await error));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
