using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;
using ProgrammeBot.Tests.Support;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

public sealed class TokenRulesTests
{
    private static readonly HandClock Clock = new();
    private static readonly DateTimeOffset Now = Clock.GetUtcNow();
    private static readonly Dictionary<string, (TokenCase Case, Refusal Expected)> Cases = All().ToDictionary(c => c.Case.Name, StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_rule_is_kept(string name)
    {
        var (one, expected) = Cases[name];

        Assert.Equal(expected, await one.JudgeAsync(Rules(), Token));
    }

    [Fact]
    public void Every_refusal_of_a_token_has_a_case() =>
        Assert.Empty(Enum.GetValues<Refusal>().Where(r => r.Status() is 401 or 403).Except(Cases.Values.Select(c => c.Expected))
            .Except([Refusal.NotLoopback, Refusal.Forwarded, Refusal.RemoteService]));

    [Fact]
    public async Task What_is_cheap_is_checked_before_a_key_is_asked_for()
    {
        foreach (var (one, expected) in Cases.Values.Where(c => c.Expected.Status() == 401 && c.Expected is not (Refusal.UnknownKey or Refusal.Signature)))
        {
            var keys = new GivenKeys(SomeTokens.Read(SomeTokens.AllKeys));
            await one.JudgeAsync(new TokenRules(SomeTokens.Options, keys, Clock), Token);

            Assert.True(keys.Asked == 0, $"{one.Name}: {expected}");
        }
    }

    [Fact]
    public async Task Where_no_keys_are_to_be_had_nothing_is_said_of_the_token()
    {
        var rules = new TokenRules(SomeTokens.Options, new GivenKeys(null), Clock);

        Assert.Equal(Refusal.NoKeys, await TokenCase.Of("", Now).JudgeAsync(rules, Token));
        Assert.Equal(503, Refusal.NoKeys.Status());
    }

    [Fact]
    public async Task A_token_dies_with_the_clock()
    {
        var clock = new HandClock();
        var rules = new TokenRules(SomeTokens.Options, new GivenKeys(SomeTokens.Read(SomeTokens.AllKeys)), clock);
        var one = TokenCase.Of("", clock.GetUtcNow());
        clock.Turn(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.None, await one.JudgeAsync(rules, Token));

        clock.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal(Refusal.Expired, await one.JudgeAsync(rules, Token));
    }

    [Fact]
    public async Task No_changed_byte_of_header_or_claims_gets_through()
    {
        var (rules, token) = (Rules(), SomeTokens.Valid(Now));
        Assert.Equal(Refusal.None, (await rules.CheckAsync("Bearer " + token, Token)).Refusal);
        for (var i = 0; i < token.LastIndexOf('.'); i++)
        {
            foreach (var other in new[] { (char)(token[i] ^ 1), (char)(token[i] ^ 0x20), '.', 'A', ' ' }.Where(c => c != token[i]))
            {
                var changed = token[..i] + other + token[(i + 1)..];
                Assert.True((await rules.CheckAsync("Bearer " + changed, Token)).Refusal.Status() == 401, $"'{other}' at {i} of {token}");
            }
        }
    }

    [Fact]
    public async Task No_changed_bit_behind_the_base64_gets_through()
    {
        var (rules, token) = (Rules(), SomeTokens.Valid(Now));
        var parts = token.Split('.');
        foreach (var part in new[] { 0, 1 })
        {
            var bytes = Base64Url.DecodeFromChars(parts[part]);
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                var changed = string.Join('.', parts.Select((p, i) => i == part ? Base64Url.EncodeToString(bytes) : p));
                Assert.Equal(401, (await rules.CheckAsync("Bearer " + changed, Token)).Refusal.Status());
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public async Task Noise_is_refused_and_never_a_fault()
    {
        var (rules, random) = (Rules(), new Random(20261121));
        var valid = SomeTokens.Valid(Now);
        for (var i = 0; i < 500; i++)
        {
            var cut = random.Next(valid.Length);
            var noise = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0x3000)));
            foreach (var header in new[] { noise, "Bearer " + noise, $"Bearer {valid[..cut]}{noise}{valid[cut..]}", $"Bearer {SomeTokens.Encoded(noise)}.{SomeTokens.Encoded(noise)}.AA" })
            {
                Assert.Equal(401, (await rules.CheckAsync(header, Token)).Refusal.Status());
            }
        }
    }

