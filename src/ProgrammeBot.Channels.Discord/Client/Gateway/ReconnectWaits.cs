using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>How long to wait before the next connection.</summary>
/// <remarks>
/// An attempt that came to nothing doubles the wait, up to a minute. A session that was up and is lost is taken up again soon, however often: resuming is free,
/// and an interaction that waits for us has three seconds. Only when it happens dozens of times without a minute's rest is it slowed down.
/// </remarks>
internal sealed class ReconnectWaits(Jitter jitter)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);

    private int _failures;
    private int _losses;

    /// <param name="next">What comes next.</param>
    /// <param name="wasUpFor">How long the session was up; null: it never was.</param>
    public TimeSpan After(NextStep next, TimeSpan? wasUpFor)
    {
        _failures = wasUpFor is null ? _failures + 1 : 0;
        _losses = wasUpFor is { } up && up < Stable ? _losses + 1 : wasUpFor is null ? _losses : 0;
        var wait = _failures > 0 ? Doubled(TimeSpan.FromSeconds(1), _failures - 1)
            : _losses > 30 ? TimeSpan.FromSeconds(5)
            : TimeSpan.FromSeconds(0.5);
        wait *= 0.5 + (jitter.Next() / 2);
        return next switch
        {
            NextStep.Resume { IsAfterPause: true } => wait + TimeSpan.FromSeconds(10),
            NextStep.Resume => wait,
            // Discord asks for 1 to 5 seconds by chance before a new session.
            _ => wait + jitter.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)),
        };
    }

    private static TimeSpan Doubled(TimeSpan first, int times) => times >= 6 ? Longest : first * Math.Pow(2, times);
}
