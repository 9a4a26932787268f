using System.Net;
using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Client.Outbound;

/// <summary>A call of the connector.</summary>
/// <param name="Name">As it is told in logs and faults: neither ids nor words.</param>
/// <param name="Method">HTTP's.</param>
/// <param name="Address">All of it, ids escaped.</param>
/// <param name="Tenant">Whose pace it counts in.</param>
internal sealed record ConnectorCall(string Name, HttpMethod Method, string Address, string Tenant)
{
    public byte[]? Body { get; init; }

    /// <summary>Whether doing it twice is as doing it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Of one that is not: whether it is repeated once nevertheless, since somebody waits.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether a repetition that finds nothing has been done by the attempt before.</summary>
    public bool IsDoneWhenGone { get; init; }
}

/// <summary>How an attempt ended.</summary>
internal abstract record Attempt
{
    private Attempt()
    {
    }

    /// <param name="Status">Its status.</param>
    /// <param name="Body">What came, up to a limit.</param>
    /// <param name="RetryAfter">How long to wait, where it says so.</param>
    /// <param name="IsCutOff">Whether more came than was read.</param>
    public sealed record Answered(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter, bool IsCutOff = false) : Attempt
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>The connector's own code, from <c>{"error":{"code"}}</c>; null where there is none that looks like one.</summary>
        public string? Code { get; } = CodeOf(Body);

        private static string? CodeOf(byte[] body)
        {
            try
            {
                using var json = JsonDocument.Parse(body);
                return json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                    && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                    && code.GetString() is { Length: > 0 and <= 80 } text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                    ? text : null;
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <param name="Reason">In words.</param>
    /// <param name="WasNeverSent">Whether nothing of it can have arrived.</param>
    /// <param name="Cause">What is beneath it.</param>
    public sealed record Failed(string Reason, bool WasNeverSent, Exception? Cause) : Attempt
    {
        /// <summary>Whether we do not want to go there.</summary>
        public bool IsForbidden { get; init; }
    }
}
