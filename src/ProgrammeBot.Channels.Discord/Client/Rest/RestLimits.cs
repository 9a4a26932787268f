using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>What an answer says about limits.</summary>
/// <remarks>discord.com/developers/docs/topics/rate-limits. The time left is taken rather than the time of day: clocks differ.</remarks>
internal sealed record RestLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Names the bucket, which similar routes share; null when the answer counted none.</summary>
    public string? Bucket { get; init; }

    public int? Limit { get; init; }

    public int? Remaining { get; init; }

    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Of a 429: how long to wait; null otherwise.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsGlobal { get; init; }

    /// <summary>Of a 429: others used up what we share with them, which is not held against us.</summary>
    public bool IsShared { get; init; }

    /// <summary>The same by the body alone, whose seconds have fractions: the header's are whole ones.</summary>
    public TimeSpan? RetryAfterExactly { get; init; }

    /// <summary>A 429 that is not Discord's own but that of the network before it, which refuses our address.</summary>
    public bool IsFromTheEdge { get; init; }

    public static RestLimits Of(HttpStatusCode status, Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        var limits = new RestLimits
        {
            Bucket = header("X-RateLimit-Bucket") is { Length: > 0 and <= 200 } bucket ? bucket : null,
            Limit = Count(header("X-RateLimit-Limit")),
            Remaining = Count(header("X-RateLimit-Remaining")),
            ResetAfter = Seconds(header("X-RateLimit-Reset-After")),
        };
        if (status != HttpStatusCode.TooManyRequests)
        {
            return limits;
        }

        var said = TooMany.Of(body);
        var after = Seconds(header("Retry-After"));
        var scope = header("X-RateLimit-Scope");
        return limits with
        {
            IsFromTheEdge = said is null,
            RetryAfter = Longer(said?.RetryAfter, after) ?? (said is null ? null : limits.ResetAfter ?? TimeSpan.FromSeconds(1)),
            RetryAfterExactly = said?.RetryAfter,
            IsGlobal = said?.IsGlobal == true || scope == "global" || string.Equals(header("X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase),
            IsShared = scope == "shared",
        };
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null ? other : other is null || one > other ? one : other;

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Bounded(seconds) : null;

    private static TimeSpan? Bounded(double seconds) =>
        double.IsNaN(seconds) || seconds < 0 ? null : seconds > Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);

    private sealed record TooMany(TimeSpan? RetryAfter, bool IsGlobal)
    {
        public static TooMany? Of(ReadOnlySpan<byte> body)
        {
            try
            {
                var reader = new Utf8JsonReader(body);
                using var json = JsonDocument.ParseValue(ref reader);
                return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("retry_after", out var after)
                    && after.ValueKind == JsonValueKind.Number
                    ? new TooMany(Bounded(after.GetDouble()), json.RootElement.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True)
                    : null;
            }
            catch (Exception exception) when (WireJson.IsFaultOfText(exception))
            {
                return null;
            }
        }
    }
}
