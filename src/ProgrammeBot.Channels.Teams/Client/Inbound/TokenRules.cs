using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>The rules for tokens of the channel service, as <see cref="Refusal"/> lists them: cheap ones first, keys fetched last.</summary>
/// <remarks>
/// Other tokens (the emulator's, other bots', agents') are refused all of them: what people write in Teams never comes with one.
/// A token vouches for the channel service and not for the body, and may be sent again as long as it lives.
/// </remarks>
internal sealed class TokenRules(InboundOptions options, ISigningKeys keys, TimeProvider time) : ISenderRules
{
    private const string Teams = "msteams";
    private const string Bearer = "Bearer ";
    private const int MostCharacters = 16 * 1024;
    private const double SkewSeconds = 5 * 60;

    private readonly string _audience = (options.AppId ?? throw new ArgumentException("Tokens can be checked only where there is an app id.", nameof(options))).ToLowerInvariant();
    private readonly HashSet<string> _tenants = new(options.Tenants, StringComparer.OrdinalIgnoreCase);

    public ValueTask<Sender> CheckAsync(HttpContext request, CancellationToken cancellationToken) => CheckAsync(request.Request.Headers.Authorization, cancellationToken);

    /// <summary>Rules 1 to 6: is this a token of the channel service, for us, and good now?</summary>
    public async ValueTask<Sender> CheckAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        var refusal = TokenIn(authorization, out var text);
        if (refusal is not Refusal.None)
        {
            return new Sender(refusal);
        }

        if (Jwt.Read(text) is not { } token)
        {
            return new Sender(Refusal.Malformed);
        }

        refusal = First(HeaderOf(token.Header), IssuerOf(token.Payload), AudienceOf(token.Payload), LifetimeOf(token.Payload));
        if (refusal is not Refusal.None)
        {
            return new Sender(refusal);
        }

        var found = await keys.FindAsync(token.Header.Text("kid")!, cancellationToken); // rule 2 has seen it
        return found.Key is not { } key ? new Sender(found.AreKnown ? Refusal.UnknownKey : Refusal.NoKeys)
            : key.Signed(token.SignedText, token.Signature) ? new Sender(Refusal.None, key, token.Payload.Text("serviceurl"))
            : new Sender(Refusal.Signature);
    }

    /// <summary>Rules 7 to 9: may this token bring this activity, and is it from a tenant of ours?</summary>
    public Refusal Check(Sender sender, Activity activity) =>
        activity.ChannelId != Teams ? Refusal.Channel
        : sender.Key is null || !sender.Key.Endorses(activity.ChannelId) ? Refusal.Endorsement
        : !IsSame(sender.ServiceUrl, activity.ServiceUrl) ? Refusal.ServiceUrl
        : !IsServed(activity) ? Refusal.Tenant
        : Refusal.None;

    private static Refusal First(params ReadOnlySpan<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not Refusal.None)
            {
                return refusal;
            }
        }

        return Refusal.None;
    }

    private static Refusal TokenIn(StringValues authorization, out string token)
    {
        token = "";
        if (authorization.Count != 1 || authorization[0] is not { Length: > 0 } header)
        {
            return authorization.Count > 1 ? Refusal.SeveralTokens : Refusal.NoToken;
        }

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.NotBearer;
        }

        token = header[Bearer.Length..];
        return token.Length > MostCharacters ? Refusal.TokenTooLong : Refusal.None;
    }

    private static Refusal HeaderOf(JsonElement header) =>
        header.Text("alg") != "RS256" ? Refusal.Algorithm
        : header.Text("kid") is not { Length: > 0 } ? Refusal.NoKeyId
        : header.TryGetProperty("crit", out _) ? Refusal.Critical
        : Refusal.None;

    private Refusal IssuerOf(JsonElement payload) => payload.Text("iss") == options.Cloud.Issuer ? Refusal.None : Refusal.Issuer;

    private Refusal AudienceOf(JsonElement payload) =>
        payload.TryGetProperty("aud", out var audience)
        && (JsonReading.Text(audience) == _audience
            || (audience.ValueKind == JsonValueKind.Array && audience.EnumerateArray().Any(one => JsonReading.Text(one) == _audience)))
            ? Refusal.None
            : Refusal.Audience;

    private Refusal LifetimeOf(JsonElement payload)
    {
        var hasBegin = payload.TryGetProperty("nbf", out var nbf);
        if (!payload.TryGetProperty("exp", out var exp) || SecondsOf(exp) is not { } end)
        {
            return Refusal.Lifetime;
        }

        var begin = hasBegin ? SecondsOf(nbf) : double.MinValue;
        var now = Math.Floor((time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        return begin is not { } from || from > end ? Refusal.Lifetime
            : now >= end + SkewSeconds ? Refusal.Expired
            : from > now + SkewSeconds ? Refusal.NotYetValid
            : Refusal.None;
    }

    private static double? SecondsOf(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : null;

    private static bool IsSame(string? claim, string? given) =>
        claim is { Length: > 0 } && given is { Length: > 0 } && MemoryExtensions.Equals(WithoutSlash(claim), WithoutSlash(given), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutSlash(string address) => address.AsSpan(0, address.Length - (address[^1] == '/' ? 1 : 0));

    /// <summary>The activity may name its tenant at two places; a stranger's at either is one too many.</summary>
    private bool IsServed(Activity activity) =>
        activity.Tenant is not null
        && (activity.Conversation?.TenantId is not { } conversation || _tenants.Contains(conversation))
        && (activity.ChannelData?.Tenant?.Id is not { } sender || _tenants.Contains(sender));
}
