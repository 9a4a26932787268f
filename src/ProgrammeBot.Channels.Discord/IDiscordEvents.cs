using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord;

/// <summary>What a client hands to the channel as it happens.</summary>
/// <remarks>
/// Each call returns soon (no network, no long work inside: that is put on the channel's own queue), so a client may call it from its reading loop.
/// Calls may come several at once (one at a time per shard), and an event may come twice or out of order: ids tell.
/// </remarks>
public interface IDiscordEvents
{
    /// <summary>A session began or was resumed on a shard.</summary>
    /// <param name="self">Us.</param>
    /// <param name="application">Our application's id.</param>
    void Ready(User self, Snowflake application);

    void InteractionCreated(Interaction interaction);

    void MessageCreated(Message message);

    /// <summary>Not only edits: link previews and flags too.</summary>
    void MessageUpdated(Message message);

    void MessagesDeleted(Snowflake channel, IReadOnlyList<Snowflake> messages);

    /// <summary>A guild was joined, or is available (again), with its channels, threads and roles.</summary>
    void GuildAvailable(Guild guild);

    /// <summary>A guild's name, roles or language were changed; its channels and threads are not told with it.</summary>
    void GuildChanged(Guild guild)
    {
    }

    /// <summary>A new session began, and these are all guilds of its shard: of any other of that shard we were removed meanwhile.</summary>
    /// <param name="shard">A guild's shard is its id, shifted right by 22 bits, modulo <paramref name="shards"/>.</param>
    /// <param name="shards">How many there are in all.</param>
    /// <param name="guilds">Available or not.</param>
    void GuildsOfShard(int shard, int shards, IReadOnlyList<Snowflake> guilds)
    {
    }

    /// <summary>We were removed from a guild; an outage is not told.</summary>
    void GuildLeft(Snowflake guild);

    /// <summary>A channel or thread is new or was changed.</summary>
    void ChannelChanged(Channel channel);

    /// <summary>A channel or thread is gone.</summary>
    void ChannelDeleted(Channel channel);
}
