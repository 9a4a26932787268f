using System.Diagnostics;
using System.Globalization;
using ProgrammeBot.Tests.Channels.Discord.Fake;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Discord.Chaos;

/// <summary>The program itself beside a fake Discord: what it uses is its own, and it can be killed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 60;

    private readonly Process _process;
    private readonly Queue<string> _log = new();

    private BotProcess(Process process) => _process = process;

    /// <summary>The last lines of its log, to be told with a failure.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    /// <summary>Starts it, and waits until its session has begun.</summary>
    public static async Task<BotProcess> StartAsync(FakeDiscord discord, NorthfieldFolder folder)
    {
        var sessions = discord.Gateway.Identified;
        var bot = new BotProcess(TheProgram.Start(
            folder.FullPath,
            ["run", "--sources", folder["seeds"]],
            ("PROGRAMMEBOT_Web__Urls", "http://127.0.0.1:0"),
            ("PROGRAMMEBOT_Encoder", "off"),
            ("PROGRAMMEBOT_Discord__Token", discord.Token),
            ("PROGRAMMEBOT_Discord__ApiBase", discord.ApiUrl.ToString())));
        bot._process.OutputDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        try
        {
            await discord.Gateway.ReadyAsync(sessions + 1);
            return bot;
        }
        catch (Exception e)
        {
            var log = bot.Log;
            await bot.DisposeAsync();
            throw new InvalidOperationException($"The bot did not connect: {e.Message}\n{log}", e);
        }
    }

    /// <summary>What it has in memory, in MB; null where the system does not tell.</summary>
    public double? Megabytes()
    {
        var status = $"/proc/{_process.Id}/status";
        return File.Exists(status) && File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
            : null;
    }

    /// <summary>From one moment to the next, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.Enqueue(line);
            while (_log.Count > LinesKept)
            {
                _log.Dequeue();
            }
        }
    }
}
