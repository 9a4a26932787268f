using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProgrammeBot.Channels.Teams.Values;

namespace ProgrammeBot.Tests.Channels.Teams.Client.Inbound;

/// <summary>A request in the making: as it should be, until something is done to it.</summary>
internal sealed class DraftToken(DateTimeOffset now)
{
    public JsonObject Header { get; } = SomeTokens.Header();

    public JsonObject Payload { get; } = SomeTokens.Payload(now);

    public string Key { get; set; } = "teams";

    public string Scheme { get; set; } = "Bearer ";

    public Activity Activity { get; set; } = SomeTokens.Message;

    /// <summary>The claims' text, where an object cannot say it.</summary>
    public Func<string, string> Claims { get; set; } = text => text;

    /// <summary>What happens to the signed token.</summary>
    public Func<string, string> Finish { get; set; } = token => token;

    public long Now { get; } = now.ToUnixTimeSeconds();

    public string Authorization()
    {
        var text = $"{SomeTokens.Encoded(Header.ToJsonString())}.{SomeTokens.Encoded(Claims(Payload.ToJsonString()))}";
        return Scheme + Finish(SomeTokens.Sign(text, Sign));
    }

    private byte[] Sign(byte[] text)
    {
        var key = SomeTokens.KeyOf(Key);
        return Header["alg"]?.ToString() switch
        {
            "RS384" => key.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "PS256" => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), text),
            _ => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
    }
}
