using System.Net;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>How one attempt of a call ended.</summary>
internal abstract record Attempt
{
    private Attempt()
    {
    }

    /// <summary>An answer came, of whatever kind.</summary>
    /// <param name="Status">Its status.</param>
    /// <param name="Body">What was read of it.</param>
    /// <param name="MediaType">What it says it is.</param>
    /// <param name="Limits">What it says about limits.</param>
    /// <param name="IsCutOff">Whether there was more than we read.</param>
    public sealed record Answered(HttpStatusCode Status, byte[] Body, string? MediaType, RestLimits Limits, bool IsCutOff) : Attempt
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;
    }

    /// <summary>No answer, or half of one.</summary>
    /// <param name="Reason">For people.</param>
    /// <param name="WasNeverSent">The connection could not be made, so Discord has not seen the call.</param>
    /// <param name="Cause">The fault.</param>
    public sealed record Failed(string Reason, bool WasNeverSent, Exception? Cause) : Attempt;
}
