namespace ProgrammeBot.Channels.Discord.Client.Gateway;

/// <summary>How a connection to the gateway ended.</summary>
internal abstract record ConnectionEnd
{
    private ConnectionEnd()
    {
    }

    /// <summary>Discord closed it; no code: without one.</summary>
    public sealed record Closed(int? Code) : ConnectionEnd;

    /// <summary>It broke, or never came about.</summary>
    /// <param name="Reason">For people.</param>
    public sealed record Lost(string Reason) : ConnectionEnd;

    /// <summary>No hello came, or a heartbeat was not acknowledged: nobody is at the other end.</summary>
    public sealed record Silent(string What) : ConnectionEnd;

    /// <summary>Opcode 7.</summary>
    public sealed record AskedToReconnect : ConnectionEnd;

    /// <summary>Opcode 9.</summary>
    public sealed record SessionInvalid(bool MayResume) : ConnectionEnd;

    /// <summary>The budget of new sessions is spent.</summary>
    public sealed record NoSessionToSpend(TimeSpan Wait, string Why) : ConnectionEnd;

    /// <summary>We were asked to stop.</summary>
    public sealed record Stopped : ConnectionEnd;
}
