using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Work;

namespace ProgrammeBot.Channels.Discord.Work;

/// <summary>Runs what events bring, several at once, off the client's reading loop; what fails is logged and takes nothing else down.</summary>
/// <remarks>Begun in the order they came. At the end what was begun is waited for.</remarks>
internal sealed class ChannelWork(int workers, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turns = new(workers);
    private readonly CancellationTokenSource _ending = new();
    private readonly RunningTasks _running = new();

    /// <summary>How many things wait or are worked on.</summary>
    public int Count => _running.Count;

    /// <param name="what">Names it in the log; never anybody's words.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="urgent">Whether it does not wait for its turn: what Discord gives 3 seconds for.</param>
    public void Start(string what, Func<CancellationToken, Task> work, bool urgent = false) => _running.Add(Task.Run(() => RunAsync(what, work, urgent)));

    /// <summary>Waits until nothing is left, what was started meanwhile included.</summary>
    public Task DrainAsync() => _running.DrainAsync();

    public async ValueTask DisposeAsync()
    {
        _ending.CancelAfter(TimeSpan.FromSeconds(10));
        await DrainAsync();
        _ending.Dispose();
        _turns.Dispose();
    }

    private async Task RunAsync(string what, Func<CancellationToken, Task> work, bool urgent)
    {
        try
        {
            if (urgent)
            {
                await work(_ending.Token);
                return;
            }

            await _turns.WaitAsync(_ending.Token);
            try
            {
                await work(_ending.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            log.LogWarning("{What} was given up: the bot is shutting down.", what);
        }
        catch (DiscordCallException e)
        {
            log.LogWarning("{What}: {Message}", what, e.Message);
        }
#pragma warning disable CA1031 // Nothing that one event brings may take the channel down.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "{What} failed.", what);
        }
    }
}
