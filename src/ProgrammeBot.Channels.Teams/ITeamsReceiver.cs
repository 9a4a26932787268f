using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams;

/// <summary>Takes what a client received; whoever sent it was checked before.</summary>
public interface ITeamsReceiver
{
    /// <summary>Takes an activity: a message is kept and answered later, an invoke is answered at once.</summary>
    /// <remarks>Never throws for what an activity says. May be called by many at once; what is delivered twice is done once.</remarks>
    Task<Reception> ReceiveAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>What the one who delivered it is told.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The answer to an invoke; null for none.</param>
public sealed record Reception(int Status, JsonNode? Body = null)
{
    /// <summary>Nothing to be done.</summary>
    public static readonly Reception Ok = new(200);

    /// <summary>Will be answered by a message.</summary>
    public static readonly Reception Accepted = new(202);

    /// <summary>An invoke that we do not know.</summary>
    public static readonly Reception Unknown = new(501);

    /// <summary>There is too much to do already: nothing was taken.</summary>
    public static readonly Reception Busy = new(503);

    public static Reception Of(JsonNode body) => new(200, body);
}
