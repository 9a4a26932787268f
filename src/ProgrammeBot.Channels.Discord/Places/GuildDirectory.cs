using System.Collections.Concurrent;
using ProgrammeBot.Channels.Discord.Values;

namespace ProgrammeBot.Channels.Discord.Places;

/// <summary>What guilds look like, as far as it concerns us: which channel lies in which, and a forum's tags.</summary>
/// <remarks>Filled from events, a few dozen bytes a channel. What no event told of is taken for a plain channel of its guild.</remarks>
internal sealed class GuildDirectory
{
    private readonly ConcurrentDictionary<Snowflake, KnownChannel> _channels = new();
    private readonly ConcurrentDictionary<Snowflake, KnownGuild> _guilds = new();

    public int Guilds => _guilds.Count;

    public void Put(Guild guild)
    {
        _guilds[guild.Id] = new KnownGuild(guild.OwnerId, guild.PreferredLocale);
        foreach (var channel in (guild.Channels ?? []).Concat(guild.Threads ?? []))
        {
            Put(channel, guild.Id);
        }
    }

    /// <param name="channel">A channel or thread.</param>
    /// <param name="guild">Its guild where the channel itself does not say.</param>
    public void Put(Channel channel, Snowflake? guild = null) => _channels[channel.Id] = new KnownChannel(
        channel.Type,
        channel.GuildId ?? guild,
        channel.ParentId,
        channel.OwnerId,
        channel.AvailableTags is { Count: > 0 } tags ? [.. tags] : null,
        channel.AppliedTags is { Count: > 0 } applied ? [.. applied] : null);

    public void Remove(Snowflake channel) => _channels.TryRemove(channel, out _);

    public void RemoveGuild(Snowflake guild)
    {
        _guilds.TryRemove(guild, out _);
        foreach (var id in _channels.Where(c => c.Value.Guild == guild).Select(c => c.Key).ToList())
        {
            _channels.TryRemove(id, out _);
        }
    }

    public KnownChannel? Find(Snowflake channel) => _channels.GetValueOrDefault(channel);

    public KnownGuild? FindGuild(Snowflake guild) => _guilds.GetValueOrDefault(guild);
}

internal sealed record KnownGuild(Snowflake? Owner, string? Locale);

/// <param name="Type">What kind of place it is.</param>
/// <param name="Guild">Its guild.</param>
/// <param name="Parent">A channel's category, a thread's channel.</param>
/// <param name="Owner">Who began the thread.</param>
/// <param name="Tags">A forum's tags.</param>
/// <param name="Applied">A post's tags.</param>
internal sealed record KnownChannel(ChannelType Type, Snowflake? Guild, Snowflake? Parent, Snowflake? Owner, IReadOnlyList<ForumTag>? Tags, IReadOnlyList<Snowflake>? Applied)
{
    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
