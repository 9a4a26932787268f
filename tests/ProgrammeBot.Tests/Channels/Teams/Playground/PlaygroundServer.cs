using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Playground;

/// <summary>Microsoft's Agents Playground as a process of its own, joined to one bot; ended with its children.</summary>
internal sealed partial class PlaygroundServer : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground";

    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private PlaygroundServer(Process process, TemporaryFolder folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Starts it; skipped where it is not installed.</summary>
    /// <param name="bot">Where the bot takes activities.</param>
    /// <param name="teamsLike">Whether its ids are of Teams' forms; else its own, whose tenant is no GUID.</param>
    public static async Task<PlaygroundServer> StartAsync(Uri bot, bool teamsLike = true)
    {
        var package = Path.Combine(TeamsPeers.Folder(Package), "node_modules", Package);
        var folder = new TemporaryFolder();
        if (teamsLike)
        {
            folder.Write(".m365agentsplayground.yml", PlaygroundIds.Settings);
        }

        var start = new ProcessStartInfo("node",
        [
            Path.Combine(package, "cli.js"), "start", "-e", bot.AbsoluteUri, "-c", "msteams",
            "-p", FreePort().ToString(CultureInfo.InvariantCulture), "--disable-telemetry", "--enable-events-recording",
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullPath,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["HOME"] = folder.FullPath;
        var process = Process.Start(start)!; // a program that is not found throws
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(1));
            var server = new PlaygroundServer(process, folder, await ListeningAsync(process).WaitAsync(limit.Token));
            await server.ReadyAsync(limit.Token);
            return server;
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What went over the wire so far, in both directions, in order.</summary>
    public IReadOnlyList<PlaygroundEvent> Events()
    {
        var events = new List<PlaygroundEvent>();
        foreach (var file in Directory.Exists(_folder["devTools"]) ? Directory.GetFiles(_folder["devTools"], "events_recording_*") : [])
        {
            // The objects stand one below the other, with a line of dashes after each; one that is being written has none yet.
            var whole = ReadShared(file).Split("\n---\n")[..^1];
            events.AddRange(whole.Select(e => PlaygroundEvent.Of(JsonNode.Parse(e)!.AsObject()))); // it writes objects
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>It takes another port where the one wanted is taken, and says which. It is read to its end, lest it stop at a full pipe.</summary>
    private static Task<Uri> ListeningAsync(Process process)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The Playground ended before it listened."));
            }
            else if (Listening().Match(line.Data) is { Success: true } said)
            {
                listening.TrySetResult(new Uri($"http://localhost:{said.Groups[1].Value}/"));
            }
        };
        process.BeginOutputReadLine();
        return listening.Task;
    }

    /// <summary>It listens before it has read its settings, and dies of wrong ones.</summary>
    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The Playground ended: {File.ReadAllText(_folder["devTools/m365agentsplayground.log"])}");
            }

            try
            {
                if (await http.GetStringAsync(new Uri(Address, "_debug/ping"), cancellationToken) == "pong")
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                continue;
            }
        }
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("Listening on ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
