using System.Text;
using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>A token's parts, read and not believed.</summary>
/// <param name="Header">What it says of itself; where keys are named in it (<c>jku</c>, <c>jwk</c>, <c>x5u</c>), they are never looked at.</param>
/// <param name="Payload">Its claims.</param>
/// <param name="SignedText">What is signed: both of them as they came.</param>
/// <param name="Signature">The signature.</param>
internal sealed record Jwt(JsonElement Header, JsonElement Payload, byte[] SignedText, byte[] Signature)
{
    /// <summary>Claims are flat, or nearly.</summary>
    private const int Depth = 16;

    /// <summary>The token in compact form (RFC 7515); null where it is none.</summary>
    public static Jwt? Read(string token)
    {
        var parts = token.Split('.', 4);
        return parts.Length == 3
            && ObjectIn(parts[0]) is { } header
            && ObjectIn(parts[1]) is { } payload
            && Base64UrlText.Decode(parts[2]) is { } signature
            ? new Jwt(header, payload, Encoding.ASCII.GetBytes(token[..^(parts[2].Length + 1)]), signature)
            : null;
    }

    private static JsonElement? ObjectIn(string part) => Base64UrlText.Decode(part) is { } json ? JsonReading.ObjectOf(json, Depth) : null;
}
