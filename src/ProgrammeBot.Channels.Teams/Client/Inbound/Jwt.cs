using System.Buffers;
using System.Buffers.Text;
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

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The token in compact form (RFC 7515); null where it is none.</summary>
    public static Jwt? Read(string token)
    {
        var parts = token.Split('.', 4);
        return parts.Length == 3 && Array.TrueForAll(parts, IsBase64Url)
            && JsonReading.ObjectOf(Base64Url.DecodeFromChars(parts[0]), Depth) is { } header
            && JsonReading.ObjectOf(Base64Url.DecodeFromChars(parts[1]), Depth) is { } payload
            ? new Jwt(header, payload, Encoding.ASCII.GetBytes(token[..^(parts[2].Length + 1)]), Base64Url.DecodeFromChars(parts[2]))
            : null;
    }

    /// <summary>Whether it is some base64url without padding. The decoder itself would pass over white space.</summary>
    public static bool IsBase64Url(string text) => text.Length > 0 && text.Length % 4 != 1 && !text.AsSpan().ContainsAnyExcept(Letters);
}
