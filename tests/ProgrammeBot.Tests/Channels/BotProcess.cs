using System.Diagnostics;
using System.Globalization;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels;

/// <summary>The program itself beside a fake platform: what it uses is its own, and it can be killed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 60;
    private const string WebChat = "Web chat: ";

    private readonly Process _process;
    private readonly Queue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>Where it listens, once it has said so.</summary>
    public Task<Uri> Address => _address.Task;

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="folder">Its sources, and where it keeps its data.</param>
    /// <param name="ready">Ends when it is.</param>
    /// <param name="settings">By their names in the environment.</param>
    public static async Task<BotProcess> StartAsync(NorthfieldFolder folder, Func<BotProcess, Task> ready, params (string Key, string Value)[] settings)
    {
        var bot = new BotProcess(TheProgram.Start(
            folder.FullPath,
            ["run", "--sources", folder["seeds"]],
            [("PROGRAMMEBOT_Web__Urls", "http://127.0.0.1:0"), ("PROGRAMMEBOT_Encoder", "off"), .. settings]));
        bot._process.OutputDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        try
        {
            await ready(bot);
            return bot;
        }
        catch (Exception e)
        {
            var log = bot.Log;
            await bot.DisposeAsync();
            throw new InvalidOperationException($"The bot did not start: {e.Message}\n{log}", e);
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

        if (line.StartsWith(WebChat, StringComparison.Ordinal))
        {
            _address.TrySetResult(new Uri(line[WebChat.Length..]));
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
