namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>What a shard keeps from one connection to the next. Only its own loops touch it, one connection at a time.</summary>
internal sealed class ShardMemory
{
    /// <summary>Null: the next connection begins a new one.</summary>
    public GatewaySession? Session { get; set; }

    /// <summary>The last event's number.</summary>
    public int? Sequence { get; set; }

    /// <summary>What the session shows beside the bot's name.</summary>
    public Presence? Shown { get; set; }

    public void Forget()
    {
        Session = null;
        Sequence = null;
    }
}
