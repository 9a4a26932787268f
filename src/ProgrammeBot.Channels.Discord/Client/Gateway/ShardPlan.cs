namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Which shards there are, and which of them are ours.</summary>
internal sealed record ShardPlan(int Count, IReadOnlyList<int> Ours)
{
    /// <param name="options">What was set.</param>
    /// <param name="recommended">What Discord recommends.</param>
    public static ShardPlan Of(DiscordClientOptions options, int recommended)
    {
        var count = options.ShardCount ?? Math.Clamp(recommended, 1, 16384);
        return new ShardPlan(count, options.Shards is { } ours ? [.. ours.Order()] : [.. Enumerable.Range(0, count)]);
    }
}
