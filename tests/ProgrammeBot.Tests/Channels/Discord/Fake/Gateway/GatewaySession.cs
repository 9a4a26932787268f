using System.Text.Json.Nodes;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Gateway;

/// <summary>What outlives a connection: intents, shard, and the events that a resume replays.</summary>
internal sealed class GatewaySession(string id, long intents, int shard, int shards)
{
    private const int Kept = 5000;
    private readonly Queue<(long Sequence, JsonObject Frame, Action? Sent)> log = new();

    public string Id => id;

    public long Intents => intents;

    public int Shard => shard;

    public int Shards => shards;

    public string Query { get; init; } = "";

    public long Sequence { get; private set; }

    /// <summary>The highest sequence number that the client has shown to know.</summary>
    public long Known { get; set; }

    /// <summary>Whether it can no longer be resumed.</summary>
    public bool Over { get; set; }

    /// <summary>Whether it was broken off by the server in a way that asks for a resume, and none has been tried since.</summary>
    public bool WantsResume { get; set; }

    /// <summary>The connection that carries it; null while there is none.</summary>
    public GatewayConnection? Connection { get; set; }

    public void Send(string name, JsonObject data, Action? sent = null)
    {
        Sequence++;
        var frame = new JsonObject { ["op"] = 0, ["t"] = name, ["s"] = Sequence, ["d"] = data };
        log.Enqueue((Sequence, frame, sent));
        while (log.Count > Kept)
        {
            log.Dequeue();
        }

        Connection?.Send(frame, sent);
    }

    /// <summary>Sends all events after <paramref name="sequence"/> again, in order; false when some are gone.</summary>
    public bool Replay(long sequence)
    {
        if (log.Count > 0 && log.Peek().Sequence > sequence + 1)
        {
            return false;
        }

        foreach (var (at, frame, sent) in log.Where(entry => entry.Sequence > sequence))
        {
            Connection?.Send(frame, sent);
        }

        return true;
    }

    /// <summary>Whether this session's shard gets what happens in a guild; what has no guild goes to shard 0.</summary>
    public bool Covers(FakeGuild? guild) => guild is null ? shard == 0 : (int)((Ids.Number(guild.Id) >> 22) % (ulong)shards) == shard;
}
