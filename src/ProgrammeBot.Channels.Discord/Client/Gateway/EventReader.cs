using System.Text.Json;
using Microsoft.Extensions.Logging;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>Turns dispatches into calls of <see cref="IDiscordEvents"/>. Whatever comes and whatever a handler throws, it goes on.</summary>
internal sealed class EventReader(IDiscordEvents events, ILogger logger)
{
    /// <summary>False: the event concerns us and could not be read; it was dropped.</summary>
    public bool Hand(string name, ReadOnlySpan<byte> data) => name switch
    {
        "INTERACTION_CREATE" => Hand<Interaction>(name, data, events.InteractionCreated),
        "MESSAGE_CREATE" => Hand<Message>(name, data, events.MessageCreated),
        "MESSAGE_UPDATE" => Hand<Message>(name, data, events.MessageUpdated),
        "MESSAGE_DELETE" => Hand<DeletedMessage>(name, data, gone => events.MessagesDeleted(gone.ChannelId, [gone.Id])),
        "MESSAGE_DELETE_BULK" => Hand<DeletedMessages>(name, data, gone => events.MessagesDeleted(gone.ChannelId, gone.Ids)),
        "GUILD_CREATE" => Hand<Guild>(name, data, GuildCreated),
        "GUILD_UPDATE" => Hand<Guild>(name, data, events.GuildChanged),
        "GUILD_DELETE" => Hand<Guild>(name, data, GuildDeleted),
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE" => Hand<Channel>(name, data, events.ChannelChanged),
        "CHANNEL_DELETE" or "THREAD_DELETE" => Hand<Channel>(name, data, events.ChannelDeleted),
        "THREAD_LIST_SYNC" => Hand<ThreadList>(name, data, ThreadsSynced),
        _ => true,
    };

    public void HandReady(GatewaySession session) => Call("READY", () => events.Ready(session.Self, session.Application));

    public void HandGuilds(int shard, int shards, IReadOnlyList<Snowflake> guilds) => Call("READY", () => events.GuildsOfShard(shard, shards, guilds));

    public bool TryReadReady(ReadOnlySpan<byte> data, out ReadyEvent? ready) => TryRead("READY", data, out ready) && ready is { SessionId.Length: > 0, User: not null };

    private bool Hand<T>(string name, ReadOnlySpan<byte> data, Action<T> handler)
        where T : class
    {
        if (!TryRead<T>(name, data, out var value) || value is null)
        {
            return false;
        }

        Call(name, () => handler(value));
        return true;
    }

    private bool TryRead<T>(string name, ReadOnlySpan<byte> data, out T? value)
        where T : class
    {
        if (WireJson.TryRead(data, out value, out var fault))
        {
            return true;
        }

        // The place, not the text: the exception's own words may quote what somebody wrote.
        logger.LogWarning("An event {Event} of {Bytes} bytes could not be read and was dropped (at {Place})", name, data.Length, (fault as JsonException)?.Path ?? "an unknown place");
        return false;
    }

    private void Call(string name, Action handler)
    {
        try
        {
            handler();
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The handler of {Event} failed; the connection goes on", name);
        }
    }

    private void GuildCreated(Guild guild)
    {
        if (guild.Unavailable != true)
        {
            events.GuildAvailable(guild with { Channels = Within(guild.Channels, guild.Id), Threads = Within(guild.Threads, guild.Id) });
        }
    }

    private void GuildDeleted(Guild guild)
    {
        if (guild.Unavailable != true)
        {
            events.GuildLeft(guild.Id);
        }
    }

    private void ThreadsSynced(ThreadList list)
    {
        foreach (var thread in Within(list.Threads, list.GuildId) ?? [])
        {
            events.ChannelChanged(thread);
        }
    }

    // Within a guild Discord leaves its id out.
    private static List<Channel>? Within(IReadOnlyList<Channel>? channels, Snowflake guild) =>
        channels?.Where(channel => channel is not null).Select(channel => channel.GuildId is null ? channel with { GuildId = guild } : channel).ToList();

    internal sealed record ReadyEvent
    {
        public User? User { get; init; }

        public string SessionId { get; init; } = "";

        public string? ResumeGatewayUrl { get; init; }

        public IReadOnlyList<Guild>? Guilds { get; init; }

        public ApplicationPart? Application { get; init; }
    }

    internal sealed record ApplicationPart
    {
        public Snowflake Id { get; init; }
    }

    private sealed record DeletedMessage
    {
        public Snowflake Id { get; init; }

        public Snowflake ChannelId { get; init; }
    }

    private sealed record DeletedMessages
    {
        public IReadOnlyList<Snowflake> Ids { get; init; } = [];

        public Snowflake ChannelId { get; init; }
    }

    private sealed record ThreadList
    {
        public Snowflake GuildId { get; init; }

        public IReadOnlyList<Channel>? Threads { get; init; }
    }
}
