using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>How the client is.</summary>
/// <param name="Shards">Its shards; empty before the first answer of Discord.</param>
public sealed record DiscordHealth(IReadOnlyList<ShardHealth> Shards)
{
    /// <summary>Whether every shard has its session up.</summary>
    public bool IsReady => Shards.Count > 0 && Shards.All(shard => shard.State == ShardState.Ready);

    /// <summary>Whether it has stopped until somebody acts.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Whether we see the text of messages that neither mention us nor are direct.</summary>
    public bool ReadsMessageContent { get; init; }

    /// <summary>REST calls refused (401, 403, 429) within the last 10 minutes.</summary>
    public int RefusedCalls { get; init; }

    /// <summary>What somebody should know or do, each once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