    private static TokenRules Rules() => new(SomeTokens.Options, new GivenKeys(SomeTokens.Read(SomeTokens.AllKeys)), Clock);

    private static IEnumerable<(TokenCase Case, Refusal Expected)> All() =>
        [.. Heads(), .. Headers(), .. Claims(), .. Times(), .. Signatures(), .. Activities()];

    private static IEnumerable<(TokenCase, Refusal)> Heads()
    {
        var valid = SomeTokens.Valid(Now);
        var parts = valid.Split('.');
        yield return (Raw("as it should be", "Bearer " + valid), Refusal.None);
        yield return (Raw("scheme in lower case", "bearer " + valid), Refusal.None);
        yield return (Raw("no header", StringValues.Empty), Refusal.NoToken);
        yield return (Raw("empty header", ""), Refusal.NoToken);
        yield return (Raw("two headers", new StringValues(["Bearer " + valid, "Bearer " + valid])), Refusal.SeveralTokens);
        yield return (Raw("two tokens in one header", $"Bearer {valid}, Bearer {valid}"), Refusal.Malformed);
        yield return (Raw("scheme Basic", "Basic " + valid), Refusal.NotBearer);
        yield return (Raw("no scheme", valid), Refusal.NotBearer);
        yield return (Raw("scheme alone", "Bearer"), Refusal.NotBearer);
        yield return (Raw("no token behind the scheme", "Bearer "), Refusal.Malformed);
        yield return (Raw("two spaces", "Bearer  " + valid), Refusal.Malformed);
        yield return (Raw("space at the end", $"Bearer {valid} "), Refusal.Malformed);
        yield return (Raw("tab within", "Bearer " + valid.Insert(10, "\t")), Refusal.Malformed);
        yield return (Raw("line end within", "Bearer " + valid.Insert(10, "\r\n")), Refusal.Malformed);
        yield return (Raw("two parts", $"Bearer {parts[0]}.{parts[1]}"), Refusal.Malformed);
        yield return (Raw("four parts", $"Bearer {valid}.AAAA"), Refusal.Malformed);
        yield return (Raw("five parts, as encrypted ones have", $"Bearer {valid}.AAAA.AAAA"), Refusal.Malformed);
        yield return (Raw("no signature", $"Bearer {parts[0]}.{parts[1]}."), Refusal.Malformed);
        yield return (Raw("no header part", $"Bearer .{parts[1]}.{parts[2]}"), Refusal.Malformed);
        yield return (Raw("padding", $"Bearer {valid}=="), Refusal.Malformed);
        yield return (Raw("base64 of the other alphabet", "Bearer " + valid.Replace('-', '+').Replace('_', '/') + "+"), Refusal.Malformed);
        yield return (Raw("too long", $"Bearer {valid}{new string('A', 16 * 1024)}"), Refusal.TokenTooLong);
        yield return (Raw("header no JSON", "Bearer " + SomeTokens.Sign("RS256", SomeTokens.Payload(Now).ToJsonString())), Refusal.Malformed);
        yield return (Raw("header an array", "Bearer " + SomeTokens.Sign("[]", SomeTokens.Payload(Now).ToJsonString())), Refusal.Malformed);
        yield return (Raw("claims a text", "Bearer " + SomeTokens.Sign(SomeTokens.Header().ToJsonString(), "\"x\"")), Refusal.Malformed);
        yield return (Raw("claims too deep", "Bearer " + SomeTokens.Sign(SomeTokens.Header().ToJsonString(), $$"""{"x":{{new string('[', 40)}}{{new string(']', 40)}}}""")), Refusal.Malformed);
        yield return (Raw("a claim twice", "Bearer " + SomeTokens.Sign(
            SomeTokens.Header().ToJsonString(), SomeTokens.Payload(Now).ToJsonString().Replace("{", $$"""{"aud":"{{SomeTokens.AppId}}",""", StringComparison.Ordinal))), Refusal.Malformed);
        yield return (Raw("alg twice", "Bearer " + SomeTokens.Sign(
            """{"alg":"none","alg":"RS256","kid":"teams"}""", SomeTokens.Payload(Now).ToJsonString())), Refusal.Malformed);
    }

