using System.Security.Cryptography;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>A public key that the channel service signs tokens with.</summary>
/// <param name="id">Its <c>kid</c>.</param>
/// <param name="key">Modulus and exponent.</param>
/// <param name="endorsements">The channels whose activities it may vouch for; null where it says nothing of them.</param>
internal sealed class SigningKey(string id, RSAParameters key, IReadOnlySet<string>? endorsements)
{
    public string Id { get; } = id;

    /// <summary>Whether it may vouch for activities of that channel; compared with case.</summary>
    public bool Endorses(string channel) => endorsements?.Contains(channel) ?? false;

    /// <summary>Whether the signature is this key's: RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public bool Signed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // One object a token: that they may be shared between threads is promised nowhere.
        using var rsa = RSA.Create(key);
        try
        {
            return rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
