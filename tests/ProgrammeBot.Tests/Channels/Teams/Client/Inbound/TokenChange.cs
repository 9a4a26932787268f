using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>Something done to a request.</summary>
/// <param name="Name">What.</param>
/// <param name="Do">Does it.</param>
internal sealed record TokenChange(string Name, Action<DraftToken> Do)
{
    private const string NotAfter = "nbf is not after exp";

    /// <summary>Where Microsoft's SDK takes it and we do not: what we call it.</summary>
    public Refusal? Stricter { get; init; }

    /// <summary>Whether we take what Microsoft's SDK does not.</summary>
    public bool IsLaxer { get; init; }

    /// <summary>The rule by which we differ.</summary>
    public string? Rule { get; init; }

    /// <summary>What both judge alike, and every rule by which they differ.</summary>
    public static IReadOnlyList<TokenChange> All { get; } = [.. Alike(), .. WeAreStricter(), .. WeAreLaxer()];

    private static IEnumerable<TokenChange> Alike() =>
    [
        new("nothing", _ => { }),
        new("aud of another bot", d => d.Payload["aud"] = "00000000-1111-4222-8333-444455556666"),
        new("no aud", d => d.Payload.Remove("aud")),
        new("aud as api://", d => d.Payload["aud"] = "api://" + SomeTokens.AppId),
        new("another iss", d => d.Payload["iss"] = "https://evil.example"),
        new("iss with a slash", d => d.Payload["iss"] = SomeTokens.Issuer + "/"),
        new("no iss", d => d.Payload.Remove("iss")),
        new("expired 299 s ago", d => (d.Payload["nbf"], d.Payload["exp"]) = (d.Now - 3600, d.Now - 299)),
        new("expired 300 s ago", d => (d.Payload["nbf"], d.Payload["exp"]) = (d.Now - 3600, d.Now - 300)),
        new("expired a day ago", d => (d.Payload["nbf"], d.Payload["exp"]) = (d.Now - 90_000, d.Now - 86_400)),
        new("exp a text", d => d.Payload["exp"] = $"{d.Now + 600}"),
        new("exp with a fraction", d => d.Payload["exp"] = d.Now + 600.5),
        new("no nbf", d => d.Payload.Remove("nbf")),
        new("nbf null", d => d.Payload["nbf"] = null),
        // With an exp that has just passed, though, it is the one below.
        new("nbf in 300 s", d => d.Payload["nbf"] = d.Now + 300) { Stricter = Refusal.Lifetime, Rule = NotAfter },
        new("nbf in 301 s", d => d.Payload["nbf"] = d.Now + 301),
        new("unknown kid", d => d.Header["kid"] = "nobody"),
        new("no kid", d => d.Header.Remove("kid")),
        new("foreign key", d => d.Key = "foreign"),
        new("alg none", d => d.Header["alg"] = "none"),
        new("alg HS256 with the public key", d => d.Header["alg"] = "HS256"),
        new("alg PS256", d => d.Header["alg"] = "PS256"),
        new("no alg", d => d.Header.Remove("alg")),
        new("a key of its own", d => d.Header["jwk"] = SomeTokens.PublicKey("teams")),
        new("key endorsed for web chat", d => (d.Key, d.Header["kid"]) = ("webchat", "webchat")),
        new("channelId in other case", d => d.Activity = d.Activity with { ChannelId = "MSTeams" }),
        new("another serviceUrl", d => d.Activity = d.Activity with { ServiceUrl = "https://evil.example/emea/" }),
        new("no serviceurl claim", d => d.Payload.Remove("serviceurl")),
        new("scheme Basic", d => d.Scheme = "Basic "),
        new("no scheme", d => d.Scheme = ""),
        new("two spaces", d => d.Scheme = "Bearer  "),
        new("no signature", d => d.Finish = token => token[..(token.LastIndexOf('.') + 1)]),
        new("four parts", d => d.Finish = token => token + ".AAAA"),
        new("padding", d => d.Finish = token => token + "=="),
        new("a tab within", d => d.Finish = token => token.Insert(20, "\t")),
        new("claims no JSON", d => d.Claims = _ => "{"),
        new("claims a list", d => d.Claims = _ => "[]"),
        new("changed after signing", d => d.Finish = token => $"{token.Split('.')[0]}.{SomeTokens.Encoded(d.Payload.ToJsonString() + " ")}.{token.Split('.')[^1]}"),
    ];

