using System.Net;

namespace ProgrammeBot.Channels.Discord;

/// <summary>Discord refused a call, or could not be reached. The message holds neither token nor secret address.</summary>
public sealed class DiscordCallException(string message, HttpStatusCode? status = null, int? code = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The answer's status; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Discord's own code, see <see cref="DiscordErrors"/>; null when the answer had none.</summary>
    public int? Code { get; } = code;
}
