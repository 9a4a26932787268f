using ProgrammeBot.Channels.Discord.Client.Rest;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Whether a session may be begun now.</summary>
/// <param name="Wait">Zero: now.</param>
/// <param name="Why">Why not, for people.</param>
internal sealed record IdentifyDecision(TimeSpan Wait, string? Why)
{
    public static readonly IdentifyDecision Now = new(TimeSpan.Zero, null);
}

/// <summary>How the day's sessions are spent.</summary>
/// <remarks>
/// Discord gives a bot 1,000 in 24 hours, over all shards and processes, and resets the token of one that asks for more. The first hundred of a day
/// (and some per shard) go at once; after that one every two minutes, which a crash loop can keep up all day without coming to the end.
/// </remarks>
internal static class IdentifyBudget
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Spacing = TimeSpan.FromMinutes(2);

    /// <param name="begun">Our own of the last 24 hours, the oldest first.</param>
    /// <param name="limit">What Discord says, and when.</param>
    /// <param name="since">How long ago it said so.</param>
    /// <param name="shards">How many shards this process has.</param>
    /// <param name="now">The time of day.</param>
    public static IdentifyDecision Decide(IReadOnlyList<DateTimeOffset> begun, SessionStartLimit limit, TimeSpan since, int shards, DateTimeOffset now)
    {
        var untilReset = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 0, (long)Day.TotalMilliseconds)) - since;
        var begunSince = begun.Count(at => at > now - since);
        if (limit.Remaining - begunSince <= 0)
        {
            var wait = untilReset > TimeSpan.Zero ? untilReset + TimeSpan.FromSeconds(1) : Spacing;
            return Refused(wait, now, $"none of the {limit.Total} sessions of this day is left, says Discord");
        }

        var total = Math.Max(1, limit.Total);
        if (begun.Count >= total)
        {
            return Refused(begun[^total] + Day - now, now, $"{begun.Count} sessions were begun within 24 hours");
        }

        if (begun.Count >= 100 + (4 * shards) && begun[^1] + Spacing > now)
        {
            return Refused(begun[^1] + Spacing - now, now, $"{begun.Count} sessions were begun within 24 hours, so they are spaced");
        }

        return IdentifyDecision.Now;
    }

    private static IdentifyDecision Refused(TimeSpan wait, DateTimeOffset now, string why) =>
        new(wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait, $"{why}; the next may begin at {(now + wait).UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