    private static IEnumerable<TokenChange> WeAreStricter() =>
    [
        new("no exp", d => d.Payload.Remove("exp")) { Stricter = Refusal.Lifetime, Rule = "exp must be there" },
        new("exp beyond numbers", d => d.Payload["exp"] = JsonNode.Parse("1e999")) { Stricter = Refusal.Lifetime, Rule = "times are finite" },
        new("nbf after exp", d => (d.Payload["nbf"], d.Payload["exp"]) = (d.Now + 61, d.Now + 60)) { Stricter = Refusal.Lifetime, Rule = NotAfter },
        new("alg RS384", d => d.Header["alg"] = "RS384") { Stricter = Refusal.Algorithm, Rule = "RS256 alone" },
        new("crit", d => d.Header["crit"] = new JsonArray("exp")) { Stricter = Refusal.Critical, Rule = "no crit" },
        new("a claim twice", d => d.Claims = text => "{\"aud\":\"x\"," + text[1..]) { Stricter = Refusal.Malformed, Rule = "names occur once" },
        new("claims too deep", d => d.Claims = text => $"{{\"x\":{new string('[', 20)}{new string(']', 20)}," + text[1..]) { Stricter = Refusal.Malformed, Rule = "claims are flat" },
        new("a long token", d => d.Payload["x"] = new string('x', 16 * 1024)) { Stricter = Refusal.TokenTooLong, Rule = "16 KB at most" },
        new("bits behind the signature", d => d.Finish = WithOtherBits) { Stricter = Refusal.Malformed, Rule = "one text for the same bytes" },
        new("key of 1024 bits", d => (d.Key, d.Header["kid"]) = ("short", "short")) { Stricter = Refusal.UnknownKey, Rule = "2048 bits at least" },
        new("key without endorsements", d => (d.Key, d.Header["kid"]) = ("bare", "bare")) { Stricter = Refusal.Endorsement, Rule = "a key says what it vouches for" },
        new("no channelId", d => d.Activity = d.Activity with { ChannelId = null }) { Stricter = Refusal.Channel, Rule = "an activity has a channelId" },
        new("another endorsed channel", d => d.Activity = d.Activity with { ChannelId = "directline" }) { Stricter = Refusal.Channel, Rule = "Teams alone" },
        new("no serviceUrl", d => d.Activity = d.Activity with { ServiceUrl = null }) { Stricter = Refusal.ServiceUrl, Rule = "an activity has a serviceUrl" },
        new("another tenant", d => d.Activity = d.Activity with { Conversation = new Conversation("a:1") { TenantId = "other" } }) { Stricter = Refusal.Tenant, Rule = "listed tenants alone" },
    ];

    private static IEnumerable<TokenChange> WeAreLaxer() =>
    [
        new("aud a list with ours", d => d.Payload["aud"] = new JsonArray("x", SomeTokens.AppId)) { IsLaxer = true, Rule = "aud may be a list (RFC 7519)" },
        new("serviceUrl without the slash", d => d.Activity = d.Activity with { ServiceUrl = SomeTokens.ServiceUrl.TrimEnd('/') }) { IsLaxer = true, Rule = "one slash at the end does not count" },
        new("serviceUrl in capitals", d => d.Activity = d.Activity with { ServiceUrl = SomeTokens.ServiceUrl.ToUpperInvariant() }) { IsLaxer = true, Rule = "case does not count in serviceUrl" },
        new("scheme in lower case", d => d.Scheme = "bearer ") { IsLaxer = true, Rule = "the scheme has no case (RFC 9110)" },
    ];

    /// <summary>Four bits of the last letter stand for nothing in 256 bytes.</summary>
    private static string WithOtherBits(string token) => token[..^1] + token[^1] switch { 'A' => 'B', 'Q' => 'R', 'g' => 'h', _ => 'x' };
}
