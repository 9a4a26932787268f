using System.Net;
using ProgrammeBot.Channels.Pacing;

namespace ProgrammeBot.Channels.Discord.Client.Rest;

/// <summary>Refuses calls that are known to be refused, before they count against us: 10,000 refusals in 10 minutes ban the address.</summary>
/// <remarks>
/// After a 401 by the bot's token nothing is sent any more; a 403 of a path is believed for half a minute; an interaction's token that is dead stays dead.
/// One lock; every method takes it.
/// </remarks>
/// <param name="ceiling">Refusals (401, 403, 429 that are ours) within 10 minutes at which all calls stop.</param>
internal sealed class RestBrakes(int ceiling)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForbiddenTime = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly SlidingWindow _refusals = new(ceiling, TimeSpan.FromMinutes(10));
    private readonly Dictionary<string, TimeSpan> _deadTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TimeSpan Until, int Code)> _forbidden = new(StringComparer.Ordinal);
    private bool _isTokenRefused;

    public bool IsTokenRefused
    {
        get
        {
            lock (_lock)
            {
                return _isTokenRefused;
            }
        }
    }

    /// <summary>Refusals within the last 10 minutes.</summary>
    public int RefusalsAt(TimeSpan now)
    {
        lock (_lock)
        {
            return _refusals.CountAt(now);
        }
    }

    /// <summary>Why the call is not sent; null: it may be.</summary>
    public DiscordCallException? Against(RestCall call, TimeSpan now)
    {
        lock (_lock)
        {
            if (_isTokenRefused)
            {
                return new DiscordCallException(
                    $"{call.Name} was not sent: Discord has refused the bot's token (401). Set a new {DiscordToken.Setting} and start again.", HttpStatusCode.Unauthorized);
            }

            if (_refusals.WaitAt(now) is var wait && wait > TimeSpan.Zero)
            {
                return new DiscordCallException(
                    $"{call.Name} was not sent: Discord refused {ceiling} calls within 10 minutes, and at 10,000 it bans this address. Calls go on in {Math.Ceiling(wait.TotalSeconds)} s; see the log for what is refused.");
            }

            if (call.WebhookToken.Length > 0 && _deadTokens.TryGetValue(call.WebhookToken, out var until) && until > now)
            {
                return new DiscordCallException(
                    $"{call.Name} was not sent: the interaction is over or unknown.", HttpStatusCode.NotFound, DiscordErrors.UnknownWebhook);
            }

            return _forbidden.TryGetValue(KeyOf(call), out var forbidden) && forbidden.Until > now
                ? new DiscordCallException($"{call.Name} was not sent: Discord refused the same a moment ago (403, code {forbidden.Code}).", HttpStatusCode.Forbidden, forbidden.Code)
                : null;
        }
    }

    public void Learn(RestCall call, Attempt.Answered answer, TimeSpan now)
    {
        lock (_lock)
        {
            if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (answer.Status == HttpStatusCode.TooManyRequests && !answer.Limits.IsShared))
            {
                _refusals.Add(now);
            }

            if (answer.IsSuccess || answer.Status >= HttpStatusCode.InternalServerError)
            {
                return;
            }

            var code = RestFault.Of(answer.Body).Code;
            switch (answer.Status)
            {
                case HttpStatusCode.Unauthorized when call.Kind == CallKind.Bot:
                    _isTokenRefused = true;
                    break;
                case HttpStatusCode.Unauthorized:
                case HttpStatusCode.NotFound when call.Kind != CallKind.Bot && code != DiscordErrors.UnknownMessage:
                    Keep(_deadTokens, call.WebhookToken, now + TokenLife, until => until <= now);
                    break;
                case HttpStatusCode.Forbidden when code is DiscordErrors.MissingAccess or DiscordErrors.MissingPermissions or DiscordErrors.CannotMessageUser:
                    Keep(_forbidden, KeyOf(call), (Until: now + ForbiddenTime, Code: code.Value), f => f.Until <= now);
                    break;
            }
        }
    }

    private static string KeyOf(RestCall call) => $"{call.Method} {call.Path}";

    // What is over is thrown out when there is much, so that it stays little.
    private static void Keep<T>(Dictionary<string, T> kept, string key, T value, Predicate<T> isOver)
    {
        if (kept.Count >= 1000)
        {
            foreach (var old in kept.Where(k => isOver(k.Value)).Select(k => k.Key).ToList())
            {
                kept.Remove(old);
            }
        }

        kept[key] = value;
    }
}
