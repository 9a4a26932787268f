using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ProgrammeBot.App.Web;

/// <summary>How much one client may ask and read in a minute: a bucket of tokens that fills up evenly.</summary>
public static class RateLimits
{
    public const string Ask = "ask";
    public const string Vote = "vote";
    public const string Suggest = "suggest";
    public const string Read = "read";
    public const string Moderate = "moderate";
    public const string Enter = "enter";

    /// <summary>Nobody types codes faster by hand, and nobody guesses one of 256 bits.</summary>
    private const int EnterPerMinute = 10;

    /// <summary>Each is read by a person.</summary>
    private const int SuggestPerMinute = 3;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Ask, context => BucketFor(Ask, context, options.AskPerMinute));
        limiter.AddPolicy(Vote, context => BucketFor(Vote, context, options.AskPerMinute));
        limiter.AddPolicy(Suggest, context => BucketFor(Suggest, context, SuggestPerMinute));
        limiter.AddPolicy(Read, context => BucketFor(Read, context, options.ReadPerMinute));
        limiter.AddPolicy(Moderate, context => BucketFor(Moderate, context, options.ReadPerMinute));
        limiter.AddPolicy(Enter, context => BucketFor(Enter, context, EnterPerMinute));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Problems.TooMany(seconds).ExecuteAsync(rejected.HttpContext);
        };
    });

    /// <summary>The client as the limits see it: an IPv4 address, or the 64 bits of IPv6 that one household shares.</summary>
    public static string ClientOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static RateLimitPartition<string> BucketFor(string what, HttpContext context, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter($"{what} {ClientOf(context)}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        });
}
