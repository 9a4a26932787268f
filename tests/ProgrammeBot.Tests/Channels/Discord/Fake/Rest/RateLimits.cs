using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ProgrammeBot.Tests.Channels.Discord.Fake.Rest;

/// <summary>Buckets and the global limit: headers on every answer, 429 past them, and a violation for whoever had been told.</summary>
internal sealed class RateLimits(FakeDiscord discord)
{
    private readonly Dictionary<string, (int Limit, TimeSpan Per)> limits = [];
    private readonly Dictionary<string, Window> windows = [];
    private readonly Window global = new();

    /// <summary>What holds where nothing else was set.</summary>
    public (int Limit, TimeSpan Per) Usual { get; set; } = (50, TimeSpan.FromSeconds(1));

    /// <summary>Calls a second for the whole bot; interactions' own routes are outside of it.</summary>
    public int PerSecond { get; set; } = 50;

    /// <summary>Sets the limit of one route, such as <c>POST /channels/{}/messages</c>.</summary>
    public void Set(string route, int limit, TimeSpan per) => limits[route] = (limit, per);

    /// <summary>The headers of a bucket, or the 429 where it is used up.</summary>
    /// <param name="route">The call's route.</param>
    /// <param name="major">The resource that the bucket is split by.</param>
    /// <param name="isInteraction">Whether the call carries an interaction's token.</param>
    /// <param name="headers">Where the headers go.</param>
    public RestAnswer? Take(string route, string major, bool isInteraction, IHeaderDictionary headers)
    {
        if (route.EndsWith("/callback", StringComparison.Ordinal))
        {
            return null;
        }

        if (!isInteraction)
        {
            Roll(global, TimeSpan.FromSeconds(1));
            if (++global.Used > PerSecond)
            {
                return Refuse(global, "global", "all routes", headers);
            }
        }

        var (limit, per) = limits.GetValueOrDefault(route, Usual);
        var key = route + " " + major;
        if (!windows.TryGetValue(key, out var window))
        {
            windows[key] = window = new Window();
        }

        Roll(window, per);
        window.Used++;
        var left = Math.Max(0, limit - window.Used);
        var reset = Left(window);
        headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = reset.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = ((discord.Time.GetUtcNow() + reset).ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(route)))[..32];
        if (window.Used > limit)
        {
            return Refuse(window, "user", key, headers);
        }

        if (left == 0)
        {
            window.ToldAt = discord.Time.GetTimestamp();
        }

        return null;
    }

    /// <summary>A 429 that a test asked for: it counts as told.</summary>
    public RestAnswer Say(string route, string major, double seconds, string scope, IHeaderDictionary headers)
    {
        var key = route + " " + major;
        var window = scope == "global" ? global : windows.TryGetValue(key, out var known) ? known : windows[key] = new Window();

        // What an earlier refusal told is over with its time: to call after it was no fault.
        Roll(window, TimeSpan.Zero);
        window.Until = discord.Time.GetTimestamp() + (long)(seconds * discord.Time.TimestampFrequency);
        window.Used = int.MaxValue / 2;
        return Refuse(window, scope, key, headers);
    }

    private RestAnswer Refuse(Window window, string scope, string key, IHeaderDictionary headers)
    {
        if (window.ToldAt is { } told && discord.Time.GetElapsedTime(told) >= discord.Tolerance)
        {
            discord.Violations.Add(Breach.Protocol, "rate-limit", $"Called {key} again, {Left(window).TotalSeconds:0.00} s before it was allowed.");
        }

        window.ToldAt ??= discord.Time.GetTimestamp();
        var left = Math.Max(0.001, Left(window).TotalSeconds);
        headers.RetryAfter = Math.Ceiling(left).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = scope;
        if (scope == "global")
        {
            headers["X-RateLimit-Global"] = "true";
        }

        return new RestAnswer(429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = left, ["global"] = scope == "global" });
    }

    private void Roll(Window window, TimeSpan per)
    {
        if (discord.Time.GetTimestamp() >= window.Until)
        {
            window.Until = discord.Time.GetTimestamp() + (long)(per.TotalSeconds * discord.Time.TimestampFrequency);
            window.Used = 0;
            window.ToldAt = null;
        }
    }

    private TimeSpan Left(Window window) => discord.Time.GetElapsedTime(discord.Time.GetTimestamp(), window.Until);

    private sealed class Window
    {
        public long Until { get; set; } = long.MinValue;

        public int Used { get; set; }

        public long? ToldAt { get; set; }
    }
}
