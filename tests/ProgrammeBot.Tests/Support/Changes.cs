using System.Diagnostics;

namespace ProgrammeBot.Tests.Support;

/// <summary>The one lock of the fake's state, and waiting until something in it has come about.</summary>
/// <remarks>Nobody sleeps: every change wakes those who wait. The limit is only there so that a test fails instead of hanging.</remarks>
internal sealed class Changes
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lock Gate { get; } = new();

    /// <summary>How long anything is waited for before the test fails.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>What a test last waited for in vain: told beside violations, which often are the reason.</summary>
    public string? InVain { get; private set; }

    public void Tell()
    {
        TaskCompletionSource told;
        lock (Gate)
        {
            told = next;
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.TrySetResult();
    }

    /// <summary>Waits until <paramref name="find"/> finds something; it is called under the lock.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> find, Func<string> what, CancellationToken cancellationToken)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            Task changed;
            lock (Gate)
            {
                if (find() is { } found)
                {
                    return found;
                }

                changed = next.Task;
            }

            var left = Limit - waited.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                InVain = $"Waited {Limit.TotalSeconds} s for {what()}.";
                throw new TimeoutException(InVain);
            }

            try
            {
                await changed.WaitAsync(left, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The next round says what was waited for.
            }
        }
    }

    public Task UntilAsync(Func<bool> holds, Func<string> what, CancellationToken cancellationToken) =>
        UntilAsync(() => holds() ? this : null, what, cancellationToken);
}
