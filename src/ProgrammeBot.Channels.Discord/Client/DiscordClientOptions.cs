using ProgrammeBot.Channels.Discord.Client.Gateway;

namespace ProgrammeBot.Channels.Discord.Client;

/// <summary>How our client is set up.</summary>
public sealed record DiscordClientOptions
{
    public required DiscordToken Token { get; init; }

    /// <summary>Where the REST interface is; the gateway's address comes from there.</summary>
    public Uri ApiBase { get; init; } = new("https://discord.com/api/v10");

    /// <summary>What is told to us. <see cref="DiscordIntents.MessageContent"/> must be switched on in the developer portal as well.</summary>
    public DiscordIntents Intents { get; init; } = DiscordIntents.Ordinary;

    /// <summary>Whether to go on without the content of messages, loudly, when Discord refuses the intent (close code 4014).</summary>
    public bool GoOnWithoutMessageContent { get; init; } = true;

    /// <summary>Over how many shards the bot's guilds are spread; null: as many as Discord recommends.</summary>
    public int? ShardCount { get; init; }

    /// <summary>The shards of this process, of 0 to <see cref="ShardCount"/> - 1; null: all of them.</summary>
    public IReadOnlyList<int>? Shards { get; init; }

    /// <summary>What is shown beside the bot's name; null: online, nothing said.</summary>
    public Presence? Presence { get; init; }

    /// <summary>Whom Discord can turn to: a web address, part of the user agent that every client must send.</summary>
    public string Website { get; init; } = "https://github.com/programmebot/programmebot";

    /// <summary>Our version, part of the user agent.</summary>
    public string Version { get; init; } = typeof(DiscordClientOptions).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>
    /// Whether a stopped client shows as offline at once. Otherwise its sessions stay, for some minutes on Discord's side and in the client's memory,
    /// and the next run takes them up.
    /// </summary>
    public bool GoOfflineWhenStopped { get; init; } = true;

    /// <summary>How many refused calls (401, 403, 429) within 10 minutes stop all calls; at 10,000 Discord bans the address.</summary>
    public int RefusedCallsCeiling { get; init; } = 5000;

    internal string UserAgent => $"DiscordBot ({Website}, {Version})";

    /// <summary>Everything that is wrong, each with the name of its setting; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!ApiBase.IsAbsoluteUri || ApiBase.Scheme is not ("http" or "https") || ApiBase.UserInfo.Length > 0 || ApiBase.Query.Length > 0)
        {
            faults.Add("Discord:ApiBase is not an address such as https://discord.com/api/v10.");
        }

        if (ShardCount is < 1 or > 16384)
        {
            faults.Add("Discord:ShardCount is 1 or more; leave it out to take as many as Discord recommends.");
        }

        if (Shards is not null && ShardCount is null)
        {
            faults.Add("Discord:Shards names shards of this process, so Discord:ShardCount must say how many there are in all.");
        }
        else if (Shards is not null && (Shards.Count == 0 || Shards.Distinct().Count() != Shards.Count || Shards.Any(shard => shard < 0 || shard >= ShardCount)))
        {
            faults.Add("Discord:Shards are different numbers from 0 to Discord:ShardCount - 1, at least one.");
        }

        if (RefusedCallsCeiling is < 10 or > 9000)
        {
            faults.Add("Discord:RefusedCallsCeiling is 10 to 9000.");
        }

        if (UserAgent.Any(c => c is < ' ' or > '~') || Website.IndexOfAny(['(', ')', ' ']) >= 0)
        {
            faults.Add("Discord:Website is a plain web address.");
        }

        return faults;
    }
}
