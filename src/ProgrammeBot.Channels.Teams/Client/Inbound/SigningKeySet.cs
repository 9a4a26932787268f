using System.Security.Cryptography;
using System.Text.Json;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>The keys that are good at one time, by their ids.</summary>
internal sealed class SigningKeySet
{
    /// <summary>Shorter ones can be broken, longer ones cost time and are used by nobody.</summary>
    private const int LeastBits = 2048, MostBits = 8192;

    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Of two keys with one id, the first.</summary>
    public SigningKeySet(IEnumerable<SigningKey> keys)
    {
        foreach (var key in keys)
        {
            _keys.TryAdd(key.Id, key);
        }
    }

    public int Count => _keys.Count;

    public SigningKey? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>The keys of a key set (RFC 7517) that we take; others in it are passed over. Null where it is no key set.</summary>
    public static SigningKeySet? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? new SigningKeySet(keys.EnumerateArray().Select(KeyOf).OfType<SigningKey>())
            : null;

    private static SigningKey? KeyOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || json.Text("kty") != "RSA"
            || json.Text("kid") is not { Length: > 0 } id
            || (json.Text("use") ?? "sig") != "sig"
            || (json.Text("alg") ?? "RS256") != "RS256"
            || Number(json.Text("n")) is not { } modulus
            || Number(json.Text("e")) is not { } exponent
            || BitsOf(modulus) is < LeastBits or > MostBits
            || !IsExponent(exponent))
        {
            return null;
        }

        var key = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return CanBeUsed(key) ? new SigningKey(id, key, EndorsementsOf(json)) : null;
    }

    private static HashSet<string>? EndorsementsOf(JsonElement json) =>
        json.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(JsonReading.Text).OfType<string>()]
            : null;

    /// <summary>A number of base64url, without the zeroes it may begin with.</summary>
    private static byte[]? Number(string? text) =>
        Base64UrlText.Decode(text) is { } bytes ? bytes.AsSpan().TrimStart((byte)0).ToArray() : null;

    private static int BitsOf(byte[] number) => number.Length == 0 ? 0 : (number.Length * 8) - int.LeadingZeroCount(number[0]) + 24;

    /// <summary>Odd and from 3 on: with 1 everything would be signed by anybody.</summary>
    private static bool IsExponent(byte[] number) => number.Length is > 0 and <= 4 && number[^1] % 2 == 1 && !(number.Length == 1 && number[0] == 1);

    private static bool CanBeUsed(RSAParameters key)
    {
        try
        {
            using var rsa = RSA.Create(key);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
