using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ProgrammeBot.Channels.Teams.Client.Inbound;

/// <summary>A public key that the channel service signs tokens with.</summary>
/// <param name="id">Its <c>kid</c>.</param>
/// <param name="key">Modulus and exponent.</param>
/// <param name="endorsements">The channels whose activities it may vouch for; null where it says nothing of them.</param>
internal sealed class SigningKey(string id, RSAParameters key, IReadOnlySet<string>? endorsements)
{
    /// <summary>
    /// To make one takes longer than to use it, and that threads may share one is promised nowhere. There are never more than were used at one time;
    /// they go with the key.
    /// </summary>
    private readonly ConcurrentBag<RSA> _idle = [];

    public string Id { get; } = id;

    /// <summary>Whether it may vouch for activities of that channel; compared with case.</summary>
    public bool Endorses(string channel) => endorsements?.Contains(channel) ?? false;

    /// <summary>Whether the signature is this key's: RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public bool Signed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        var rsa = _idle.TryTake(out var one) ? one : RSA.Create(key);
        try
        {
            return rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            _idle.Add(rsa);
        }
    }
}
