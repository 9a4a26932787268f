using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams;
using ProgrammeBot.Channels.Teams.Client.Inbound;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>A channel service of the tests: its keys, a token of it as it should be, and an activity that goes with it.</summary>
internal static class SomeTokens
{
    public const string AppId = "5f0a7c3e-1111-4222-8333-444455556666";
    public const string Tenant = "72f988bf-0000-4000-8000-2d7cd011db47";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/" + Tenant + "/";
    public const string Issuer = "https://api.botframework.com";

    private static readonly Dictionary<string, Lazy<RSA>> Private = new(StringComparer.Ordinal)
    {
        ["teams"] = new(() => RSA.Create(2048)),
        ["webchat"] = new(() => RSA.Create(2048)),
        ["bare"] = new(() => RSA.Create(2048)),
        ["foreign"] = new(() => RSA.Create(2048)),
        ["short"] = new(() => RSA.Create(1024)),
    };

    /// <summary>What each key may vouch for; 'foreign' is nobody's.</summary>
    private static readonly Dictionary<string, string[]?> Endorsements = new(StringComparer.Ordinal)
    {
        ["teams"] = ["msteams", "directline"],
        ["webchat"] = ["webchat"],
        ["bare"] = null,
        ["short"] = ["msteams"],
    };

    public static InboundOptions Options { get; } = new() { AppId = AppId, Tenants = [Tenant], Cloud = TeamsCloud.Public };

    public static RSA KeyOf(string name) => Private[name].Value;

    /// <summary>The key set as the service publishes it.</summary>
    public static JsonObject KeySet(params string[] names) => new()
    {
        ["keys"] = new JsonArray([.. names.Select(name => (JsonNode)PublicKey(name))]),
    };

    public static JsonObject AllKeys => KeySet("teams", "webchat", "bare", "short");

    public static JsonObject PublicKey(string name)
    {
        var key = KeyOf(name).ExportParameters(false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = name,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
        if (Endorsements[name] is { } endorsed)
        {
            json["endorsements"] = new JsonArray([.. endorsed.Select(e => (JsonNode)e)]);
        }

        return json;
    }

    public static SigningKeySet Read(JsonObject keySet) => SigningKeySet.Read(System.Text.Json.JsonSerializer.SerializeToElement(keySet))!;

    public static JsonObject Header(string kid = "teams") => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = kid };

    public static JsonObject Payload(DateTimeOffset now) => new()
    {
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(55).ToUnixTimeSeconds(),
        ["iss"] = Issuer,
        ["aud"] = AppId,
    };

    public static string Sign(JsonObject header, JsonObject payload, string key = "teams") => Sign(header.ToJsonString(), payload.ToJsonString(), key);

    public static string Sign(string header, string payload, string key = "teams") =>
        Sign($"{Encoded(header)}.{Encoded(payload)}", text => KeyOf(key).SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(string text, Func<byte[], byte[]> sign) => $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";

    public static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static string Valid(DateTimeOffset now) => Sign(Header(), Payload(now));

    public static Activity Message { get; } = new()
    {
        Type = ActivityTypes.Message,
        Id = "1763728000000",
        ChannelId = "msteams",
        ServiceUrl = ServiceUrl,
        From = new Account("29:asker") { AadObjectId = "0c0c0c0c-0000-4000-8000-000000000001" },
        Recipient = new Account("28:" + AppId),
        Conversation = new Conversation("a:1") { ConversationType = ConversationTypes.Personal, TenantId = Tenant },
        Text = "When is the deadline?",
    };
}