    private static IEnumerable<(TokenCase, Refusal)> Headers()
    {
        yield return (Header("alg none", h => h["alg"] = "none"), Refusal.Algorithm);
        yield return (Header("alg None", h => h["alg"] = "None"), Refusal.Algorithm);
        yield return (Header("alg rs256", h => h["alg"] = "rs256"), Refusal.Algorithm);
        yield return (Header("alg missing", h => h.Remove("alg")), Refusal.Algorithm);
        yield return (Header("alg a number", h => h["alg"] = 256), Refusal.Algorithm);
        yield return (Signed("HS256 with the public key as the secret", "HS256", text => HMACSHA256.HashData(Encoding.ASCII.GetBytes(SomeTokens.KeyOf("teams").ExportSubjectPublicKeyInfoPem()), text)), Refusal.Algorithm);
        yield return (Signed("PS256", "PS256", text => SomeTokens.KeyOf("teams").SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)), Refusal.Algorithm);
        yield return (Signed("RS384", "RS384", text => SomeTokens.KeyOf("teams").SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)), Refusal.Algorithm);
        yield return (Header("kid missing", h => h.Remove("kid")), Refusal.NoKeyId);
        yield return (Header("kid empty", h => h["kid"] = ""), Refusal.NoKeyId);
        yield return (Header("kid a number", h => h["kid"] = 1), Refusal.NoKeyId);
        yield return (Header("crit", h => h["crit"] = new JsonArray("exp")), Refusal.Critical);
        yield return (Header("crit null", h => h["crit"] = null), Refusal.Critical);
        yield return (Header("a key of its own", h => h["jwk"] = SomeTokens.PublicKey("teams")), Refusal.None);
        yield return (Header("an address of keys", h => h["jku"] = "https://evil.example/keys"), Refusal.None);
    }

    private static IEnumerable<(TokenCase, Refusal)> Claims()
    {
        yield return (Claim("iss of an emulator", p => p["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"), Refusal.Issuer);
        yield return (Claim("iss with a slash", p => p["iss"] = SomeTokens.Issuer + "/"), Refusal.Issuer);
        yield return (Claim("iss of another cloud", p => p["iss"] = "https://api.botframework.us"), Refusal.Issuer);
        yield return (Claim("iss missing", p => p.Remove("iss")), Refusal.Issuer);
        yield return (Claim("iss a list", p => p["iss"] = new JsonArray(SomeTokens.Issuer)), Refusal.Issuer);
        yield return (Claim("aud of another bot", p => p["aud"] = "00000000-1111-4222-8333-444455556666"), Refusal.Audience);
        yield return (Claim("aud missing", p => p.Remove("aud")), Refusal.Audience);
        yield return (Claim("aud empty", p => p["aud"] = ""), Refusal.Audience);
        yield return (Claim("aud a list with ours", p => p["aud"] = new JsonArray("x", SomeTokens.AppId)), Refusal.None);
        yield return (Claim("aud a list without ours", p => p["aud"] = new JsonArray("x", 1, null)), Refusal.Audience);
        yield return (Claim("aud as api:// of ours", p => p["aud"] = "api://" + SomeTokens.AppId), Refusal.Audience);
        yield return (Claim("aud begins with ours", p => p["aud"] = SomeTokens.AppId + "x"), Refusal.Audience);
    }

    private static IEnumerable<(TokenCase, Refusal)> Times()
    {
        yield return (Claim("exp missing", p => p.Remove("exp")), Refusal.Lifetime);
        yield return (Claim("exp a text", p => p["exp"] = At(600).ToString()), Refusal.Lifetime);
        yield return (Claim("exp beyond numbers", p => p["exp"] = JsonNode.Parse("1e999")), Refusal.Lifetime);
        yield return (Claim("exp in the year 9999 and on", p => p["exp"] = 1e15), Refusal.None);
        yield return (Claim("expired 4 minutes ago", p => (p["nbf"], p["exp"]) = (At(-3600), At(-240))), Refusal.None);
        yield return (Claim("expired 299 seconds ago", p => (p["nbf"], p["exp"]) = (At(-3600), At(-299))), Refusal.None);
        yield return (Claim("expired 5 minutes ago", p => (p["nbf"], p["exp"]) = (At(-3600), At(-300))), Refusal.Expired);
        yield return (Claim("expired long ago", p => (p["nbf"], p["exp"]) = (0, -1e300)), Refusal.Lifetime);
        yield return (Claim("nbf missing", p => p.Remove("nbf")), Refusal.None);
        yield return (Claim("nbf a text", p => p["nbf"] = "0"), Refusal.Lifetime);
        yield return (Claim("nbf null", p => p["nbf"] = null), Refusal.Lifetime);
        yield return (Claim("nbf in 5 minutes", p => p["nbf"] = At(300)), Refusal.None);
        yield return (Claim("nbf in 301 seconds", p => p["nbf"] = At(301)), Refusal.NotYetValid);
        yield return (Claim("nbf after exp", p => (p["nbf"], p["exp"]) = (At(61), At(60))), Refusal.Lifetime);
    }

    private static IEnumerable<(TokenCase, Refusal)> Signatures()
    {
        var parts = SomeTokens.Valid(Now).Split('.');
        yield return (Header("kid unknown", h => h["kid"] = "nobody"), Refusal.UnknownKey);
        yield return (Header("kid in other case", h => h["kid"] = "TEAMS"), Refusal.UnknownKey);
        yield return (TokenCase.Of("RSA of 1024 bits", Now, key: "short"), Refusal.UnknownKey);
        yield return (TokenCase.Of("foreign key under a known kid", Now, key: "foreign"), Refusal.Signature);
        yield return (Header("another key's kid", h => h["kid"] = "webchat"), Refusal.Signature);
        yield return (Raw("signature cut", $"Bearer {parts[0]}.{parts[1]}.{parts[2][..^2]}"), Refusal.Signature);
        yield return (Raw("bits behind the signature", $"Bearer {parts[0]}.{parts[1]}.{parts[2][..^1]}{Beside(parts[2][^1])}"), Refusal.Malformed);
        yield return (Raw("signature of zeroes", $"Bearer {parts[0]}.{parts[1]}.{new string('A', 342)}"), Refusal.Signature);
        yield return (Raw("signature long", $"Bearer {parts[0]}.{parts[1]}.{new string('_', 8000)}"), Refusal.Signature);
        yield return (Raw("claims changed", $"Bearer {parts[0]}.{SomeTokens.Encoded(SomeTokens.Payload(Now.AddMinutes(1)).ToJsonString())}.{parts[2]}"), Refusal.Signature);
    }

    private static IEnumerable<(TokenCase, Refusal)> Activities()
    {
        yield return (With("activity without channelId", a => a with { ChannelId = null }), Refusal.Channel);
        yield return (With("activity of another channel that is endorsed", a => a with { ChannelId = "directline" }), Refusal.Channel);
        yield return (With("channelId in other case", a => a with { ChannelId = "MSTeams" }), Refusal.Channel);
        yield return (TokenCase.Of("key endorsed for web chat", Now, key: "webchat"), Refusal.Endorsement);
        yield return (TokenCase.Of("key without endorsements", Now, key: "bare"), Refusal.Endorsement);
        yield return (With("another serviceUrl", a => a with { ServiceUrl = "https://evil.example/emea/" }), Refusal.ServiceUrl);
        yield return (With("activity without serviceUrl", a => a with { ServiceUrl = null }), Refusal.ServiceUrl);
        yield return (With("activity with an empty serviceUrl", a => a with { ServiceUrl = "" }), Refusal.ServiceUrl);
        yield return (Claim("token without serviceurl", p => p.Remove("serviceurl")), Refusal.ServiceUrl);
        yield return (Claim("serviceurl a list", p => p["serviceurl"] = new JsonArray(SomeTokens.ServiceUrl)), Refusal.ServiceUrl);
        yield return (Claim("serviceUrl in camel case", p => (p["serviceUrl"], p["serviceurl"]) = (SomeTokens.ServiceUrl, null)), Refusal.ServiceUrl);
        yield return (With("serviceUrl without the slash", a => a with { ServiceUrl = SomeTokens.ServiceUrl.TrimEnd('/') }), Refusal.None);
        yield return (With("serviceUrl with two slashes", a => a with { ServiceUrl = SomeTokens.ServiceUrl + "/" }), Refusal.ServiceUrl);
        yield return (With("serviceUrl in capitals", a => a with { ServiceUrl = SomeTokens.ServiceUrl.ToUpperInvariant() }), Refusal.None);
        yield return (With("no tenant", a => a with { Conversation = null }), Refusal.Tenant);
        yield return (With("a tenant that is not listed", a => a with { Conversation = new Conversation("a:1") { TenantId = "other" } }), Refusal.Tenant);
        yield return (With("tenant in capitals", a => a with { Conversation = new Conversation("a:1") { TenantId = SomeTokens.Tenant.ToUpperInvariant() } }), Refusal.None);
        yield return (With("tenant in channelData alone", a => a with { Conversation = null, ChannelData = TenantIs(SomeTokens.Tenant) }), Refusal.None);
        yield return (With("another tenant in channelData", a => a with { ChannelData = TenantIs("other") }), Refusal.Tenant);
        yield return (With("another tenant in the conversation", a => a with
        {
            Conversation = new Conversation("a:1") { TenantId = "other" },
            ChannelData = TenantIs(SomeTokens.Tenant),
        }), Refusal.Tenant);
    }

    /// <summary>Another letter for the same last byte: four of its bits stand for nothing.</summary>
    private static char Beside(char letter) => letter switch { 'A' => 'B', 'Q' => 'R', 'g' => 'h', _ => 'x' };

    private static ChannelData TenantIs(string id) => new() { Tenant = new Named(id) };

    private static JsonNode At(int seconds) => Now.ToUnixTimeSeconds() + seconds;

    private static TokenCase Raw(string name, StringValues header) => new(name, header, SomeTokens.Message);

    private static TokenCase Header(string name, Action<JsonObject> change) => TokenCase.Of(name, Now, header: change);

    private static TokenCase Claim(string name, Action<JsonObject> change) => TokenCase.Of(name, Now, payload: change);

    private static TokenCase With(string name, Func<Activity, Activity> change) => TokenCase.Of(name, Now, activity: change);

    private static TokenCase Signed(string name, string algorithm, Func<byte[], byte[]> sign)
    {
        var header = SomeTokens.Header();
        header["alg"] = algorithm;
        var text = $"{SomeTokens.Encoded(header.ToJsonString())}.{SomeTokens.Encoded(SomeTokens.Payload(Now).ToJsonString())}";
        return Raw(name, "Bearer " + SomeTokens.Sign(text, sign));
    }
}
