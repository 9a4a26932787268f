using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Fake;

/// <summary>A bot on a foreign library, run as a process of its own against the fake: what it reports comes as JSON lines.</summary>
internal sealed class ForeignBot : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<JsonObject> lines = Channel.CreateUnbounded<JsonObject>();
    private readonly List<string> errors = [];

    private ForeignBot(Process process) => this.process = process;

    /// <summary>The bot on discord.js; skipped where node or its packages are not installed.</summary>
    public static ForeignBot OnDiscordJs(FakeDiscord discord)
    {
        var folder = Folder();
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "discord.js")) && Runs("node", "--version"),
            "discord.js is not installed: run 'npm ci' in tests/peers/discord.");
        return Start("node", Path.Combine(folder, "bot.mjs"), discord);
    }

    /// <summary>The bot on discord.py; skipped where the module is not installed.</summary>
    public static ForeignBot OnDiscordPy(FakeDiscord discord)
    {
        // Debian's own Python has Debian's modules, whatever else is first on the PATH.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        Assert.SkipUnless(Runs(python, "-c", "import discord"), "discord.py is not installed: apt install python3-discord.");
        return Start(python, Path.Combine(Folder(), "bot.py"), discord);
    }

    /// <summary>The next line that says <paramref name="what"/>; an error it reports, or its end, fails the test.</summary>
    public async Task<JsonObject> SaysAsync(string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(limit.Token))
            {
                if (line.Text("what") == "error")
                {
                    throw new InvalidOperationException($"The foreign bot failed: {line.Text("message")}");
                }

                if (line.Text("what") == what)
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The foreign bot did not say '{what}'. It wrote: {Errors()}");
        }

        throw new InvalidOperationException($"The foreign bot ended before it said '{what}'. It wrote: {Errors()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static ForeignBot Start(string program, string script, FakeDiscord discord)
    {
        var start = new ProcessStartInfo(program, [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISCORD_API"] = new Uri(discord.ApiUrl, "/api").ToString();
        start.Environment["DISCORD_GATEWAY"] = discord.Gateway.Url;
        start.Environment["DISCORD_TOKEN"] = discord.Token;
        start.Environment["PYTHONWARNINGS"] = "ignore";
        var bot = new ForeignBot(new Process { StartInfo = start });
        bot.process.OutputDataReceived += (_, line) => bot.Heard(line.Data);
        bot.process.ErrorDataReceived += (_, line) =>
        {
            lock (bot.errors)
            {
                bot.errors.Add(line.Data ?? "");
            }
        };
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var peers = Path.Combine(at.FullName, "tests", "peers", "discord");
            if (Directory.Exists(peers))
            {
                return peers;
            }
        }

        Assert.Skip("The folder tests/peers/discord is not above the tests.");
        return "";
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            lines.Writer.TryComplete();
        }
        else if (line.StartsWith('{') && JsonNode.Parse(line) is JsonObject said)
        {
            lines.Writer.TryWrite(said);
        }
    }

    private string Errors()
    {
        lock (errors)
        {
            return string.Join('\n', errors);
        }
    }
}
