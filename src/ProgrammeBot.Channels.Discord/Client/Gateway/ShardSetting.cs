namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What all shards of a client share.</summary>
internal sealed class ShardSetting(DiscordClientOptions options, int shards, int shardsHere)
{
    private int _intents = (int)options.Intents;

    public DiscordClientOptions Options { get; } = options;

    /// <summary>How many shards the bot has in all.</summary>
    public int Shards { get; } = shards;

    /// <summary>How many of them are ours.</summary>
    public int ShardsHere { get; } = shardsHere;

    public DiscordIntents Intents => (DiscordIntents)Volatile.Read(ref _intents);

    public Presence? Presence { get; set; }

    public bool IsPlainAllowed => Options.ApiBase.Scheme == Uri.UriSchemeHttp;

    public void GoOnWithoutContent() => Interlocked.And(ref _intents, ~(int)DiscordIntents.MessageContent);
}
