using System.Diagnostics;

namespace ProgrammeBot.Tests.Support;

/// <summary>The program's <c>run</c> as a process on a free port; killed with the test if it still runs.</summary>
internal sealed class RunningHost : IDisposable
{
    private readonly Process _process;

    private RunningHost(Process process, string said, Uri address) => (_process, Said, Address) = (process, said, address);

    /// <summary>What it said on standard output until it was ready.</summary>
    public string Said { get; }

    public Uri Address { get; }

    public static async Task<RunningHost> StartAsync(NorthfieldFolder folder, params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var process = TheProgram.Start(folder.FullPath, arguments, ("PROGRAMMEBOT_Web__Urls", "http://127.0.0.1:0"));
        try
        {
            var said = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                said.Add(line);
                if (line.Contains("Ctrl+C ends.", StringComparison.Ordinal))
                {
                    var address = said.Single(l => l.StartsWith("Web chat: ", StringComparison.Ordinal))["Web chat: ".Length..];
                    return new RunningHost(process, string.Join('\n', said), new Uri(address));
                }
            }

            throw new InvalidOperationException($"The host did not start: {await process.StandardError.ReadToEndAsync(limit.Token)}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to end, as a service manager does; gives its exit code, what else it said, and how long it took.</summary>
    public async Task<(Ran Ran, TimeSpan Took)> TerminateAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        var took = watch.Elapsed;
        return (new Ran(_process.ExitCode, await _process.StandardOutput.ReadToEndAsync(limit.Token), await _process.StandardError.ReadToEndAsync(limit.Token)), took);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
