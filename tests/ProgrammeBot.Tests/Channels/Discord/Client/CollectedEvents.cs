using System.Threading.Channels;
using ProgrammeBot.Channels.Discord;
using ProgrammeBot.Channels.Discord.Values;
using Channel = ProgrammeBot.Channels.Discord.Values.Channel;

namespace ProgrammeBot.Tests.Channels.Discord.Client;

/// <summary>Keeps what a client hands over, in its order.</summary>
internal sealed class CollectedEvents : IDiscordEvents
{
    private readonly Channel<object> _all = System.Threading.Channels.Channel.CreateUnbounded<object>();

    /// <summary>Thrown by every handler after it has noted its event.</summary>
    public Exception? Fault { get; set; }

    public async Task<T> NextAsync<T>(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await _all.Reader.ReadAsync(cancellationToken) is T wanted)
            {
                return wanted;
            }
        }
    }

    public IReadOnlyList<object> SoFar()
    {
        var all = new List<object>();
        while (_all.Reader.TryRead(out var one))
        {
            all.Add(one);
        }

        return all;
    }

    public void Ready(User self, Snowflake application) => Note(new ReadyCall(self, application));

    public void InteractionCreated(Interaction interaction) => Note(interaction);

    public void MessageCreated(Message message) => Note(message);

    public void MessageUpdated(Message message) => Note(new Updated(message));

    public void MessagesDeleted(Snowflake channel, IReadOnlyList<Snowflake> messages) => Note(new Deleted(channel, string.Join(',', messages)));

    public void GuildAvailable(Guild guild) => Note(guild);

    public void GuildChanged(Guild guild) => Note(new Changed(guild));

    public void GuildsOfShard(int shard, int shards, IReadOnlyList<Snowflake> guilds) => Note(new Guilds(shard, shards, string.Join(',', guilds)));

    public void GuildLeft(Snowflake guild) => Note(new Left(guild));

    public void ChannelChanged(Channel channel) => Note(channel);

    public void ChannelDeleted(Channel channel) => Note(new Gone(channel));

    private void Note(object what)
    {
        _all.Writer.TryWrite(what);
        if (Fault is not null)
        {
            throw Fault;
        }
    }

    public sealed record ReadyCall(User Self, Snowflake Application);

    public sealed record Updated(Message Message);

    public sealed record Deleted(Snowflake Channel, string Messages);

    public sealed record Changed(Guild Guild);

    public sealed record Guilds(int Shard, int Shards, string Ids);

    public sealed record Left(Snowflake Guild);

    public sealed record Gone(Channel Channel);
}
