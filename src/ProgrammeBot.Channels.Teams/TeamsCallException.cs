using System.Net;

namespace ProgrammeBot.Channels.Teams;

/// <summary>Teams refused a call, or could not be reached. The message holds neither token nor secret, and nobody's words.</summary>
public sealed class TeamsCallException(string message, HttpStatusCode? status = null, string? code = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The answer's status; null when there was none.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Teams' own code, see <see cref="TeamsErrors"/>; null when the answer had none.</summary>
    public string? Code { get; } = code;

    /// <summary>Whether what was sent may have arrived nevertheless.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Whether it is our own credentials that were not taken: an operator mends it, and then it works.</summary>
    public bool IsOfCredentials
    {
        get => field || Status is HttpStatusCode.Unauthorized;
        init;
    }

    /// <summary>Whether the conversation is closed to us, until somebody there acts or installs us again.</summary>
    public bool IsClosed => Status is HttpStatusCode.Forbidden && !IsOfCredentials;

    /// <summary>Whether the conversation or message is gone.</summary>
    public bool IsGone => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>Whether it is worth another try later.</summary>
    public bool IsPassing => Status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}
